export const gallery = {
  gallery: {},
}
