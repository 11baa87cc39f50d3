export const paper = {
  paper: {},
}
