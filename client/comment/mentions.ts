import { mentionPattern } from '../../shared/http/comments.ts'

/** Somebody, or a party, that can be named in a comment or be waited for. */
export interface Named {
  readonly is: 'person' | 'party'
  readonly id: string
  /** The party that she acts for, or itself. */
  readonly partyId: string
  readonly name: string
  /** Tells those of one name apart: title and party. */
  readonly more: string
}

/** A piece of a comment's text: words, or a mention by its name now. */
export type Piece =
  | { readonly is: 'words'; readonly text: string }
  | { readonly is: 'mention'; readonly of: 'person' | 'party'; readonly id: string }

/** The text in pieces, to be drawn. */
export function piecesOf(text: string): readonly Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const found of text.matchAll(mentionPattern)) {
    const [whole, of, id] = found
    if (found.index > at) pieces.push({ is: 'words', text: text.slice(at, found.index) })
    pieces.push({ is: 'mention', of: of === 'party' ? 'party' : 'person', id: id ?? '' })
    at = found.index + whole.length
  }
  if (at < text.length) pieces.push({ is: 'words', text: text.slice(at) })
  return pieces
}

/** As it is read, and written: `@Elin Norgren`. */
export function asWritten(
  text: string,
  nameOf: (piece: Extract<Piece, { is: 'mention' }>) => string,
): string {
  return piecesOf(text)
    .map(piece => (piece.is === 'words' ? piece.text : `@${nameOf(piece)}`))
    .join('')
}

/** The other way: what was picked from the list, and still stands there by name, becomes a mention. */
export function asSent(written: string, picked: readonly Named[]): string {
  // The longest name first: `@Elin Norgren` is not `@Elin`.
  const byLength = [...picked].sort((one, other) => other.name.length - one.name.length)
  let left = written
  let sent = ''
  while (left !== '') {
    const found = byLength.find(({ name }) => left.startsWith(`@${name}`))
    if (found) {
      sent += `@{${found.is}:${found.id}}`
      left = left.slice(found.name.length + 1)
    } else {
      const next = left.indexOf('@', 1)
      sent += next === -1 ? left : left.slice(0, next)
      left = next === -1 ? '' : left.slice(next)
    }
  }
  return sent
}

/** The beginning of a name that is being written before the caret, after an @; null where none is. */
export function mentionBefore(
  written: string,
  caret: number,
): { readonly from: number; readonly words: string } | null {
  const found = /(?:^|[\s([{"”’])@([\p{L}\p{N}][\p{L}\p{N} .'-]{0,40}|)$/u.exec(written.slice(0, caret))
  if (!found) return null
  const words = found[1] ?? ''
  return { from: caret - words.length - 1, words }
}

/** Those who can be named in a thread: who cannot see an internal one is not told of it. */
export function namesFor(named: readonly Named[], internalTo: string | null): readonly Named[] {
  return internalTo === null ? named : named.filter(({ partyId }) => partyId === internalTo)
}

const mostSuggested = 8

/** Who may be meant: every word written begins a word of the name, or of what tells it apart. */
export function suggestedNames(all: readonly Named[], words: string): readonly Named[] {
  const wanted = wordsOf(words)
  return all
    .filter(({ name, more }) => {
      const known = [...wordsOf(name), ...wordsOf(more)]
      return wanted.every(word => known.some(one => one.startsWith(word)))
    })
    .slice(0, mostSuggested)
}

function wordsOf(text: string): string[] {
  return text
    .toLocaleLowerCase('sv')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word !== '')
}
