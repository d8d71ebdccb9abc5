import { AlignmentType, type INumberingOptions, LevelFormat } from 'docx'
import { deepestIndent } from '../../../shared/document/nodes/attributes.ts'

/** How far in each step of indent stands, in twentieths of a point. */
export const stepTwips = 360

const bullets = ['•', '–', '▪']
const numberFormats = [LevelFormat.DECIMAL, LevelFormat.LOWER_LETTER, LevelFormat.LOWER_ROMAN]

/** The lists of a document: each begins its numbers anew. */
export class Lists {
  #begun = 0

  /** Number of one more. */
  begin(): number {
    this.#begun += 1
    return this.#begun
  }
}

export const numbering: INumberingOptions = {
  config: [
    {
      reference: 'bullet',
      levels: levels(step => ({ format: LevelFormat.BULLET, text: pick(bullets, step) })),
    },
    {
      reference: 'number',
      levels: levels(step => ({ format: pick(numberFormats, step), text: `%${step + 1}.` })),
    },
  ],
}

type Format = (typeof LevelFormat)[keyof typeof LevelFormat]

function levels(look: (step: number) => { readonly format: Format; readonly text: string }) {
  return Array.from({ length: deepestIndent + 1 }, (_, step) => ({
    level: step,
    ...look(step),
    alignment: AlignmentType.START,
    style: { paragraph: { indent: { left: stepTwips * (step + 1), hanging: stepTwips } } },
  }))
}

function pick<T>(all: readonly T[], step: number): T {
  return all[step % all.length] as T
}
