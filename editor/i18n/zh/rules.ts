export const rules = {
  rules: {},
}
