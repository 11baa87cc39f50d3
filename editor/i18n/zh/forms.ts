export const forms = {
  forms: {},
}
