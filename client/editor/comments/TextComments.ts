import type { WantedPlace } from '../../../shared/http/comments.ts'

/** Words of rich text that somebody wants to comment on: of today's text, or of what a round has sent. */
export type WantedWords = Extract<WantedPlace, { is: 'text' | 'sentText' }>

/** Words, and what stands around them, to be found again by. */
export interface FoundBy {
  readonly quote: string
  readonly before: string
  readonly after: string
}

/** A thread that is to be seen in the text. */
export interface DrawnThread {
  readonly id: string
  /** `draft` is being written, and has no card. */
  readonly look: 'plain' | 'selected' | 'draft'
  readonly isInternal: boolean
  /** For a thread without a mark; of one with a mark in the text, the mark says where. */
  readonly words: FoundBy | null
  /** Said to those who listen. */
  readonly description: string
  /** Id of its card; null while that is not on the page. */
  readonly cardId: string | null
}

/** The comments as the text sees them. */
export interface TextComments {
  /** Those in a section. The same array for as long as nothing of it has changed. */
  drawnIn(section: string): readonly DrawnThread[]
  subscribe(listener: () => void): () => void
  /** Tells that what is drawn has come, gone or moved. Cheap. */
  moved(): void
}

/** Id of what is drawn for a comment that is being begun. */
export const draftId = 'draft'

/** The text of one section, to ask what is selected in it. */
export interface TextPlace {
  /** What is selected; with only a caret the paragraph it is in. Null where there are no words. */
  selected(): WantedWords | null
  /** Where the words of what is drawn are now; null if they are gone, or the text does not follow them. */
  now(threadId: string): WantedWords | null
  /** Brings focus back to the text, with the caret where the selection ended. */
  resume(): void
  /** Puts the caret before the words of what is drawn; false where there is no caret, or no such words. */
  goTo(threadId: string): boolean
}
