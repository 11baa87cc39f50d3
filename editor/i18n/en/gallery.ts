import type { gallery as zh } from '../zh/gallery.ts'

export const gallery: typeof zh = {
  gallery: { title: 'Component gallery', lead: 'Every component in its states; all data are made up.', inline: 'A number in a sentence', placeholder: 'Placeholder', long: 'A longer text grows by itself\nand keeps its line breaks.', on: 'on', off: 'off', question: 'Is this counted as last year?', answer: 'Yes, see clause three.' },
}
