export const check = {
  check: {},
}
