import type { NoticeKind, RoundNoticeKind } from '../../../shared/http/notices.ts'
import type { Letter } from '../Letter.ts'
import { given, quoted } from './givenText.ts'
import { type Actor, nameOf, subjectOf, textOf, titleOf } from './letterText.ts'

/** Something that somebody is told of. */
export interface Told {
  /** What is of rounds is told in letters of its own (`roundLetter.ts`). */
  readonly kind: Exclude<NoticeKind, RoundNoticeKind>
  /** A thread that was resolved has been opened again. */
  readonly isReopened: boolean
  readonly actor: Actor
  /** The words of the ansökan that it is about; may be empty. */
  readonly quote: string
  /** What was said; may be empty. */
  readonly words: string
  /** An ordinary link to it: it holds no secret. */
  readonly link: string
}

export interface NoticeLetterParts {
  readonly to: string
  readonly applicationName: string
  /** To where she chooses what she is told of. */
  readonly choicesLink: string
  readonly told: Told
}

/** Letters of what was said, in UTF-16 units. */
const wordsMost = 1500
const quoteMost = 200

/** Tells of one thing at once. */
export function noticeLetter({ to, applicationName, choicesLink, told }: NoticeLetterParts): Letter {
  const { actor, kind, quote, words, link } = told
  const said = quoted(shortened(words, wordsMost))
  const about = given(quote, quoteMost)
  const isHers = kind !== 'resolved' && kind !== 'assigned'
  return {
    to,
    subject: subjectOf(applicationName, `${given(actor.name)} ${done(told)}`),
    text: textOf([
      `${nameOf(actor)}, ${done(told)}. Det är i Samskriv, i ${titleOf(applicationName)}.`,
      about && `Det gäller orden ”${about}”.`,
      said && `${isHers ? `${given(actor.name)} skriver` : 'Kommentaren lyder'}:\n\n${said}`,
      `Här är ${kind === 'restored' ? 'ansökan' : 'tråden'}. Du loggar in som vanligt:`,
      link,
      choicesOf(choicesLink),
    ]),
  }
}

/** What somebody has done, as it follows after her name. */
export function done({ kind, isReopened }: Pick<Told, 'kind' | 'isReopened'>): string {
  switch (kind) {
    case 'mentioned':
      return 'nämnde dig'
    case 'assigned':
      return 'tilldelade dig en kommentar'
    case 'answered':
      return 'svarade i en tråd som du deltar i'
    case 'resolved':
      return isReopened ? 'öppnade din kommentar igen' : 'markerade din kommentar som löst'
    case 'commented':
      return 'kommenterade'
    case 'restored':
      return 'återställde en tidigare version'
  }
}

/** Where one says what one wants to be told, as the last paragraph. */
export function choicesOf(link: string): string {
  return `Vill du få andra mejl, färre eller inga? Välj det på ditt konto:\n\n${link}`
}

/** A text that is not longer than that, cut between words. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text
  const cut = text.slice(0, most)
  return `${cut.slice(0, Math.max(cut.search(/\s\S*$/), most / 2)).toWellFormed()}…`
}
