export const matrix = {
  matrix: {},
}
