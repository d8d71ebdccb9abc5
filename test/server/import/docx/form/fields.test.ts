import { describe, expect, it } from 'vitest'
import { recogniseForm } from '../../../../../server/import/docx/form/recogniseForm.ts'
import type { WordPart } from '../../../../../server/import/docx/word/WordContent.ts'
import type { Block } from '../../../../../shared/document/blockContent.ts'
import type { FormTemplate } from '../../../../../shared/form/FormTemplate.ts'
import { form2016 } from '../../../../../shared/form/forms/2016/form.ts'
import { form2019 } from '../../../../../shared/form/forms/2019/form.ts'
import { form2022 } from '../../../../../shared/form/forms/2022/form.ts'
import { form2024 } from '../../../../../shared/form/forms/2024/form.ts'
import { plainLine } from '../../../../../shared/import/plainLines.ts'
import {
  bold,
  br,
  content,
  footnote,
  heading,
  italic,
  item,
  p,
  picture,
  table,
  text,
  tick,
} from './content.ts'

/** What one section of a form is read as, with these parts under its heading. */
function read(template: FormTemplate, key: string, ...parts: readonly WordPart[]) {
  const asked = template.sections.find(section => section.key === key)
  const form = recogniseForm(
    content(p(bold(`${asked?.heading}${asked?.starred ? ' (*)' : ''}`)), ...parts),
    template,
  )
  const reading = form.sections.find(({ section }) => section === key)
  return {
    section: form.form.sections[key],
    is: reading?.is,
    notes: [...(reading?.notes ?? []), ...form.notes].map(({ kind, said }) => [kind, said]),
    left: form.leftOvers.map(({ why, blocks, proposed }) => [
      why,
      blocks.map(words).join('\n'),
      ...(proposed === null ? [] : [proposed]),
    ]),
  }
}

function words(block: Block): string {
  return block.type === 'paragraph' ? plainLine(block) : `(${block.type})`
}

describe('The name', () => {
  it('stands under the heading, or after its colon', () => {
    expect(read(form2016, 'name', p('Trädgård & rehab'))).toMatchObject({
      section: { value: 'Trädgård & rehab' },
    })
    const form = recogniseForm(content(p('Insatsens namn: Verkstaden')), form2024)
    expect(form.form.sections.name).toEqual({ kind: 'text', value: 'Verkstaden' })
  })

  it('that is too long for its field is left over whole', () => {
    const long = 'Namn '.repeat(60).trim()
    expect(read(form2024, 'name', p(long))).toMatchObject({
      section: { value: null },
      left: [['doesNotFit', long]],
      notes: [['valueTooLong', expect.stringMatching(/^Namn .*…$/)]],
    })
  })
})

describe('The parties', () => {
  it('leave over what no form asks of them, such as a telephone', () => {
    const lines = ['Organisation: Heby', 'E-post: anna@heby.example', 'Telefon: 0224-360 00']
    expect(read(form2019, 'owner', ...lines.map(line => p(line)))).toMatchObject({
      section: { organisation: 'Heby', email: 'anna@heby.example' },
      left: [['unknownLabel', 'Telefon: 0224-360 00']],
    })
  })

  it('are read by their labels, each on a line of its own or all on one', () => {
    expect(
      read(
        form2016,
        'owner',
        p('Organisation: Lillby kommun'),
        p(bold('Kontaktperson(er):'), ' Stina Ek', br, 'Olle Alm'),
        p('Epost:\tstina@lillby.example'),
      ).section,
    ).toMatchObject({
      organisation: 'Lillby kommun',
      contacts: 'Stina Ek, Olle Alm',
      email: 'stina@lillby.example',
    })
    expect(
      read(form2019, 'partners', p('Organisation: AF, Kontaktperson: Mia Sten, E-post: mia@af.example'))
        .section,
    ).toMatchObject({ items: [{ organisation: 'AF', contacts: 'Mia Sten', email: 'mia@af.example' }] })
  })

  it('are one or several, numbered or in a table, with labels or without', () => {
    const partners = ['Arbetsförmedlingen', 'Region Uppsala'].map(organisation => ({ organisation }))
    const named = (...parts: readonly WordPart[]) => read(form2022, 'partners', ...parts).section
    const numbered = read(
      form2016,
      'partners',
      ...[p('1.'), p('Organisation: Arbetsförmedlingen'), p('2.'), p('Organisation:'), p('Region Uppsala')],
    )
    expect(numbered.section).toMatchObject({ items: partners })
    expect(
      named(p('1. Organisation: Arbetsförmedlingen'), p('2. Organisation: Region Uppsala')),
    ).toMatchObject({
      items: partners,
    })
    expect(named(p('Arbetsförmedlingen'), p('Region Uppsala'))).toMatchObject({ items: partners })
    expect(named(item('number', 'Arbetsförmedlingen'), item('number', 'Region Uppsala'))).toMatchObject({
      items: partners,
    })
    expect(
      read(
        form2019,
        'partners',
        table(
          ['Organisation', 'Kontaktperson', 'E-post'],
          ['Arbetsförmedlingen', 'Mia Sten', 'mia@af.example'],
          ['Region Uppsala', 'Bo Lind', ''],
        ),
      ).section,
    ).toMatchObject({
      items: [
        { organisation: 'Arbetsförmedlingen', contacts: 'Mia Sten', email: 'mia@af.example' },
        { organisation: 'Region Uppsala', contacts: 'Bo Lind', email: null },
      ],
    })
  })

  it('without labels are a guess, and that is said', () => {
    expect(read(form2022, 'owner', p('Heby kommun'))).toMatchObject({
      section: { organisation: 'Heby kommun' },
      is: 'guessed',
      notes: [['partyGuessed', 'Heby kommun']],
    })
  })

  it('have resources of several lines', () => {
    expect(
      read(
        form2024,
        'owner',
        ...[
          p('Organisation: Heby'),
          p('Resurser vi söker medel till:'),
          item('bullet', 'En ledare'),
          item('bullet', 'En till'),
        ],
        ...[p('Resurser som vi bidrar med: lokal'), p(''), p('och verktyg')],
      ).section,
    ).toMatchObject({ resourcesSought: 'En ledare\nEn till', resourcesContributed: 'lokal\n\noch verktyg' })
  })

  it('leave what the form does not ask, and what it has no place for', () => {
    const asked = read(form2024, 'partners', p('Organisation: AF'), p('Kontaktperson: Mia Sten'))
    expect(asked.section).toMatchObject({ items: [{ organisation: 'AF', contacts: null }] })
    expect(asked.left).toEqual([['notAsked', 'AF\nKontaktperson: Mia Sten']])
    const owners = read(form2022, 'owner', p('Organisation: Heby'), p('Organisation: Tierp'))
    expect(owners.section).toMatchObject({ organisation: 'Heby' })
    expect(owners.left).toEqual([['doesNotFit', 'Organisation: Tierp']])
    expect(read(form2022, 'owner', p('Organisation: Heby'), p('Diarienummer: 12')).left).toEqual([
      ['unknownLabel', 'Diarienummer: 12'],
    ])
  })
})

describe('The goals', () => {
  it('are a paragraph each under the label of their level, however that is written', () => {
    const { section, left } = read(
      form2024,
      'goals',
      ...[p('Effektmål'), item('number', 'Fler arbetar'), { ...item('bullet', 'av alla'), indent: 1 }],
      ...[p(bold('RESULTATMAL:')), p('1. 30 personer'), p('2) 12 möten', br, 'varje år')],
      p('Resultatmål 3: Allt annat'),
    )
    expect(section).toEqual({
      kind: 'goals',
      items: [
        { level: 'effect', text: 'Fler arbetar\nav alla' },
        { level: 'result', text: '30 personer' },
        { level: 'result', text: '12 möten\nvarje år' },
        { level: 'result', text: 'Allt annat' },
      ],
    })
    expect(left).toEqual([])
  })

  it('of a level that another version calls something else are a guess', () => {
    expect(read(form2024, 'goals', p('Insatsmål'), p('30 personer'))).toMatchObject({
      section: { items: [{ level: 'result', text: '30 personer' }] },
      notes: [['goalLevelGuessed', 'Insatsmål']],
    })
    expect(read(form2019, 'goals', p('Insatsmål'), p('a'), p('Resultatmål'), p('b'))).toMatchObject({
      section: { items: [{ level: 'insats' }, { level: 'result' }] },
    })
  })

  it('of no level, or one that the form does not have, are left over', () => {
    expect(read(form2024, 'goals', p('Vi vill mycket'), p('Effektmål:'), p('a')).left).toEqual([
      ['unknownLabel', 'Vi vill mycket'],
    ])
    expect(read(form2024, 'goals', p('Övergripande mål:'), p('Alla mår bra')).left).toEqual([
      ['notAsked', 'Övergripande mål:\nAlla mår bra'],
    ])
  })
})

describe('Dates', () => {
  const period = (start: string, intake = '') =>
    read(
      form2024,
      'period',
      p(`Planerat startdatum: ${start}`),
      p(bold('Planerat slutdatum:')),
      p('2028-12-31'),
      p(`Eventuellt slutdatum för intag av personer i insatsen: ${intake}`),
    )

  it.each(['2025-01-01', '25-01-01', '250101', '1 januari 2025', '1/1 2025'])('are read as %s', day => {
    expect(period(day).section).toEqual({
      ...{ kind: 'period', start: '2025-01-01', end: '2028-12-31', intakeEnd: null },
    })
  })

  it.each([
    ['hösten 2028', '2028-autumn'],
    ['oktober 2020', '2020-10'],
    ['vecka 19 och 20 2024', '2024-W19/W20'],
  ])('of the intake may be %s', (said, stored) => {
    expect(period('2025-01-01', said).section).toMatchObject({ intakeEnd: stored })
  })

  it('that cannot be read are left over with their label', () => {
    expect(period('så snart som möjligt')).toMatchObject({
      section: { start: null, end: '2028-12-31' },
      left: [['doesNotFit', 'Planerat startdatum: så snart som möjligt']],
    })
    expect(read(form2019, 'period', p('Planerat slutdatum för intag: hösten 2020')).left).toHaveLength(1)
  })

  it('without labels are a guess', () => {
    expect(read(form2024, 'period', p('2025-01-01 – 2028-12-31'))).toMatchObject({
      section: { start: '2025-01-01', end: '2028-12-31' },
      notes: [['dateGuessed', '2025-01-01 – 2028-12-31']],
    })
  })

  it('may stand beside their labels in a table', () => {
    expect(
      read(
        form2024,
        'period',
        table(['Planerat startdatum:', '2025-01-01'], ['Planerat slutdatum:', '261231']),
      ).section,
    ).toMatchObject({ start: '2025-01-01', end: '2026-12-31' })
  })
})

describe('The log', () => {
  it('is an event a paragraph, and a date without its year has that of the one above', () => {
    const { section, notes } = read(
      form2024,
      'discussions',
      ...[
        p('231207 Lokus en heldag'),
        item('bullet', '2024-02-19: Lokus'),
        p('Vecka 19 och 20 Dialog'),
        p('Utan dag'),
      ],
      p('15 maj 2024 – Remiss', br, 'till alla'),
      table(['2024-06-10', 'Korrektur']),
    )
    expect(section).toEqual({
      kind: 'log',
      items: [
        { on: '2023-12-07', text: 'Lokus en heldag' },
        { on: '2024-02-19', text: 'Lokus' },
        { on: '2024-W19/W20', text: 'Dialog' },
        { on: null, text: 'Utan dag' },
        { on: '2024-05-15', text: 'Remiss\ntill alla' },
        { on: '2024-06-10', text: 'Korrektur' },
      ],
    })
    expect(notes).toEqual([['dateGuessed', 'Vecka 19 och 20 Dialog']])
  })
})

describe('Yes and no', () => {
  const asked = (...parts: readonly WordPart[]) => read(form2019, 'discussed', ...parts).section

  it.each<[string, readonly WordPart[], 'yes' | 'no' | null]>([
    ['boxes', [p(tick(true), ' Ja'), p(tick(false), ' Nej')], 'yes'],
    ['boxes on one line', [p('☐ Ja ☒ Nej')], 'no'],
    ['boxes after the words', [p('Ja ☐  Nej ☒')], 'no'],
    ['brackets', [p('[x] Ja  [ ] Nej')], 'yes'],
    ['a cross', [p('Ja X'), p('Nej')], 'yes'],
    ['a table', [table(['Ja', [p(tick(true))]], ['Nej', [p(tick(false))]])], 'yes'],
    ['the word alone', [p('Ja')], 'yes'],
    ['both words and no cross', [p('Ja'), p('Nej')], null],
    ['no cross in any box', [p(tick(false), ' Ja ', tick(false), ' Nej')], null],
    ['two crosses', [p('☒ Ja ☒ Nej')], null],
  ])('is answered with %s', (_how, parts, answer) => {
    expect(asked(...parts)).toEqual({ kind: 'yesNo', answer, comment: '' })
  })

  it('has its comment after the label, or after the answer', () => {
    expect(asked(p('☒ Ja'), p('Kommentar: I april'), p('och maj'))).toMatchObject({
      comment: 'I april\noch maj',
    })
    expect(asked(p('Ja, vid två möten.'))).toMatchObject({ answer: 'yes', comment: 'Ja, vid två möten.' })
    expect(asked(p('Nejdå är inget svar.'))).toMatchObject({ answer: null, comment: 'Nejdå är inget svar.' })
  })

  it('leaves a comment that the form has no place for', () => {
    expect(read(form2024, 'discussed', p('☒ Ja'), p('I april')).left).toEqual([
      ['doesNotFit', 'I april', { section: 'discussions' }],
    ])
  })
})

describe('Amounts', () => {
  it.each<[string, number, boolean]>([
    ['10 256 000 kr', 10_256_000, false],
    ['10\u00a0256\u202f000 kronor.', 10_256_000, false],
    ['10.256.000:-', 10_256_000, false],
    ['10 256 tkr', 10_256_000, true],
    ['1,5 miljoner kronor', 1_500_000, true],
    ['Sökt belopp: 1 540 400 kr', 1_540_400, true],
    ['1540400', 1_540_400, true],
  ])('are read as %s', (said, total, isGuessed) => {
    const { section, is } = read(form2024, 'budgetAmount', p(said))
    expect(section).toEqual({ kind: 'amount', total, note: '', perYear: {} })
    expect(is).toBe(isGuessed ? 'guessed' : 'read')
  })

  it('are per year where the form asks for it, and added where it does not', () => {
    const parts = [p('2020: 850 000 kr'), p('2021: 200 000 kr'), p('Se bilaga.')]
    expect(read(form2019, 'budgetAmount', ...parts).section).toEqual({
      ...{ kind: 'amount', total: null, note: 'Se bilaga.', perYear: { 2020: 850_000, 2021: 200_000 } },
    })
    expect(read(form2024, 'budgetAmount', ...parts)).toMatchObject({
      section: { total: 1_050_000, note: '2020: 850 000 kr\n2021: 200 000 kr\nSe bilaga.', perYear: {} },
      is: 'guessed',
    })
  })

  it('are no amounts in other words', () => {
    expect(
      read(form2024, 'budgetAmount', p('Se bilaga 1. Mall 2024, 20 % av 5 personer.')).section,
    ).toMatchObject({
      total: null,
      note: 'Se bilaga 1. Mall 2024, 20 % av 5 personer.',
    })
  })
})

describe('The participants', () => {
  it('are what is said on the line; what goes on is the target group’s', () => {
    const form = recogniseForm(
      content(
        ...[p(bold('Beskriv målgrupp för insatsen (*)')), p('Unga.')],
        ...[p('Ange förväntat antal deltagare: Minst 15 per år'), p('De kommer från hela länet.')],
      ),
      form2022,
    )
    expect(form.form.sections.expectedParticipants).toMatchObject({ text: 'Minst 15 per år', perYear: null })
    expect(form.leftOvers).toMatchObject([{ why: 'doesNotFit', proposed: { section: 'targetGroup' } }])
  })

  it('are not what stands under a heading of the applicant’s own', () => {
    const own = [heading(1, 'Jämställdhet'), p('Lika villkor.'), heading(1, 'Risker'), p('Få.')]
    const form = recogniseForm(
      content(heading(1, 'Ange förväntat antal deltagare:'), p('Omkring 30.'), ...own),
      form2022,
    )
    expect(form.form.sections.expectedParticipants).toMatchObject({ text: 'Omkring 30.' })
    expect(form.leftOvers.map(({ why, blocks }) => [why, ...blocks.map(words)])).toEqual([
      ['noHeading', 'Jämställdhet', 'Lika villkor.'],
      ['noHeading', 'Risker', 'Få.'],
    ])
  })

  it('have numbers of their own', () => {
    const lines = [p('Omkring 30.'), p('Samtidigt: 10'), p('Per kalenderår: 15'), p('Samtidigt: många')]
    expect(read(form2024, 'expectedParticipants', ...lines).section).toEqual({
      ...{ kind: 'participants', text: 'Omkring 30.\nSamtidigt: många', atATime: 10, perYear: 15 },
      differentPersons: null,
    })
  })
})

describe('Running text', () => {
  it('has lists, marks, links, footnotes, figures with captions and tables', () => {
    const { section, notes } = read(
      form2024,
      'individualMethods',
      p(bold('Egen rubrik')),
      p('Text ', bold('fet'), ' ', italic('kursiv'), footnote('noten'), '.'),
      item('bullet', 'ett'),
      { ...item('number', 'två', br, 'under'), indent: 1 },
      p('Före ', picture(''), ' efter'),
      p(picture('Teamet')),
      p('Figur 1 – teamet'),
      { ...table(['Vem', 'Vad'], ['AF', [item('bullet', 'a'), p('b')]]) },
      p(''),
      p({ ...text('länk'), link: 'https://www.example.org/' }),
    )
    const figure = { type: 'figure', image: 'a'.repeat(64), width: 300, height: 200 }
    const said = (words: string) => ({ type: 'paragraph', content: [{ type: 'text', text: words }] })
    expect(section).toEqual({
      kind: 'rich',
      blocks: [
        { ...said('Egen rubrik'), level: 1 },
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: 'Text ' },
            { type: 'text', text: 'fet', bold: true },
            { type: 'text', text: ' ' },
            { type: 'text', text: 'kursiv', italic: true },
            { type: 'footnote', content: [{ type: 'text', text: 'noten' }] },
            { type: 'text', text: '.' },
          ],
        },
        { ...said('ett'), list: 'bullet' },
        { ...said('två'), list: 'number', indent: 1 },
        { ...said('under'), indent: 2 },
        said('Före '),
        { ...figure, alt: '', caption: [] },
        said(' efter'),
        { ...figure, alt: 'Teamet', caption: [{ type: 'text', text: 'Figur 1 – teamet' }] },
        {
          type: 'table',
          rows: [
            [{ content: [said('Vem')] }, { content: [said('Vad')] }],
            [{ content: [said('AF')] }, { content: [{ ...said('a'), list: 'bullet' }, said('b')] }],
          ],
        },
        { type: 'paragraph', content: [{ type: 'text', text: 'länk', link: 'https://www.example.org/' }] },
      ],
    })
    expect(notes).toEqual([['pictureTextMissing', '']])
  })
})

describe('The fixed text', () => {
  const agreement = form2024.sections.flatMap(section => (section.kind === 'lockedText' ? [section] : []))[0]
  const parts = (agreement?.parts ?? []).flatMap(part => [
    p(bold(part.heading)),
    ...part.paragraphs.map(paragraph => p(paragraph)),
  ])

  it('is the form’s, also with damaged letters', () => {
    const damaged = parts.map(part =>
      p(...part.content.map(one => (one.is === 'text' ? one.text.replace(/[åäö]/g, '?') : one))),
    )
    expect(read(form2024, 'agreement', ...parts)).toMatchObject({ notes: [], left: [] })
    expect(read(form2024, 'agreement', ...damaged)).toMatchObject({ notes: [], left: [] })
  })

  it('in another wording is never taken, and each other sentence is said', () => {
    const [first, second, ...others] = parts
    const other = 'Personal som arbetar i insatsen är inte anställda av berörd medlemsorganisation.'
    const changed = [first, second, ...others].flatMap((part, place) =>
      part ? (place === 3 ? [p(other)] : [part]) : [],
    )
    expect(read(form2024, 'agreement', ...changed)).toMatchObject({
      notes: [['agreementDiffers', other]],
      left: [],
    })
    expect(read(form2024, 'agreement', ...parts.slice(2)).notes).toEqual([['agreementDiffers', '']])
  })

  it('does not swallow what somebody has written into it', () => {
    const own = 'Kommunen reserverar sig mot kostnader för bussar och lunch.'
    expect(read(form2024, 'agreement', ...parts, p(own)).left).toEqual([['notAsked', own]])
  })
})

describe('Signatures', () => {
  const parties: readonly WordPart[] = [
    ...[p(bold('Insatsägare (*)')), p('Organisation: Lillby kommun')],
    ...[p(bold('Samverkansparter (*)')), p('Organisation: AF'), p('Organisation: Region Uppsala')],
  ]

  function signed(template: FormTemplate, ...parts: readonly WordPart[]) {
    const form = recogniseForm(content(...parties, ...parts), template)
    return {
      section: form.form.sections.signatures,
      notes: form.sections.find(({ section }) => section === 'signatures')?.notes,
      left: form.leftOvers.length,
    }
  }

  it('are found in a table a page, by the name of the party; their days are said and not taken', () => {
    const page = (organisation: string, role: string, name: string) => [
      p(bold('Underskrift (*)')),
      table(
        ['Organisation och datum', organisation],
        [`${role} (namn)`, ''],
        [`${role} (namnförtydligande)`, name],
        ['E-post:', 'a@b.example'],
      ),
    ]
    expect(
      signed(
        form2024,
        ...page('Region Uppsala', 'Samverkanspart', 'Bo Lind'),
        p('Insatsens namn'),
        ...page('Lillby kommun, 2024-06-01', 'Insatsägare', 'Stina Ek'),
      ),
    ).toEqual({
      section: {
        kind: 'signatures',
        parties: [
          { party: 'owner', date: null, name: null, clarification: 'Stina Ek', email: 'a@b.example' },
          { party: 1, date: null, name: null, clarification: 'Bo Lind', email: 'a@b.example' },
        ],
      },
      notes: [{ kind: 'signaturesNotTaken', said: '2024-06-01' }],
      left: 0,
    })
  })

  it('are found in cells beside each other', () => {
    const cell = (organisation: string, role: string, name: string) => [
      p(organisation),
      p('Datum: 23/10'),
      p(`${role} ${name}`),
      p(bold(`${role} (namnförtydligande)`)),
      p(name),
    ]
    const { section, notes } = signed(
      form2019,
      p(bold('Underskrifter (*)')),
      table([cell('Lillby kommun', 'Insatsägare', 'Stina Ek'), cell('AF', 'Samverkanspart', 'Mia Sten')]),
    )
    expect(section).toMatchObject({
      parties: [
        { party: 'owner', name: 'Stina Ek', clarification: 'Stina Ek' },
        { party: 0, name: 'Mia Sten', clarification: 'Mia Sten' },
      ],
    })
    expect(notes).toEqual([{ kind: 'signaturesNotTaken', said: '23/10' }])
  })

  it('of somebody who is no party are left over', () => {
    const other = table(['Organisation och datum', 'Försäkringskassan'], ['Samverkanspart(namn)', 'Kim Ask'])
    expect(signed(form2024, p(bold('Underskrift (*)')), other)).toMatchObject({
      section: { parties: [] },
      left: 1,
    })
  })
})

describe('Before the first heading', () => {
  it('the title and the instructions are the form’s, and all else is left over', () => {
    const form = recogniseForm(
      content(
        p(bold('Ansökan om samverkansinsatser inom samordningsförbundet 2018-2020')),
        p('Diarienummer 2018/12'),
        p(bold('Insatsens namn')),
        p('Trädgård'),
      ),
      form2016,
    )
    expect(form.notes).toEqual([
      { kind: 'titleDiffers', said: 'Ansökan om samverkansinsatser inom samordningsförbundet 2018-2020' },
    ])
    expect(form.leftOvers).toEqual([
      {
        ...{ id: 'text-1', why: 'noHeading', under: null, proposed: null },
        blocks: [{ type: 'paragraph', content: [{ type: 'text', text: 'Diarienummer 2018/12' }] }],
      },
    ])
    const preamble = recogniseForm(
      content(p(form2024.preamble ?? ''), heading(1, 'Insatsens namn')),
      form2024,
    )
    expect(preamble).toMatchObject({ leftOvers: [], notes: [] })
  })
})
