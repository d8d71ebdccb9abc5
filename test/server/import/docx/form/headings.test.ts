import { describe, expect, it } from 'vitest'
import { rankForms } from '../../../../../server/import/docx/form/rankForms.ts'
import { recogniseForm } from '../../../../../server/import/docx/form/recogniseForm.ts'
import { readApplication } from '../../../../../server/import/docx/readApplication.ts'
import type { WordParagraph, WordPart } from '../../../../../server/import/docx/word/WordContent.ts'
import type { FormTemplate } from '../../../../../shared/form/FormTemplate.ts'
import { form2016 } from '../../../../../shared/form/forms/2016/form.ts'
import { form2024 } from '../../../../../shared/form/forms/2024/form.ts'
import { forms } from '../../../../../shared/form/forms.ts'
import type { ReadForm } from '../../../../../shared/import/ReadForm.ts'
import { seeded } from '../../../../shared/form/seeded.ts'
import { bold, boxed, br, content, frame, heading, item, p, table, title } from './content.ts'
import { writtenHeading } from './damage.ts'

/** Sections of running text: what stands in them is easily told. */
function richSections(template: FormTemplate) {
  return template.sections.filter(section => section.kind === 'rich')
}

function textIn({ form }: ReadForm, key: string): string {
  const section = form.sections[key]
  if (section?.kind !== 'rich') return ''
  return section.blocks
    .map(block =>
      block.type === 'paragraph' ? block.content.map(part => ('text' in part ? part.text : '')).join('') : '',
    )
    .join('\n')
}

function reading(read: ReadForm, key: string) {
  return read.sections.find(({ section }) => section === key)
}

const looks: readonly (readonly [string, (text: string) => readonly WordPart[]])[] = [
  ['headings by style', text => [heading(1, text), p('svar')]],
  ['headings of another level', text => [heading(3, text), p('svar')]],
  ['bold lines', text => [p(bold(text)), p('svar')]],
  ['boxes around each heading and its answer', text => [frame(p(bold(text)), p('svar'))]],
  ['a box for the heading and one for the answer', text => [frame(p(text)), frame(p('svar'))]],
  ['bordered paragraphs with both', text => [boxed(text, br, 'svar')]],
  ['rows of a table', text => [table([text], ['svar'])]],
  ['numbered headings', text => [item('number', bold(text)), p('svar')]],
]

describe.each(looks)('A file with %s', (_look, section) => {
  it.each(forms)('is known as the form of $id, and read', template => {
    const file = content(
      title(template.title),
      ...template.sections.flatMap(({ heading, starred, kind }) =>
        kind === 'rich' ? section(`${heading}${starred ? ' (*)' : ''}`) : [],
      ),
    )
    const read = readApplication(file, null)
    // Forms that differ in other sections than running text are told apart by what is there alone.
    expect(read.forms[0]?.found).toBe(richSections(template).length)
    const as = recogniseForm(file, template)
    for (const { key } of richSections(template)) expect([key, textIn(as, key)]).toEqual([key, 'svar'])
    expect(as.leftOvers).toEqual([])
    expect(as.sections.filter(({ is }) => is === 'read')).toHaveLength(richSections(template).length)
  })
})

const seeds = Array.from({ length: 40 }, (_, nth) => 8_000 + nth)

describe('Headings as people and scans write them', () => {
  it.each(seeds)('are found, seed %i', seed => {
    const random = seeded(seed)
    const template = random.pick([form2016, form2024, ...forms])
    const asked = template.sections.filter(({ kind }) => kind !== 'budget' && kind !== 'signatures')
    const look = random.pick([
      (text: string): WordParagraph => heading(1, text),
      (text: string): WordParagraph => p(bold(text)),
      (text: string): WordParagraph => boxed(text),
    ])
    const written = asked.map(section => ({ section, ...writtenHeading(random, section) }))
    const file = content(...written.flatMap(({ section, text }) => [look(text), p(`svar ${section.key}`)]))
    const read = recogniseForm(file, template)
    for (const { section, text, isDamaged } of written.filter(one => one.section.kind === 'rich')) {
      expect([section.key, text, textIn(read, section.key)]).toEqual([
        section.key,
        text,
        `svar ${section.key}`,
      ])
      const kinds = reading(read, section.key)?.notes.map(({ kind }) => kind) ?? []
      expect([text, kinds.includes('lettersMended')]).toEqual([text, isDamaged])
    }
    expect(rankForms(file)[0]?.found).toBeGreaterThanOrEqual(asked.length - 3)
  })

  it('tell the form together with the labels under them, where both fit as well', () => {
    const lines = (...texts: readonly string[]) => texts.map(text => p(text))
    const read = readApplication(
      content(
        // As in 2019, but for what it asks under them.
        ...[heading(1, 'Insatsens namn'), p('Stöd'), heading(1, 'Planerad Insatstid')],
        ...lines('Planerat startdatum: 2018-01-01', 'Planerat slutdatum: 2020-12-31'),
        ...lines('Eventuellt slutdatum för intag av personer i insatsen: sommaren 2020'),
        ...[heading(1, 'Beskriv målen med insatsen'), ...lines('Effektmål', 'Fler i arbete')],
        heading(1, 'Beskriv hur ni tänker arbeta för att implementera insatsen'),
      ),
      null,
    )
    expect(read.read.form.formId).toBe('2016')
    expect(read.read.leftOvers).toEqual([])
  })

  it('keep the damage that is in running text', () => {
    const read = recogniseForm(
      content(p(bold('Beskriv m\ufffdlgrupp f\ufffdr insatsen (*)')), p('Personer p\ufffd v\ufffdg')),
      form2024,
    )
    expect(textIn(read, 'targetGroup')).toBe('Personer p\ufffd v\ufffdg')
    expect(reading(read, 'targetGroup')).toMatchObject({ is: 'guessed', notes: [{ kind: 'lettersMended' }] })
  })

  it('may come in the order of an older form, and that is said', () => {
    const [background, purpose] = [
      'Beskriv bakgrunden till/behovet av insatsen',
      'Beskriv syftet med insatsen',
    ]
    const read = recogniseForm(
      content(
        ...[heading(1, 'Samverkansparter (*)'), p('Organisation: Region Uppsala')],
        ...[heading(1, `${purpose} (*)`), p('syftet')],
        ...[heading(1, 'Beskriv målen med insatsen (*)')],
        ...[heading(1, `${background} (*)`), p('bakgrunden')],
        ...[heading(1, 'Beskriv målgrupp för insatsen (*)'), p('gruppen')],
      ),
      form2024,
    )
    expect([textIn(read, 'purpose'), textIn(read, 'background')]).toEqual(['syftet', 'bakgrunden'])
    expect(reading(read, 'background')?.notes).toEqual([{ kind: 'outOfOrder', said: `${background} (*)` }])
    expect(reading(read, 'purpose')?.is).toBe('read')
  })

  it('may have a bracket of the applicant, as one of the förbund’s own files has', () => {
    const said = 'Beskriv bakgrunden till/behovet av insatsen (se bilaga för utförligare beskrivning)'
    const read = recogniseForm(content(p(bold(said)), p('svar')), form2024)
    expect(textIn(read, 'background')).toBe('svar')
    expect(reading(read, 'background')).toMatchObject({
      is: 'guessed',
      heading: said,
      notes: [{ kind: 'headingGuessed', said }],
    })
  })

  it('of another version for the same question are taken, and that is said', () => {
    const old = 'Beskriv hur ni tänker arbeta för att implementera insatsen (*)'
    const read = recogniseForm(content(heading(1, old), p('svar')), form2024)
    expect(textIn(read, 'legacy')).toBe('svar')
    expect(reading(read, 'legacy')).toMatchObject({ is: 'guessed', heading: old })
  })

  it('of questions that the form does not ask keep their text apart', () => {
    const read = recogniseForm(
      content(
        ...[heading(1, 'Beskriv syftet med insatsen (*)'), p('syftet')],
        ...[heading(1, 'Beskriv metod/metoder ni kommer använda (*)'), p('ett'), p('två')],
        ...[heading(1, 'Beskriv på vilket sätt ansökan är förankrad (*)'), p('2024-05-15 Möte')],
      ),
      form2024,
    )
    expect(textIn(read, 'purpose')).toBe('syftet')
    expect(read.leftOvers).toMatchObject([
      { why: 'mustBeSplit', under: 'Beskriv metod/metoder ni kommer använda (*)', proposed: null },
      { why: 'mustBeSplit' },
      { why: 'notAsked', proposed: { section: 'discussions' } },
    ])
    expect(read.notes.map(({ kind }) => kind)).toEqual(['fieldNotAsked', 'fieldNotAsked'])
  })
})

describe('The same words in running text', () => {
  const filled = form2024.sections.flatMap(section => [heading(1, section.heading), p('svar')])

  it('are no heading in a sentence, a list, a table or a subheading', () => {
    const own: readonly WordPart[] = [
      p('Beskriv syftet med insatsen är rubriken ovan, och Insatsägare (*) står där.'),
      p('Insatsägare och samverkansparter möts varje månad.'),
      item('bullet', 'Insatsägare'),
      item('bullet', 'Beskriv syftet med insatsen'),
      p('Samverkansparter'),
      heading(2, 'Beskriv målgrupp för insatsen'),
      p('under den egna rubriken'),
      table(['Insatsägare', 'Samverkansparter'], ['Heby', 'Region Uppsala']),
    ]
    const at = filled.findIndex(
      part =>
        part.heading === 1 &&
        part.content.some(one => 'text' in one && one.text.startsWith('Beskriv metod/former')),
    )
    const read = recogniseForm(content(...filled.slice(0, at + 1), ...own, ...filled.slice(at + 1)), form2024)
    const section = read.form.sections.collaborationMethods
    expect(section?.kind === 'rich' ? section.blocks.length : 0).toBe(own.length + 1)
    expect(textIn(read, 'purpose')).toBe('svar')
    expect(textIn(read, 'targetGroup')).toBe('svar')
    expect(read.sections.flatMap(({ notes }) => notes).filter(({ kind }) => kind === 'headingTwice')).toEqual(
      [],
    )
  })

  it('are no heading in a bordered answer that begins with them', () => {
    const read = recogniseForm(
      content(
        boxed(bold('Samverkansparter (*)')),
        boxed('Organisation: Region Uppsala'),
        boxed(bold('Beskriv syftet med insatsen (*)')),
        boxed('Samverkansparterna och kommunen vill mötas.'),
        boxed('Insatsens namn är inte bestämt.'),
      ),
      form2024,
    )
    expect(textIn(read, 'purpose').split('\n')).toHaveLength(2)
    expect(reading(read, 'partners')?.is).toBe('read')
  })

  it('are a subheading where the form does not know them', () => {
    const read = recogniseForm(
      content(
        ...[heading(1, 'Beskriv syftet med insatsen (*)'), heading(2, 'Egen rubrik'), p('a')],
        ...[heading(3, 'En till'), heading(1, 'Rubrik som ingen blankett har'), p('b')],
        ...[heading(1, 'Beskriv målgrupp för insatsen (*)'), heading(1, 'Planerad Insattid')],
      ),
      form2024,
    )
    const section = read.form.sections.purpose
    expect(
      section?.kind === 'rich' ? section.blocks.map(block => 'level' in block && block.level) : [],
    ).toEqual([1, false, 2, 1, false])
  })

  it('are the fixed text’s own in the fixed text', () => {
    const agreement = form2016.sections.flatMap(section =>
      section.kind === 'lockedText' ? [section] : [],
    )[0]
    const read = recogniseForm(
      content(
        ...[p(bold('Beskriv syftet med insatsen (*)')), p('svar'), p(bold('Överenskommelse'))],
        p(agreement?.headingNote ?? ''),
        ...(agreement?.parts ?? []).flatMap(part => [
          p(bold(part.heading)),
          ...part.paragraphs.map(text => p(text)),
        ]),
        ...[p(bold('Underskrifter (*)')), table(['Heby kommun, datum', ''])],
      ),
      form2016,
    )
    expect(read.leftOvers).toEqual([])
    expect(read.notes).toEqual([])
  })
})
