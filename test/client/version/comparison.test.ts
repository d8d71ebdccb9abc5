import { describe, expect, it } from 'vitest'
import { foldUnchanged } from '../../../client/version/compare/foldUnchanged.ts'
import { listNumbers } from '../../../client/version/compare/listNumbers.ts'
import { compareAddress, sideIn, sidesIn } from '../../../client/version/compare/sideAddress.ts'
import { stillDocument } from '../../../client/version/stillDocument.ts'
import { plattform } from '../../../server/demo/plattform/plattform.ts'
import type { ParagraphContent } from '../../../shared/document/blockContent.ts'
import { readDocument } from '../../../shared/document/readDocument.ts'
import { formById } from '../../../shared/form/forms.ts'
import { comparableForm } from '../../../shared/version/compare/comparableForm.ts'
import { compareForms } from '../../../shared/version/compare/compareForms.ts'
import { listOf, version } from './versions.ts'

describe('What has not changed', () => {
  const shown = (words: string) =>
    foldUnchanged(words.split('').map(is => ({ is: is === '.' ? 'unchanged' : 'changed' }))).map(one =>
      one.is === 'entry' ? one.at : `${one.at}+${one.entries.length}`,
    )

  it('is put away but for the nearest, when there is much of it', () => {
    expect(shown('......x......')).toEqual(['0+5', 5, 6, 7, '8+5'])
  })

  it('is left where there is little of it', () => {
    expect(shown('..x....x')).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
    expect(shown('...x')).toEqual([0, 1, 2, 3])
    expect(shown('x')).toEqual([0])
    expect(shown('')).toEqual([])
  })

  it('is all shown somewhere, once and in order, however it lies', () => {
    for (let pattern = 0; pattern < 1 << 11; pattern += 1) {
      const words = pattern.toString(2).padStart(11, '0').replaceAll('0', '.').replaceAll('1', 'x')
      const places = foldUnchanged(
        words.split('').map(is => ({ is: is === '.' ? 'unchanged' : is })),
      ).flatMap(one => (one.is === 'entry' ? [one.at] : one.entries.map((_, nth) => one.at + nth)))
      expect(places, words).toEqual([...words].map((_, at) => at))
    }
  })
})

it('Numbered items have the number that they had in each of the two', () => {
  const form = formById('2024')
  if (!form) throw new Error('There is no form 2024.')
  const item = (words: string, indent = 0): ParagraphContent => ({
    type: 'paragraph',
    list: 'number',
    indent,
    content: [{ type: 'text', text: words }],
  })
  const filled = (...blocks: ParagraphContent[]) => ({
    formId: form.id,
    sections: { background: { kind: 'rich', blocks } as const },
  })
  const first = item('Den första punkten i listan')
  const under = item('En punkt under den', 1)
  const last = item('Den sista punkten i listan')
  const { sections } = compareForms(
    form,
    filled(first, last),
    filled(item('En helt ny inledning'), first, under, last),
  )
  const background = sections.find(({ key }) => key === 'background')
  if (background?.difference.is !== 'blocks') throw new Error('It is text.')
  expect([...listNumbers(background.difference.entries).values()]).toEqual([
    { before: '1', after: '2' },
    { before: '2', after: '3' },
    { after: '1' },
    { after: 'a' },
  ])
})

describe('The address of a comparison', () => {
  const list = listOf([version(1, 'byHand'), version(2, 'byHand')])

  it('says both', () => {
    expect(compareAddress('abc', 1, 'today')).toBe('/ansokningar/abc/jamfor?fran=1&till=idag')
    expect(sidesIn('?fran=1&till=2', list)).toEqual({ from: 1, to: 2 })
  })

  it('without them is what has happened since my last visit, or since the newest', () => {
    expect(sidesIn('', list)).toEqual({ from: 2, to: 'today' })
    const visited = { ...list, lastVisit: { number: 1, at: '2026-11-20T10:00:00.000Z' } }
    expect(sidesIn('', visited)).toEqual({ from: 1, to: 'today' })
  })

  it.each(['0', '-1', '1.5', 'x', '1234567890', ''])('is nothing where it says %j', word => {
    expect(sideIn(word)).toBeNull()
  })
})

it('A version drawn to be read says what the version says', () => {
  const form = formById(plattform.formId)
  if (!form) throw new Error('There is no such form.')
  // The pictures of the demo are kept by their hashes when they are written.
  const said = JSON.parse(JSON.stringify(plattform).replaceAll('samverkansteamet.png', 'a1'.repeat(32)))
  const live = stillDocument(form, said)
  expect(comparableForm(form, readDocument(live.doc, form))).toEqual(comparableForm(form, said))
  expect(live.undo.canUndo()).toBe(false)
})
