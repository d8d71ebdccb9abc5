import type { authors as swedish } from '../sv/authors.ts'

const number = new Intl.NumberFormat('en-GB')

export const authors: typeof swedish = {
  open: 'Who has written?',
  log: 'Log',
  title: 'Who has written?',
  loading: 'Looking …',
  help: 'Counted on what stands here now. Whoever splits, moves or undoes a paragraph stands for its words.',
  nobody: 'Nobody has changed anything since the application was made.',
  letters: count => `${number.format(count)} ${count === 1 ? 'character' : 'characters'}`,
}
