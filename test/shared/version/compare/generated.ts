import type {
  Block,
  CellContent,
  Inline,
  ParagraphContent,
  TextContent,
} from '../../../../shared/document/blockContent.ts'
import type { FilledForm, GoalContent, SectionContent } from '../../../../shared/document/filledForm.ts'
import type { Random } from '../../form/seeded.ts'
import { editedBudget, madeUpBudget, madeUpYears } from './generatedBudget.ts'

/** Words that are hard to keep apart, and some that must never be cut: thousands, days, emoji, combining signs. */
const manyWords = [
  'insats',
  'Insatsen',
  'samverkan',
  'rehabilitering',
  'ö',
  'å',
  'är',
  'och',
  'att',
  'för',
  'i',
  'parterna',
  'målgruppen',
  'stöd',
  '10 256 000',
  '10\u00a0256\u00a0000',
  '100\u202f000',
  '2025-01-01',
  '80',
  '%',
  '3,5',
  '👩‍👩‍👧',
  '🇸🇪',
  '🇸🇪🇳🇴',
  'e\u0301tage',
  'a\u030a',
  '👍🏽',
  '1️⃣',
  '\ud83d',
  '\udc69',
  '\ufffc',
  'e-post',
  'anna@heby.example',
  'https://www.example.org/a?b=c',
  'l’été',
] as const
const fewWords = ['a', 'b', 'a.', 'och'] as const
const signs = [
  '.',
  ',',
  '. ',
  ' ',
  '  ',
  '\u00a0',
  '! ',
  ' – ',
  '\t',
  '; ',
  '',
  ' (',
  ') ',
  '\u0301',
] as const

/** Made-up text; `few` words of them make it full of repeats. */
export function madeUpWords(random: Random, count: number, few: boolean): string {
  let text = ''
  for (let nth = 0; nth < count; nth += 1) {
    const word = few ? random.pick(fewWords) : random.pick(manyWords)
    text += word + (random.between(0, 3) === 0 ? random.pick(signs) : ' ')
  }
  return random.between(0, 2) === 0 ? text : text.trim()
}

function madeUpRun(random: Random, few: boolean): TextContent {
  return {
    type: 'text',
    text: madeUpWords(random, random.between(0, 12), few),
    ...(random.between(0, 4) === 0 ? { bold: true } : {}),
    ...(random.between(0, 4) === 0 ? { italic: true } : {}),
    ...(random.between(0, 9) === 0 ? { link: random.pick(['https://a.example', 'mailto:b@a.example']) } : {}),
  }
}

function madeUpInline(random: Random, few: boolean): Inline {
  const kind = random.between(0, 7)
  if (kind === 0) return { type: 'footnote', content: [madeUpRun(random, few)] }
  return kind === 1
    ? { type: 'budgetFigure', sum: random.pick(['sought', '2025', '2026']) }
    : madeUpRun(random, few)
}

function many<T>(random: Random, most: number, make: () => T): T[] {
  return Array.from({ length: random.between(0, most) }, make)
}

function madeUpParagraph(random: Random, few: boolean): ParagraphContent {
  return {
    type: 'paragraph',
    ...(random.between(0, 4) === 0 ? { level: random.pick([0, 1, 2]) } : {}),
    ...(random.between(0, 4) === 0 ? { list: random.pick(['bullet', 'number']) } : {}),
    ...(random.between(0, 4) === 0 ? { indent: random.between(0, 3) } : {}),
    content: many(random, 3, () => madeUpInline(random, few)),
  }
}

function madeUpCell(random: Random, few: boolean, mayspan: boolean): CellContent {
  return {
    ...(random.between(0, 5) === 0 ? { header: true } : {}),
    ...(mayspan && random.between(0, 5) === 0 ? { colspan: 2 } : {}),
    ...(mayspan && random.between(0, 9) === 0 ? { rowspan: 2 } : {}),
    content: many(random, 2, () => madeUpParagraph(random, few)),
  }
}

function madeUpBlock(random: Random, few: boolean): Block {
  const kind = random.between(0, 11)
  if (kind === 0) {
    const width = random.between(1, 3)
    const spans = random.between(0, 3) === 0
    const rows = Array.from({ length: random.between(1, 4) }, () =>
      Array.from({ length: spans ? random.between(1, 3) : width }, () => madeUpCell(random, few, spans)),
    )
    return { type: 'table', rows }
  }
  if (kind > 1) return madeUpParagraph(random, few)
  return {
    type: 'figure',
    image: random.pick(['bild1', 'bild2']),
    width: random.between(1, 2),
    height: 1,
    alt: madeUpWords(random, random.between(0, 4), few),
    caption: many(random, 2, () => madeUpRun(random, few)),
  }
}

/** An ansökan on the 2024 form, short or long, of few words or many. */
export function madeUpForm(random: Random): FilledForm {
  const few = random.between(0, 2) === 0
  const prose = () => madeUpWords(random, random.between(0, 8), few)
  const line = () => (random.between(0, 2) === 0 ? null : madeUpWords(random, 1, few) || null)
  const party = () => ({
    organisation: line(),
    contacts: line(),
    email: line(),
    resourcesSought: `${prose()}\n${prose()}`,
    resourcesContributed: prose(),
  })
  const number = () => random.pick([null, 0, 5, 150_000])
  const rich = (): SectionContent => ({
    kind: 'rich',
    blocks: [
      madeUpParagraph(random, few),
      ...many(random, random.pick([0, 3, 12]), () => madeUpBlock(random, few)),
    ],
  })
  const partners = many(random, 3, party)
  return {
    formId: '2024',
    sections: {
      name: { kind: 'text', value: line() },
      owner: { kind: 'parties', role: 'owner', ...party() },
      partners: { kind: 'parties', role: 'partner', items: partners },
      background: rich(),
      goals: {
        kind: 'goals',
        items: many(random, 5, () => ({
          level: random.pick<GoalContent['level']>(['overall', 'effect', 'result']),
          text: prose(),
        })),
      },
      period: { kind: 'period', start: line(), end: '2025-01-01', intakeEnd: null },
      expectedParticipants: {
        kind: 'participants',
        text: prose(),
        atATime: number(),
        differentPersons: number(),
        perYear: number(),
      },
      targetGroup: rich(),
      budgetAmount: {
        kind: 'amount',
        total: number(),
        note: prose(),
        perYear: madeUpYears(random),
      },
      discussed: { kind: 'yesNo', answer: random.pick(['yes', 'no', null]), comment: prose() },
      discussions: { kind: 'log', items: many(random, 4, () => ({ on: line(), text: prose() })) },
      signatures: {
        kind: 'signatures',
        parties: (['owner', ...partners.keys()] as const).flatMap(party =>
          random.between(0, 1) === 0
            ? []
            : [{ party, date: '2025-01-01', name: line(), clarification: line(), email: line() }],
        ),
      },
      budget: madeUpBudget(random, partners.length),
    },
  }
}

/** The same with a few things done to it that people do. */
export function editedForm(random: Random, form: FilledForm): FilledForm {
  const other = madeUpForm(random)
  const sections = Object.entries(form.sections).map(([key, content]) => {
    if (random.between(0, 2) === 0) return [key, content] as const
    return [key, editedSection(random, content, other.sections[key] ?? content)] as const
  })
  return { ...form, sections: Object.fromEntries(sections) }
}

function editedSection(random: Random, content: SectionContent, other: SectionContent): SectionContent {
  if (random.between(0, 14) === 0) return other
  switch (content.kind) {
    case 'rich':
      return { kind: 'rich', blocks: editedBlocks(random, content.blocks) }
    case 'goals':
      return {
        ...content,
        items: editedList(random, content.items, item => ({ ...item, text: editedText(random, item.text) })),
      }
    case 'log':
      return {
        ...content,
        items: editedList(random, content.items, item => ({ ...item, text: editedText(random, item.text) })),
      }
    case 'parties':
      return content.role === 'owner'
        ? { ...content, resourcesSought: editedText(random, content.resourcesSought) }
        : {
            ...content,
            items: editedList(random, content.items, item => ({
              ...item,
              resourcesSought: editedText(random, item.resourcesSought),
            })),
          }
    case 'budget':
      return editedBudget(random, content, editedList)
    default:
      return other
  }
}

/** Moves, removes, doubles and changes some of them. */
function editedList<T>(random: Random, items: readonly T[], change: (item: T) => T): T[] {
  const edited = [...items]
  for (let edits = random.between(1, 4); edits > 0; edits -= 1) {
    const place = random.between(0, Math.max(0, edited.length - 1))
    const item = edited[place]
    if (item === undefined) break
    switch (random.between(0, 3)) {
      case 0:
        edited.splice(place, 1)
        edited.splice(random.between(0, edited.length), 0, random.between(0, 2) === 0 ? change(item) : item)
        break
      case 1:
        edited.splice(place, 1)
        break
      case 2:
        edited.splice(random.between(0, edited.length), 0, item)
        break
      default:
        edited[place] = change(item)
    }
  }
  return edited
}

function editedBlocks(random: Random, blocks: readonly Block[]): Block[] {
  let edited = editedList(random, blocks, block => editedBlock(random, block))
  const place = random.between(0, Math.max(0, edited.length - 1))
  const [block, next] = [edited[place], edited[place + 1]]
  if (block?.type === 'paragraph' && random.between(0, 2) === 0) {
    edited = [...edited.slice(0, place), ...splitParagraph(random, block), ...edited.slice(place + 1)]
  } else if (block?.type === 'paragraph' && next?.type === 'paragraph' && random.between(0, 1) === 0) {
    const space = random.pick([' ', ''])
    const content = [...block.content, { type: 'text', text: space } as const, ...next.content]
    edited = [...edited.slice(0, place), { ...block, content }, ...edited.slice(place + 2)]
  }
  return edited.length > 0 ? edited : [{ type: 'paragraph', content: [] }]
}

function splitParagraph(random: Random, block: ParagraphContent): ParagraphContent[] {
  const place = random.between(0, block.content.length)
  const inline = block.content[place]
  if (inline?.type !== 'text') {
    return [
      { ...block, content: block.content.slice(0, place) },
      { ...block, content: block.content.slice(place) },
    ]
  }
  const cut = random.between(0, inline.text.length)
  return [
    { ...block, content: [...block.content.slice(0, place), { ...inline, text: inline.text.slice(0, cut) }] },
    { ...block, content: [{ ...inline, text: inline.text.slice(cut) }, ...block.content.slice(place + 1)] },
  ]
}

function editedBlock(random: Random, block: Block): Block {
  switch (block.type) {
    case 'paragraph':
      return editedParagraph(random, block)
    case 'figure':
      return random.between(0, 1) === 0
        ? { ...block, alt: editedText(random, block.alt) }
        : {
            ...block,
            caption: block.caption.map(run => editedRun(random, run)),
            image: random.pick(['bild1', 'bild2']),
          }
    case 'table': {
      const rows = editedList(random, block.rows, row =>
        editedList(random, row, cell => editedCell(random, cell)),
      )
      if (random.between(0, 1) === 0) return { ...block, rows }
      // A column more, or one less.
      const place = random.between(0, 3)
      const isMore = random.between(0, 1) === 0
      const even = block.rows.map(row =>
        isMore
          ? [...row.slice(0, place), madeUpCell(random, false, false), ...row.slice(place)]
          : row.filter((_, nth) => nth !== place),
      )
      return { ...block, rows: even }
    }
  }
}

function editedCell(random: Random, cell: CellContent): CellContent {
  return {
    ...cell,
    ...(random.between(0, 3) === 0
      ? { header: random.pick([true, false]), colspan: random.between(1, 2) }
      : {}),
    content: cell.content.map(paragraph => editedParagraph(random, paragraph)),
  }
}

function editedParagraph(random: Random, block: ParagraphContent): ParagraphContent {
  if (random.between(0, 3) === 0)
    return { ...block, level: random.pick([0, 1, 2]), indent: random.between(0, 2) }
  const content = block.content.map((inline): Inline => {
    if (random.between(0, 2) === 0) return inline
    if (inline.type === 'text') return editedRun(random, inline)
    if (inline.type === 'budgetFigure') return inline
    return { ...inline, content: inline.content.map(run => editedRun(random, run)) }
  })
  return { ...block, content }
}

function editedRun(random: Random, run: TextContent): TextContent {
  const { bold, ...rest } = run
  if (random.between(0, 2) > 0) return { ...run, text: editedText(random, run.text) }
  return bold ? rest : { ...rest, bold: true }
}

/** Words put in, taken out and exchanged, also in the middle of a word. */
export function editedText(random: Random, text: string): string {
  let edited = text
  for (let edits = random.between(1, 3); edits > 0; edits -= 1) {
    const start = random.between(0, edited.length)
    const end = Math.min(edited.length, start + random.pick([0, 0, 1, 5, 20]))
    edited =
      edited.slice(0, start) +
      random.pick(['', madeUpWords(random, 2, random.between(0, 1) === 0)]) +
      edited.slice(end)
  }
  return edited
}
