import { describe, expect, it } from 'vitest'
import { recogniseForm } from '../../../../../server/import/docx/form/recogniseForm.ts'
import { readWord } from '../../../../../server/import/docx/word/readWord.ts'
import type { WordContent, WordPart, WordTable } from '../../../../../server/import/docx/word/WordContent.ts'
import type { FilledForm } from '../../../../../shared/document/filledForm.ts'
import type { ReadForm } from '../../../../../shared/import/ReadForm.ts'
import { filledForms } from '../../../../fixtures/filledForms.ts'
import { asWord, templateOf, withPictures } from '../roundTrip.ts'
import { footnote, p, table } from './content.ts'

const { form, content } = await ourFile()

async function ourFile(): Promise<{ readonly form: FilledForm; readonly content: WordContent }> {
  const found = (await filledForms()).find(one => one.form.formId === '2024')
  if (!found) throw new Error('There is no filled form of 2024.')
  const form = withPictures(found.form)
  return { form, content: readWord(await asWord(form)) }
}

function read(change: (parts: readonly WordPart[]) => readonly WordPart[]): ReadForm {
  return recogniseForm({ ...content, parts: change(content.parts) }, templateOf(form))
}

/** The last table that our file has is of the budget. */
function atBudget(...added: readonly WordPart[]) {
  return (parts: readonly WordPart[]) => {
    const last = parts.findLastIndex(part => part.is === 'table')
    return [...parts.slice(0, last + 1), p(''), ...added, ...parts.slice(last + 1)]
  }
}

/** The same table with another last cell in its second row. */
function withCell({ rows, ...rest }: WordTable, ...parts: readonly WordPart[]): WordTable {
  const [head, first, ...others] = rows
  const cells = first?.cells ?? []
  const last = cells.at(-1)
  if (!head || !first || !last) throw new Error('The table has no second row.')
  return {
    ...rest,
    rows: [head, { ...first, cells: [...cells.slice(0, -1), { ...last, parts }] }, ...others],
  }
}

const words = (value: unknown) => JSON.stringify(value)

describe('what somebody has written among the tables of the budget', () => {
  it('is nothing in a file as we write it', () => {
    expect(read(parts => parts).leftOvers).toEqual([])
  })

  it('is left over as a table when it is a table of its own', () => {
    const { leftOvers } = read(atBudget(table(['Medfinansiär', 'Belopp'], ['Stiftelsen Eken', '40 000 kr'])))
    expect(leftOvers.map(({ why, blocks }) => [why, blocks.map(({ type }) => type)])).toEqual([
      ['doesNotFit', ['table']],
    ])
    expect(words(leftOvers)).toContain('Stiftelsen Eken')
    expect(words(leftOvers)).toContain('40 000 kr')
  })

  it('is left over alone when it stands in a cell of ours that is not read', () => {
    const { leftOvers } = read(parts => {
      const last = parts.findLastIndex(part => part.is === 'table')
      return parts.map((part, place) =>
        place === last && part.is === 'table'
          ? withCell(part, p('Beslutas senare', footnote('Av nämnden')))
          : part,
      )
    })
    expect(leftOvers).toHaveLength(1)
    expect(words(leftOvers)).toContain('Beslutas senare')
    expect(words(leftOvers)).toContain('Av nämnden')
    expect(words(leftOvers)).not.toContain('Summa')
  })
})
