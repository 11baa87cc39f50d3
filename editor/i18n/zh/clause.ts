export const clause = {
  clause: {},
}
