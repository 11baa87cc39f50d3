import type { gallery as zh } from '../zh/gallery.ts'

export const gallery: typeof zh = {
  gallery: {},
}
