export const json = {
  json: {},
}
