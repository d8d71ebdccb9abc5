import { randomBytes } from 'node:crypto'
import type { KeptThread } from '../../server/comment/commentsFile.ts'
import { keepPlace } from '../../shared/comment/findPlace.ts'
import { sectionText } from '../../shared/comment/sectionText.ts'
import type { Block, ParagraphContent } from '../../shared/document/blockContent.ts'
import type { FilledForm } from '../../shared/document/filledForm.ts'
import { form2024 as form } from '../../shared/form/forms/2024/form.ts'
import type { CommentPlace } from '../../shared/http/comments.ts'
import { contentsOf } from '../documents.ts'

/** Two on the same words, or nearly, in as many paragraphs as half of them. */
const marked = 350
/** Seen by one party alone: without a mark, and found by their words. */
const internal = 100
const onFields = 50

export const threadCount = marked + internal + onFields

const authors = ['anna@heby', 'karim@af', 'elin@fk', 'sofia@region']

interface CommentedForm {
  readonly contents: Partial<FilledForm['sections']>
  readonly threads: readonly KeptThread[]
}

/** The long form with threads all over it, of which the first two are in the paragraph that is written in. */
export function commentedForm(): CommentedForm {
  const threads: KeptThread[] = []
  const sections = Object.entries(contentsOf.long).flatMap(([key, content]) =>
    content?.kind === 'rich' ? [{ key, blocks: content.blocks.map(block => structuredClone(block)) }] : [],
  )
  const paragraphs = sections.flatMap(({ key, blocks }) =>
    blocks.flatMap((block, at) => (isLong(block) ? [{ key, blocks, block, at }] : [])),
  )
  spread(marked / 2, paragraphs, ({ key, blocks, block, at }) => {
    const pair = [40, 55].map(from => {
      const thread = threadOn(
        { is: 'text', section: key, ...placeIn(block, from, from + 30) },
        threads.length,
      )
      threads.push(thread)
      return thread.id
    })
    blocks[at] = withPair(block, pair)
  })
  spread(internal, paragraphs, ({ key, blocks, block }) => {
    const text = sectionText(blocks)
    const from = text.indexOf(lettersOf(block)) + 60
    const place = { is: 'text', section: key, ...keepPlace(text, { from, to: from + 25 }) } as const
    threads.push({ ...threadOn(place, 0), internalTo: 'heby' })
  })
  const fields = ['organisation', 'email', 'resourcesSought', 'resourcesContributed']
  for (let at = 0; at < onFields; at += 1) {
    const section = form.sections[at % form.sections.length]?.key ?? ''
    const field = {
      is: 'field',
      section: 'owner',
      field: fields[at % fields.length] ?? '',
      quote: '',
    } as const
    threads.push(threadOn(at % 2 === 0 ? field : { is: 'section', section }, at))
  }
  const written = sections.map(({ key, blocks }) => [key, { kind: 'rich', blocks } as const])
  return { contents: { ...contentsOf.long, ...Object.fromEntries(written) }, threads }
}

/** Calls `act` with `count` of them, from the first on, evenly. */
function spread<T>(count: number, all: readonly T[], act: (one: T) => void): void {
  for (let nth = 0; nth < count; nth += 1) {
    const one = all[Math.floor((nth * all.length) / count)]
    if (one !== undefined) act(one)
  }
}

function isLong(block: Block): block is ParagraphContent {
  return block.type === 'paragraph' && lettersOf(block).length >= 90
}

function lettersOf({ content }: ParagraphContent): string {
  return content.map(run => (run.type === 'text' ? run.text : '')).join('')
}

function placeIn(block: ParagraphContent, from: number, to: number) {
  return keepPlace(lettersOf(block), { from, to })
}

/** Two marks over each other. */
function withPair(block: ParagraphContent, [one = '', other = '']: readonly string[]): ParagraphContent {
  const [run, ...rest] = block.content
  if (run?.type !== 'text') throw new Error('A made-up paragraph begins with text.')
  const cuts = [
    { to: 40, comments: [] },
    { to: 55, comments: [one] },
    { to: 70, comments: [one, other].sort() },
    { to: 85, comments: [other] },
    { to: run.text.length, comments: [] },
  ]
  const pieces = cuts.map(({ to, comments }, at) => ({
    ...run,
    text: run.text.slice(cuts[at - 1]?.to ?? 0, to),
    ...(comments.length > 0 ? { comments } : {}),
  }))
  return { ...block, content: [...pieces.filter(({ text }) => text !== ''), ...rest] }
}

/** Every third has been answered. */
function threadOn(place: CommentPlace, nth: number): KeptThread {
  const at = new Date(nth * 60_000).toISOString()
  const post = (by: number, text: string) => ({
    id: newId(),
    by: authors[by % authors.length] ?? '',
    at,
    text,
    editedAt: null,
    deletedAt: null,
  })
  const said =
    'Det här behöver sägas tydligare, med vem som gör vad och när, så att alla fyra kan stå för det.'
  return {
    id: newId(),
    place,
    unmarked: null,
    internalTo: null,
    round: null,
    isMaterial: nth % 5 === 0,
    assignee: null,
    resolved: null,
    released: null,
    posts: [post(nth, said), ...(nth % 3 === 0 ? [post(nth + 1, 'Jag skriver om det i veckan.')] : [])],
  }
}

function newId(): string {
  return randomBytes(10).toString('hex')
}
