import { expect, it } from 'vitest'
import type * as Y from 'yjs'
import { placeOf } from '../../../server/comment/wantedPlace.ts'
import { newDocument } from '../../../server/document/newDocument.ts'
import { form2024 } from '../../../shared/form/forms/2024/form.ts'

const { doc } = newDocument(form2024, {})
doc.getMap('owner').set('organisation', 'Heby kommun')
const budget = doc.getMap<unknown>('budget')
const leader = budget.get('salary-1') as Y.Map<unknown>
leader.set('label', 'Processledare')
leader.set('percent', 100)
budget.set('owner.salary-1', 3_690_000)
budget.set('2025:salary-1', 878_000)
budget.set('2025:other', 131_000)

/** What a comment on a cell quotes, with plain spaces. */
async function quoteOf(field: string): Promise<string | null> {
  const wanted = { is: 'field', section: 'budget', field } as const
  const { place } = await placeOf(form2024, wanted, false, async look => look(doc))
  return place.is === 'field' ? place.quote.replaceAll('\u00a0', ' ') : null
}

it('A comment on a figure of the budget quotes it with its row and its column', async () => {
  expect(await quoteOf('owner.salary-1')).toBe('3 690 000 kr, Processledare, Heby kommun')
  expect(await quoteOf('2025:salary-1')).toBe('878 000 kr, Processledare, 2025')
  expect(await quoteOf('2025:other')).toBe('131 000 kr, ÖVRIGA KOSTNADER, 2025')
})

it('A comment on what else stands in a row quotes it with the row, and a row that has no name by its block', async () => {
  expect(await quoteOf('salary-1.percent')).toBe('100 %, Processledare')
  expect(await quoteOf('salary-1.label')).toBe('Processledare')
  expect(await quoteOf('owner.other-10')).toBe('Övrigt, Heby kommun')
  expect(await quoteOf('salary-2.percent')).toBe('LÖNEKOSTNAD inkl PO-pålägg')
})

it('A comment on a cell of a row or a party that is not there has no place, and what is no cell is refused', async () => {
  for (const field of ['owner.finnsinte', 'finnsinte.salary-1', 'finnsinte.label', '2025:finnsinte']) {
    await expect(quoteOf(field)).rejects.toThrow('placeGone')
  }
  for (const field of ['salary-1', 'owner', 'a/b', '1066:salary-1', 'owner.salary-1.x']) {
    await expect(quoteOf(field)).rejects.toThrow('malformedRequest')
  }
})
