import { bullets, footnote, italic, paragraph } from '../../../../server/demo/blocks.ts'
import { plattform } from '../../../../server/demo/plattform/plattform.ts'
import type { Block, Inline, ParagraphContent } from '../../../../shared/document/blockContent.ts'
import type { FilledForm, RichContent, SectionContent } from '../../../../shared/document/filledForm.ts'

/** The demo's ansökan as it went out on its first round, and as it goes out on the second, after the remarks. */
export const firstRound: FilledForm = plattform
export const secondRound: FilledForm = { ...plattform, sections: editedSections() }

function editedSections(): Record<string, SectionContent> {
  const sections: Record<string, SectionContent> = { ...plattform.sections }
  const rich = (key: string, edit: (blocks: readonly Block[]) => readonly Block[]) => {
    const content = sections[key]
    if (content?.kind !== 'rich') throw new Error(`${key} is no rich text.`)
    sections[key] = { kind: 'rich', blocks: edit(content.blocks) } satisfies RichContent
  }
  const edited = <Kind extends SectionContent['kind']>(
    key: string,
    kind: Kind,
    edit: (content: Extract<SectionContent, { kind: Kind }>) => SectionContent,
  ) => {
    const content = sections[key]
    if (content?.kind !== kind) throw new Error(`${key} is no ${kind}.`)
    sections[key] = edit(content as Extract<SectionContent, { kind: Kind }>)
  }

  rich('background', blocks => {
    const changed = words(blocks, [
      // A word, a figure, a name.
      [
        'därför söker vi en förlängning där några delar är nya',
        'därför söker vi en förlängning i fyra år där några delar är nya',
      ],
      [
        'Den består av tre delar – en processledare, ett samverkansteam och två rehabcoacher –',
        'Den består av tre delar – en processledare, ett samverkansteam och tre rehabcoacher –',
      ],
      ['64 procent fler läkarbesök', '61 procent fler läkarbesök'],
      ['88 procent fler övriga', '85 procent fler övriga'],
      // A sentence rewritten.
      [
        'Den utvecklingen vill myndigheten bryta, och räknar då de lokala företagen som en viktig samarbetspartner.',
        'Myndigheten vill bryta utvecklingen och ser de lokala företagen som viktiga för att lyckas.',
      ],
      // A sentence added, and one removed.
      [
        'Behovet av samordning är inte knutet',
        'Många av dem har varit utan arbete i flera år. Behovet av samordning är inte knutet',
      ],
      ['Varje part har sina svårigheter och sina behov. ', ''],
      ['0,8 fler läkarbesök och 0,7 fler', '0,8 fler läkarbesök och 0,6 fler'],
    ])
    // The employers' paragraph is moved up under the health figures and gets a word.
    const employers = changed.findIndex(block => says(block, 'De lokala arbetsgivarna är en part'))
    const [taken] = changed.splice(employers, 1)
    const after = changed.findIndex(block => says(block, 'Ohälsotalet i Heby'))
    changed.splice(
      after + 1,
      0,
      ...words(taken ? [taken] : [], [['en part att räkna med', 'en viktig part att räkna med']]),
    )
    // A long paragraph in two.
    return changed.flatMap(block => split(block, ' Oroande många unga'))
  })
  rich('purpose', blocks => [
    ...blocks.slice(0, 2),
    ...bullets('ge kvinnor och män likvärdigt stöd'),
    ...blocks.slice(2),
  ])
  rich('targetGroup', blocks => {
    const all = words(blocks, [
      ['mellan 16 och 67 år', 'mellan 18 och 66 år'],
      [
        'Vi ställer få krav för att få delta, så att insatsen kan ta emot en bred och stor grupp.',
        'Få krav ställs för att delta. Så kan insatsen ta emot en bred grupp.',
      ],
    ])
    // The last two are joined.
    return joined(all)
  })
  rich('collaborationMethods', blocks => {
    const all = [...blocks]
    // The list of forms goes into another order, and a subheading becomes one of the second level.
    const teams = all.findIndex(block => says(block, 'Samverkansteam och rådgivande dialoger'))
    const [team] = all.splice(teams, 1)
    if (team) all.splice(teams - 1, 0, team)
    return all.map(block =>
      says(block, 'Samverkansteamet') && block.type === 'paragraph' && block.level === 1
        ? { ...block, level: 2 }
        : block,
    )
  })
  rich('individualMethods', blocks =>
    words(blocks, [['Övriga aktiviteter beslutar styrgruppen om. ', '']]).map(block => {
      if (block.type === 'figure') {
        return { ...block, caption: [{ type: 'text', text: 'Figur 1 – Samverkansteamet och dess parter' }] }
      }
      if (says(block, 'BIP och SMAIL används')) {
        return paragraph(
          'BIP och SMAIL används som ',
          italic('förhållningssätt'),
          '. Det betyder att samtalen hålls kring de områden som har betydelse för att komma närmare arbete och studier.',
          footnote('BIP: Beskæftigelsesindikatorprojektet.'),
        )
      }
      return block
    }),
  )
  rich('appendix', blocks =>
    blocks.map(block => {
      if (block.type !== 'table') return block
      const rows = block.rows.map((row, place) => [
        ...row.map(cell => ({
          ...cell,
          content: paragraphs(
            words(
              cell.content,
              [],
              [
                ['+0,43', '+0,41'],
                ['+64\u00a0%', '+61\u00a0%'],
                ['+88\u00a0%', '+85\u00a0%'],
              ],
            ),
          ),
        })),
        {
          ...(place === 0 ? { header: true } : {}),
          content: [paragraph(['Källa', 'Regionen', 'Regionen', 'Regionen'][place] ?? '')],
        },
      ])
      return {
        ...block,
        rows: [
          ...rows,
          ['Män 20–64 år, Heby jämfört med länet', '+0,3', '+0,2', 'Regionen'].map(text => ({
            content: [paragraph(text)],
          })),
        ],
      }
    }),
  )
  edited('owner', 'parties', content =>
    content.role === 'owner'
      ? {
          ...content,
          resourcesSought:
            'Processledare, tillika insatsansvarig\nTre rehabcoacher för det individinriktade arbetet',
        }
      : content,
  )
  edited('partners', 'parties', content =>
    content.role === 'partner'
      ? {
          ...content,
          items: [
            ...content.items.slice(0, 1),
            ...content.items.slice(1, 2).map(item => ({ ...item, contacts: 'Helena Stenmark' })),
            ...content.items.slice(2),
            {
              organisation: 'Enköpings kommun',
              contacts: null,
              email: null,
              resourcesSought: '',
              resourcesContributed: 'En socialsekreterare på deltid',
            },
          ],
        }
      : content,
  )
  edited('goals', 'goals', content => ({
    ...content,
    items: [
      ...content.items.slice(0, 1),
      ...content.items.slice(2, 3),
      ...content.items.slice(3).map(goal => ({
        ...goal,
        text: goal.text.replace('30 personer', '25 personer').replace('65\u00a0%', '60\u00a0%'),
      })),
      { level: 'result' as const, text: '10 arbetsgivare per år har haft dialog med samverkansteamet.' },
    ],
  }))
  edited('period', 'period', content => ({ ...content, start: '2025-03-01', intakeEnd: '2028-06' }))
  edited('expectedParticipants', 'participants', content => ({
    ...content,
    atATime: 30,
    text: content.text.replace('50–70 personer', '60–80 personer'),
  }))
  edited('budgetAmount', 'amount', content => ({
    ...content,
    note: content.note.replace('Budgeten bifogas', 'Budgeten är justerad och bifogas'),
  }))
  edited('budget', 'budget', content => ({
    ...content,
    lines: content.lines.flatMap((line, place) => {
      // A third coach, in the first row that nobody has written in; a row that nobody needs is gone.
      if (place === 3) {
        const years = { 2026: 400_000, 2027: 400_000, 2028: 400_000 }
        return [{ ...line, label: 'Rehabcoach 3', amounts: [{ party: 'owner', kronor: 1_200_000 }], years }]
      }
      if (place === 6) return []
      if (line.label === 'Rehabcoach 2') return [{ ...line, years: { ...line.years, 2027: 783_000 } }]
      if (line.label === 'Resor')
        return [{ ...line, amounts: [...line.amounts, { party: 3, kronor: 10_000 }] }]
      return [line]
    }),
    otherYears: { ...content.otherYears, 2028: 141_000 },
  }))
  edited('discussions', 'log', content => ({
    ...content,
    items: [
      ...content.items,
      { on: '2024-06-20', text: 'Synpunkterna från korrekturläsningen arbetades in.' },
    ],
  }))
  edited('signatures', 'signatures', content => ({ ...content, parties: [] }))
  return sections
}

/** The blocks with words replaced, each of which must stand somewhere in them; those of `anywhere` need not. */
function words(
  blocks: readonly Block[],
  replacements: readonly (readonly [string, string])[],
  anywhere: readonly (readonly [string, string])[] = [],
): Block[] {
  let all = [...blocks]
  for (const [from, to] of [...replacements, ...anywhere]) {
    const next = all.map(block =>
      block.type === 'paragraph' ? { ...block, content: block.content.map(replaced(from, to)) } : block,
    )
    if (JSON.stringify(next) === JSON.stringify(all) && !anywhere.some(pair => pair[0] === from))
      throw new Error(`Nobody says "${from}".`)
    all = next
  }
  return all
}

function replaced(from: string, to: string) {
  return (inline: Inline): Inline => {
    if (inline.type === 'budgetFigure') return inline
    return inline.type === 'text'
      ? { ...inline, text: inline.text.replace(from, to) }
      : { ...inline, content: inline.content.map(text => ({ ...text, text: text.text.replace(from, to) })) }
  }
}

function says(block: Block, begins: string): boolean {
  const [first] = block.type === 'paragraph' ? block.content : []
  return first?.type === 'text' && first.text.startsWith(begins)
}

/** Cut before `at`, whose leading space goes. */
function split(block: Block, at: string): Block[] {
  if (block.type !== 'paragraph') return [block]
  for (const [index, inline] of block.content.entries()) {
    const place = inline.type === 'text' ? inline.text.indexOf(at) : -1
    if (inline.type !== 'text' || place < 0) continue
    const [head, tail] = [inline.text.slice(0, place), inline.text.slice(place).trimStart()]
    return [
      { ...block, content: [...block.content.slice(0, index), { ...inline, text: head }] },
      { ...block, content: [{ ...inline, text: tail }, ...block.content.slice(index + 1)] },
    ]
  }
  return [block]
}

function joined(blocks: readonly Block[]): Block[] {
  const [first, second] = paragraphs(blocks.slice(-2))
  if (!first || !second) return [...blocks]
  const space: Inline = { type: 'text', text: ' ' }
  return [...blocks.slice(0, -2), { ...first, content: [...first.content, space, ...second.content] }]
}

function paragraphs(blocks: readonly Block[]): ParagraphContent[] {
  return blocks.filter(block => block.type === 'paragraph')
}
