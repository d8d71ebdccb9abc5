import * as Y from 'yjs'
import type { RootShape } from '../../shared/document/roots.ts'
import type { RescuedWhy } from '../../shared/http/rescued.ts'
import { readState } from '../http/applications.ts'
import { CallFailed } from '../http/call.ts'
import { Pauses } from '../sync/line/Pauses.ts'
import type { OpenDocument } from '../sync/OpenDocument.ts'
import type { Outbox, Replacement } from '../sync/outbox.ts'
import type { LeftOver } from '../sync/rebuild/Lines.ts'
import type { Piece } from '../sync/rebuild/Replay.ts'
import { type Refusal, rebuild } from '../sync/rebuild/rebuild.ts'
import { refusedTexts, textOfUpdates } from '../sync/refusedText.ts'

/** Pauses between questions for the server's state while it does not answer. */
const firstPauseMs = 500
const longestPauseMs = 15_000

/**
 * What the server has on disk of a document, however long it takes to get it; null when the page was left, and
 * `shutOut` when there is no access to it any more.
 */
export async function stateForSure(
  id: string,
  isLeft: () => boolean,
): Promise<Uint8Array | 'shutOut' | null> {
  const pauses = new Pauses(firstPauseMs, longestPauseMs)
  while (!isLeft()) {
    try {
      return await readState(id)
    } catch (fault) {
      if (fault instanceof CallFailed && fault.kind === 'unknownApplication') return 'shutOut'
      // No contact, or a server in trouble: what is written meanwhile is kept in the outbox.
      await new Promise(resolve => setTimeout(resolve, pauses.nextMs()))
    }
  }
  return null
}

/** What could not be entered again: how many texts, and of which sections. */
export interface LeftAside {
  readonly texts: number
  readonly sections: ReadonlySet<string | null>
}

/** What becomes of that. */
interface LeavingOver {
  /** Whether I may write somewhere, as far as this page knows. */
  readonly mayWrite: (piece: Piece) => boolean
  readonly wordsOf: (left: LeftOver) => string
}

/**
 * Puts in the outbox what takes the place of refused updates, and aside what is left over. Gives what that was; null
 * when everything could be entered again. `isPutBack` tells of a text that is in the list already.
 */
export async function replaceRefused(
  outbox: Outbox,
  roots: ReadonlyMap<string, RootShape>,
  state: Uint8Array,
  refusal: Refusal,
  { mayWrite, wordsOf }: LeavingOver,
  isPutBack: (section: string | null, text: string) => boolean,
): Promise<LeftAside | null> {
  let isWhole = true
  let leftOver: readonly (string | null)[] = []
  await outbox.replace(isHere => {
    const made = replacementFor(roots, state, refusal, { mayWrite, wordsOf }, isHere)
    isWhole = made.isWhole
    leftOver = made.texts.map(({ section }) => section)
    // Put back and refused once more, it is there already.
    return { ...made, texts: made.texts.filter(({ section, text }) => !isPutBack(section, text)) }
  })
  return leftOver.length === 0 && isWhole ? null : { texts: leftOver.length, sections: new Set(leftOver) }
}

/** Keeps words that never came into the document, as text of the section they were for. */
export async function keepAside(
  outbox: Outbox,
  section: string,
  words: string,
  why: RescuedWhy,
): Promise<void> {
  const texts = refusedTexts(section, words, why, new Date().toISOString())
  await outbox.replace(() => ({ replaced: [], updates: [], texts }))
}

/** Puts aside, as text to be read and copied, what waits in a document that I have no access to any more. */
export async function keepUnsent(outbox: Outbox, document: OpenDocument): Promise<void> {
  const waiting = await document.unacknowledged()
  if (waiting.length === 0) return
  const updates = waiting.map(entry => entry.update)
  const texts = textOfUpdates(document.doc, updates, 'mayNotWrite', new Date().toISOString())
  await outbox.replace(() => ({ replaced: waiting, updates: [], texts }))
}

function replacementFor(
  roots: ReadonlyMap<string, RootShape>,
  state: Uint8Array,
  refusal: Refusal,
  { mayWrite, wordsOf }: LeavingOver,
  isHere: (key: number | null) => boolean,
): Replacement & { readonly isWhole: boolean } {
  const at = new Date().toISOString()
  try {
    const rebuilt = rebuild(state, roots, refusal, ({ key }) => isHere(key), mayWrite)
    const { replaced, updates, left, isWhole } = rebuilt
    const texts = left.flatMap(part => refusedTexts(part.section, wordsOf(part), part.why, at))
    return { replaced, updates, texts, isWhole }
  } catch (fault) {
    // A mistake of ours must not keep the document shut: all that was typed is put aside as it is.
    console.error('Rebuild', fault)
    const doc = new Y.Doc()
    const updates = refusal.unacknowledged.map(entry => entry.update)
    for (const update of [state, ...updates]) Y.applyUpdate(doc, update)
    const texts = textOfUpdates(doc, updates, refusal.why, at)
    return { replaced: refusal.unacknowledged, updates: [], texts, isWhole: false }
  }
}
