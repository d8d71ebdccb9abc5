import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { emptyForm } from '../../../../server/export/emptyForm.ts'
import type { FilledForm } from '../../../../shared/document/filledForm.ts'
import { forms } from '../../../../shared/form/forms.ts'
import { everyKindOfText } from '../../../fixtures/everyKindOfText.ts'
import { filledForms } from '../../../fixtures/filledForms.ts'
import { generatedForm } from '../../../fixtures/generatedForm.ts'
import { seeded } from '../../../shared/form/seeded.ts'
import { asWord, withPictures } from '../../import/docx/roundTrip.ts'
import { childrenOrder } from './childrenOrder.ts'
import { all, Docx, type Element, first, textIn } from './readDocx.ts'

const seed = Number(process.env.STRUCTURE_SEED ?? 20_261_123)

const written: readonly (readonly [name: string, form: FilledForm])[] = [
  ...(await filledForms()).map(({ name, form }) => [name, withPictures(form)] as const),
  ['every kind of text', withPictures(everyKindOfText)],
  ...forms.map(template => [`the empty form of ${template.id}`, emptyForm(template)] as const),
  ...forms.map(
    template =>
      [
        `made up on the form of ${template.id}, seed ${seed}`,
        generatedForm(seeded(seed), template, { blocks: 30, mostPartners: 6 }),
      ] as const,
  ),
]

/** The parts in which words stand. */
function wordParts(docx: Docx): readonly Element[] {
  const names = docx.names.filter(name => /^word\/(?:document|footnotes|footer\d+)\.xml$/.test(name))
  return names.map(name => docx.part(name))
}

function elementsIn(from: Element): readonly Element[] {
  return from.children.filter(child => typeof child !== 'string')
}

function everyElement(from: Element): readonly Element[] {
  return elementsIn(from).flatMap(child => [child, ...everyElement(child)])
}

const twips = (of: Element | undefined) => Number(of?.attributes['w:w'])

describe.each(written)('the Word file of %s', async (_name, form) => {
  const bytes = await asWord(form)
  const docx = new Docx(bytes)

  it('is XML in every part, and says of each what it is', () => {
    docx.readAll()
    const types = docx.part('[Content_Types].xml')
    const extensions = all(types, 'Default').map(one => one.attributes.Extension)
    const names = all(types, 'Override').map(one => one.attributes.PartName)
    for (const name of Object.keys(unzipSync(bytes)))
      expect(names.includes(`/${name}`) || extensions.includes(name.split('.').at(-1)), name).toBe(true)
    for (const name of names) expect(docx.names).toContain(name?.slice(1))
  })

  it('has all that it points at', () => {
    for (const name of docx.names.filter(one => /^word\/[a-z]+\d*\.xml$/.test(one))) {
      const pointedAt = everyElement(docx.part(name)).flatMap(({ attributes }) =>
        [attributes['r:id'], attributes['r:embed']].filter(id => id !== undefined),
      )
      const relations = name.replace('word/', 'word/_rels/').concat('.rels')
      const known = docx.names.includes(relations) ? all(docx.part(relations), 'Relationship') : []
      expect(known.map(({ attributes }) => attributes.Id)).toEqual(expect.arrayContaining(pointedAt))
      for (const { attributes } of known)
        if (attributes.TargetMode === 'External') expect(attributes.Target).toMatch(/^(?:https?|mailto|tel):/)
        else expect(docx.names).toContain(`word/${attributes.Target}`)
    }
    const styles = all(docx.part('word/styles.xml'), 'w:style').map(one => one.attributes['w:styleId'])
    const numbers = all(docx.part('word/numbering.xml'), 'w:num').map(one => one.attributes['w:numId'])
    const notes = all(docx.part('word/footnotes.xml'), 'w:footnote').map(one => one.attributes['w:id'])
    for (const part of wordParts(docx)) {
      const said = (name: string) => all(part, name).map(one => one.attributes['w:val'])
      expect(styles).toEqual(expect.arrayContaining([...said('w:pStyle'), ...said('w:rStyle')]))
      expect(numbers).toEqual(expect.arrayContaining(said('w:numId')))
      const references = all(part, 'w:footnoteReference').map(one => one.attributes['w:id'])
      expect(notes).toEqual(expect.arrayContaining(references))
      expect(new Set(references).size).toBe(references.length)
    }
  })

  it('has what is said of paragraphs, words, tables and controls in the order that Word wants', () => {
    for (const part of [...wordParts(docx), docx.part('word/styles.xml')])
      for (const element of everyElement(part)) {
        const order = childrenOrder.get(element.name)
        if (!order) continue
        const names = elementsIn(element).map(({ name }) => name)
        const places = names.map(name => order.indexOf(name))
        expect(places, `${element.name}: ${names}`).toEqual(places.toSorted((one, other) => one - other))
        expect(places, `${element.name}: ${names}`).not.toContain(-1)
      }
  })

  it('has tables whose cells fill their grids, and end with a paragraph', () => {
    for (const table of all(docx.body, 'w:tbl')) {
      const grid = all(table, 'w:gridCol').map(twips)
      expect(grid.every(width => width > 0)).toBe(true)
      const look = first(table, 'w:tblW')
      const whole = grid.reduce((sum, width) => sum + width, 0)
      if (look?.attributes['w:type'] === 'dxa') expect(twips(look)).toBe(whole)
      const rows = all(table, 'w:tr')
      expect(rows.length).toBeGreaterThan(0)
      for (const row of rows) {
        let column = 0
        for (const cell of all(row, 'w:tc')) {
          const span = Number(first(cell, 'w:gridSpan')?.attributes['w:val'] ?? 1)
          const width = first(cell, 'w:tcW')
          if (width?.attributes['w:type'] === 'dxa' && first(cell, 'w:vMerge') === undefined)
            expect(twips(width)).toBe(grid.slice(column, column + span).reduce((sum, one) => sum + one, 0))
          expect(elementsIn(cell).at(-1)?.name).toBe('w:p')
          column += span
        }
        expect(column).toBe(grid.length)
      }
    }
  })

  it('has no two boxes that meet, which Word would draw as one', () => {
    const body = first(docx.body, 'w:body')
    const parts = body ? elementsIn(body) : []
    const isBox = (part: Element | undefined) =>
      part?.name === 'w:p' && first(part, 'w:pStyle')?.attributes['w:val'] === 'Heading1'
    const meeting = parts.filter((part, place) => isBox(part) && isBox(parts[place + 1])).map(textIn)
    expect(meeting).toEqual([])
  })

  it('says what every picture shows', () => {
    const shown = all(docx.body, 'wp:docPr')
    const figures = Object.values(form.sections).flatMap(content =>
      content.kind === 'rich'
        ? content.blocks.flatMap(block => (block.type === 'figure' ? [block.alt] : []))
        : [],
    )
    expect(shown).toHaveLength(figures.length)
    for (const { attributes } of shown) expect(attributes.descr).toBeDefined()
    const ids = shown.map(({ attributes }) => attributes.id)
    expect(new Set(ids).size).toBe(ids.length)
  })
})

describe('the styles of a Word file', () => {
  it('say which headings are parts of which, and that the words are Swedish', async () => {
    const styles = new Docx(await asWord(everyKindOfText)).part('word/styles.xml')
    const levelOf = (id: string) => {
      const style = all(styles, 'w:style').find(one => one.attributes['w:styleId'] === id)
      return style && first(style, 'w:outlineLvl')?.attributes['w:val']
    }
    expect(['Heading1', 'Heading2', 'Heading3'].map(levelOf)).toEqual(['0', '1', '2'])
    expect(all(styles, 'w:lang').map(one => one.attributes['w:val'])).toEqual(['sv-SE'])
  })
})

describe('the properties of a Word file', () => {
  it('say what it is called, on which form it is, and what has made it', async () => {
    const core = new Docx(await asWord(everyKindOfText)).part('docProps/core.xml')
    const said = (name: string) => first(core, name)?.children.join('')
    expect(said('dc:subject')).toBe('2022 års blankett')
    expect([said('dc:creator'), said('cp:lastModifiedBy')]).toEqual(['Samskriv', 'Samskriv'])
    expect(said('dc:title')).toMatch(/^Samverkansinsatser inom Samordningsförbundet: ./)
    expect(said('dcterms:created')).toMatch(/^\d{4}-\d\d-\d\dT/)
  })
})

describe('the budget in a Word file', () => {
  it('lies across, in tables whose heads are repeated on every page', async () => {
    const { form } = (await filledForms()).find(one => one.form.sections.budget?.kind === 'budget') ?? {}
    if (!form) throw new Error('There is no filled form with a budget.')
    const { body } = new Docx(await asWord(withPictures(form)))
    const tables = all(body, 'w:tbl').filter(table => /^(?:NrKostnadsslag|Part)/.test(textIn(table)))
    expect(tables.length).toBeGreaterThanOrEqual(2)
    for (const table of tables) {
      const rows = all(table, 'w:tr')
      expect(rows.map(row => first(row, 'w:tblHeader') !== undefined)).toEqual(
        rows.map((_, place) => place === 0),
      )
      for (const row of rows) expect(first(row, 'w:cantSplit')).toBeDefined()
    }
    const pages = all(body, 'w:pgSz').map(one => one.attributes['w:orient'])
    expect(pages).toEqual(['portrait', 'landscape'])
  })
})
