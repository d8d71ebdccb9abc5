import { style } from './style.ts'
import { joined, Typst, typst, unseen } from './typst.ts'

/** A whole document: what stands around its body. */
export interface Page {
  /** As lists of files and the windows of readers show it. */
  readonly title: string
  /** What kind of document it is; empty for nothing. */
  readonly subject: string
  /** An ISO instant. */
  readonly madeAt: string
  /** Is laid across. */
  readonly isWide: boolean
  /** Stands at the foot of every page, before the number of the page; empty for nothing. */
  readonly foot: string
  readonly body: Typst
}

export function pageOf({ title, subject, madeAt, isWide, foot, body }: Page): Typst {
  return joined([
    typst`set document(title: ${unseen(title)}, description: ${unseen(subject)}, author: "Samskriv", date: ${dateOf(madeAt)})`,
    style,
    typst`set page(..page-of(${isWide}), footer: foot-of(${foot}))`,
    body,
  ])
}

/** Whole seconds, UTC. */
function dateOf(instant: string): Typst {
  const at = new Date(instant)
  const day = typst`year: ${at.getUTCFullYear()}, month: ${at.getUTCMonth() + 1}, day: ${at.getUTCDate()}`
  const time = typst`hour: ${at.getUTCHours()}, minute: ${at.getUTCMinutes()}, second: ${at.getUTCSeconds()}`
  return new Typst(`datetime(${day.code}, ${time.code})`)
}
