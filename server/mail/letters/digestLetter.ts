import type { Letter } from '../Letter.ts'
import { given, quoted } from './givenText.ts'
import { nameOf, subjectOf, textOf, titleOf } from './letterText.ts'
import { choicesOf, done, type NoticeLetterParts, shortened, type Told } from './noticeLetter.ts'

export interface DigestLetterParts extends Omit<NoticeLetterParts, 'told'> {
  /** An ordinary link to the ansökan. */
  readonly link: string
  /** At least two, oldest first. */
  readonly told: readonly Told[]
}

/** Things told one by one; of the others only how many they are. */
const toldMost = 20
/** Letters of what was said in each, in UTF-16 units. */
const wordsMost = 300
const quoteMost = 100

/** Tells of several things that have been gathered. */
export function digestLetter({ to, applicationName, choicesLink, link, told }: DigestLetterParts): Letter {
  const others = told.length - toldMost
  return {
    to,
    subject: subjectOf(applicationName, `${told.length} nya händelser`),
    text: textOf([
      `Det här har hänt i Samskriv, i ${titleOf(applicationName)}.`,
      ...told.slice(0, toldMost).flatMap(paragraphsOf),
      others > 0 ? `Och ${others} till. Du ser dem i ansökan:\n\n${link}` : '',
      choicesOf(choicesLink),
    ]),
  }
}

/** What has been done and said, and the link to it. */
function paragraphsOf(one: Told): string[] {
  const about = given(one.quote, quoteMost)
  const said = quoted(shortened(one.words, wordsMost))
  const what = `${nameOf(one.actor)}, ${done(one)}${about && `, om ”${about}”`}`
  return [said ? `${what}:\n\n${said}` : `${what}.`, one.link]
}
