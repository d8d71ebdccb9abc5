import type { PaperProse } from './Paper.ts'

export function paperProse(text: string, look: PaperProse['look'] = 'plain'): PaperProse {
  return { is: 'prose', text, look }
}
