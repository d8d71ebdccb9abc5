import type { Section } from '../../../../../shared/form/FormTemplate.ts'
import type { Random } from '../../../../shared/form/seeded.ts'

/** What has become of the letters å, ä and ö in a file. */
const lettersLost: readonly [(text: string) => string, ...((text: string) => string)[]] = [
  text => text.replace(/[åä]/g, 'a').replace(/[ÅÄ]/g, 'A').replace(/ö/g, 'o').replace(/Ö/g, 'O'),
  text => text.replace(/[åäö]/gi, '?'),
  text => text.replace(/[åäö]/gi, '\ufffd'),
  text => Buffer.from(text, 'utf8').toString('latin1'),
  text =>
    text.replace(/å/g, 'Ã¥').replace(/ä/g, 'Ã¤').replace(/ö/g, 'Ã¶').replace(/Å/g, 'Ã…').replace(/Ö/g, 'Ã–'),
]

/** A heading as somebody has come to write it, and whether its letters are damaged. */
export interface Written {
  readonly text: string
  readonly isDamaged: boolean
}

export function writtenHeading(random: Random, { heading, starred }: Section): Written {
  let text = heading
  const isDamaged = random.between(0, 2) === 0 && /[åäö]/i.test(heading)
  if (isDamaged) text = random.pick(lettersLost)(text)
  if (!isDamaged && random.between(0, 3) === 0) text = text.toUpperCase()
  if (random.between(0, 3) === 0) text = text.replace(/ /g, '  ')
  if (random.between(0, 3) === 0) text = text.normalize('NFD')
  if (starred && random.between(0, 1) === 0) text += random.pick([' (*)', '(*)', ' *', ' ( * )'])
  if (random.between(0, 3) === 0) text = `${text.replace(/[:?]$/, '')}:`
  if (random.between(0, 4) === 0) text = `${random.between(1, 20)}${random.pick(['.', ')', ''])} ${text}`
  if (random.between(0, 4) === 0) text = ` ${text} `
  return { text, isDamaged }
}
