import {
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  type ICommentOptions,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from 'docx'
import type { Block, Inline } from '../../../shared/document/blockContent.ts'
import type { Thread } from '../../../shared/http/comments.ts'
import { plainText } from './plainText.ts'

/** Stands where a comment has been deleted: that it was there is to be seen. */
const deletedWords = '(Borttagen kommentar)'

/**
 * The comments of a document as Word has them: a thread is a comment and its answers. Words carry the marks of their
 * threads; a range begins at the first and ends after the last that does. What is about something else stands at the
 * heading of its section.
 */
export class WordComments {
  readonly #threads: ReadonlyMap<string, Thread>
  /** Id of the first comment of each thread that has been written; its answers follow. */
  readonly #begun = new Map<string, number>()
  /** Threads whose range has been written to its end: each has but one. */
  readonly #ended = new Set<string>()
  readonly #written: ICommentOptions[] = []
  /** How many more words of each thread are to come in the text that is being written. */
  readonly #left = new Map<string, number>()

  constructor(threads: readonly Thread[]) {
    this.#threads = new Map(threads.map(thread => [thread.id, thread]))
  }

  /** To be told of the blocks of a section before its words are written. */
  look(blocks: readonly Block[]): void {
    this.#left.clear()
    for (const id of blocks.flatMap(inlinesIn).flatMap(marksOf))
      this.#left.set(id, (this.#left.get(id) ?? 0) + 1)
  }

  /**
   * A run with the ranges that begin before it and end after it. What is about words of a footnote is about its number:
   * footnotes are a part of the file of their own, where LibreOffice takes a comment for damage.
   */
  around(words: Inline, run: ParagraphChild): ParagraphChild[] {
    const before: ParagraphChild[] = []
    const after: ParagraphChild[] = []
    for (const id of marksOf(words)) {
      const thread = this.#threads.get(id)
      // Words that have been moved or copied from another section may have been written there already.
      if (!thread || this.#ended.has(id)) continue
      if (!this.#begun.has(id))
        before.push(...this.#idsOf(thread).map(comment => new CommentRangeStart(comment)))
      const left = (this.#left.get(id) ?? 1) - 1
      this.#left.set(id, left)
      if (left === 0) after.push(...this.#ends(thread))
    }
    return [...before, run, ...after]
  }

  /** The heading of a section, with the threads that are about no words in it. */
  aroundHeading(section: string, heading: ParagraphChild, placed: ReadonlySet<string>): ParagraphChild[] {
    const threads = [...this.#threads.values()].filter(
      ({ id, place }) => place.section === section && !placed.has(id) && !this.#begun.has(id),
    )
    const starts = threads.flatMap(thread => this.#idsOf(thread).map(id => new CommentRangeStart(id)))
    return [...starts, heading, ...threads.flatMap(thread => this.#ends(thread))]
  }

  /** All that have been written. */
  all(): readonly ICommentOptions[] {
    return this.#written
  }

  #ends(thread: Thread): ParagraphChild[] {
    this.#ended.add(thread.id)
    return this.#idsOf(thread).flatMap(id => [
      new CommentRangeEnd(id),
      new TextRun({ children: [new CommentReference(id)] }),
    ])
  }

  /** Ids of a thread's posts, which are given when it begins. */
  #idsOf(thread: Thread): readonly number[] {
    const first = this.#begun.get(thread.id) ?? this.#begin(thread)
    return thread.posts.map((_, place) => first + place)
  }

  #begin(thread: Thread): number {
    const first = this.#written.length
    this.#begun.set(thread.id, first)
    for (const [place, { by, at, text, deletedAt }] of thread.posts.entries()) {
      const said = deletedAt === null ? text : deletedWords
      this.#written.push({
        id: first + place,
        author: plainText(by.name),
        initials: initialsOf(plainText(by.name)),
        date: new Date(at),
        resolved: thread.resolved !== null,
        children: said.split('\n').map(line => new Paragraph(plainText(line))),
        ...(place > 0 ? { parentId: first } : {}),
      })
    }
    return first
  }
}

/** The threads that words of these blocks carry. */
export function threadsIn(blocks: readonly Block[]): ReadonlySet<string> {
  return new Set(blocks.flatMap(inlinesIn).flatMap(marksOf))
}

function inlinesIn(block: Block): readonly Inline[] {
  switch (block.type) {
    case 'paragraph':
      return block.content
    case 'table':
      return block.rows.flat().flatMap(cell => cell.content.flatMap(({ content }) => content))
    case 'figure':
      return block.caption
  }
}

/** The threads of what stands in a line, each once. */
function marksOf(part: Inline): readonly string[] {
  switch (part.type) {
    case 'text':
      return part.comments ?? []
    case 'footnote':
      return [...new Set(part.content.flatMap(({ comments = [] }) => comments))]
    case 'budgetFigure':
      return []
  }
}

function initialsOf(name: string): string {
  return name
    .split(/\s+/)
    .map(([first = '']) => first)
    .join('')
    .slice(0, 3)
}
