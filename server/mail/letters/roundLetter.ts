import type { Purpose } from '../../../shared/http/consultation.ts'
import type { RoundHappening } from '../../../shared/http/notices.ts'
import { longDay, shortDay } from '../../time/swedishTime.ts'
import type { Letter } from '../Letter.ts'
import { given, quoted } from './givenText.ts'
import { type Actor, nameOf, subjectOf, textOf, titleOf } from './letterText.ts'
import { choicesOf, shortened } from './noticeLetter.ts'
import { isAbout, mustDo, type RoundAnswering, until } from './roundAnswering.ts'
import { type RoundReply, replyLetterText } from './roundReplyText.ts'

/** Something that has happened in a round, with all that a letter about it says. Days are calendar days in Sweden. */
export interface RoundLetterParts extends RoundAnswering {
  readonly to: string
  readonly applicationName: string
  readonly what: RoundHappening
  readonly purpose: Purpose
  /** Who did it; null when it has happened by itself. */
  readonly actor: Actor | null
  /** What was written when it was sent; may be empty. */
  readonly message: string
  /** Headings of the sections it is about; null for all. */
  readonly sections: readonly string[] | null
  /** Why it was called off. */
  readonly reason: string
  /** Names of the parties that have not answered, for whoever holds the round; empty for others. */
  readonly late: readonly string[]
  /** The answer that has been sent; null when it is about none. */
  readonly reply: RoundReply | null
  /** An ordinary link to the round, or to its sammanställning: it holds no secret. */
  readonly link: string
  /** To where she chooses what she is told of. */
  readonly choicesLink: string
}

/** Letters of a message, in UTF-16 units. */
const messageMost = 2_500

/** Tells of one thing that has happened in a round. */
export function roundLetter(parts: RoundLetterParts): Letter {
  const { subject, paragraphs } = said(parts)
  const { what, link, choicesLink } = parts
  const where = what === 'published' ? 'sammanställningen' : parts.title
  return {
    to: parts.to,
    subject: subjectOf(parts.applicationName, `${parts.title} – ${subject}`),
    text: textOf([...paragraphs, `Här är ${where}. Du loggar in som vanligt:`, link, choicesOf(choicesLink)]),
  }
}

interface Said {
  /** After the title of the round. */
  readonly subject: string
  readonly paragraphs: readonly string[]
}

function said(parts: RoundLetterParts): Said {
  const { actor, closesOn, title, today, reason } = parts
  const what = `${title} av ${titleOf(parts.applicationName)}`
  const who = actor ? nameOf(actor) : ''
  switch (parts.what) {
    case 'sent':
      return sent(parts, who)
    case 'soon':
    case 'today':
    case 'late':
    case 'reminded':
      return parts.late.length > 0 ? lateForHolder(parts, what) : reminder(parts, who, what)
    case 'extended':
      return {
        subject:
          closesOn === null ? 'svarsdatumet är borttaget' : `nytt svarsdatum: ${shortDay(closesOn, today)}`,
        paragraphs: [
          closesOn === null
            ? `${who}, har tagit bort svarsdatumet för ${what}.`
            : `${who}, har ändrat svarsdatumet för ${what}.`,
          parts.hasAnswered ? answered(parts) : until(parts),
          parts.hasAnswered ? '' : mustDo(parts),
        ],
      }
    case 'calledOff': {
      const why = quoted(shortened(reason, messageMost))
      return {
        subject: 'återkallad, ska inte besvaras',
        paragraphs: [
          `${who}, har återkallat ${what}. Ni behöver inte svara, och inga svar kan skickas längre.`,
          why && `Skälet är:\n\n${why}`,
          parts.hasAnswered ? answered(parts) : '',
        ],
      }
    }
    case 'over':
      return {
        subject: 'avslutad',
        paragraphs: [
          actor
            ? `${who}, har avslutat ${what}. Inga fler svar kan skickas.`
            : `${what} avslutades av sig själv när svarsdatumet hade passerat. Inga fler svar kan skickas.`,
          parts.hasAnswered ? answered(parts) : '',
        ],
      }
    case 'replied':
    case 'replaced':
    case 'published':
      return replyLetterText(parts.what, what, who, parts.reply)
  }
}

function sent(parts: RoundLetterParts, who: string): Said {
  const { actor, applicationName, closesOn, message, partyName, purpose, title, today } = parts
  const ansokan = titleOf(applicationName)
  const party = given(partyName)
  const opening = {
    remarks: `${who}, har skickat ${ansokan} på remiss till ${party}. Det är ${title}.`,
    proof: `${who}, har skickat ${ansokan} till ${party} för korrekturläsning. Det är ${title}.`,
    information: `${who}, har skickat ${ansokan} till ${party} för kännedom.`,
  }
  const isAsked = purpose !== 'information'
  const answerBy = closesOn === null ? 'nu kan ni svara' : `svar senast ${shortDay(closesOn, today)}`
  const words = quoted(shortened(message, messageMost))
  return {
    subject: isAsked ? answerBy : 'att läsa',
    paragraphs: [
      opening[purpose],
      isAsked ? until(parts) : 'Inget svar väntas.',
      isAbout(parts.sections),
      words && `${given(actor?.name ?? '')} skriver:\n\n${words}`,
      isAsked ? mustDo(parts) : '',
    ],
  }
}

function reminder(parts: RoundLetterParts, who: string, what: string): Said {
  const { closesOn, today, partyName } = parts
  const party = given(partyName)
  const opening =
    who === ''
      ? `${party} har inte svarat på ${what}.`
      : `${who}, påminner om ${what}. ${party} har inte svarat.`
  const paragraphs = [opening, until(parts), mustDo(parts)]
  if (closesOn === null) return { subject: 'påminnelse', paragraphs }
  if (closesOn === today) return { subject: 'sista dagen att svara är i dag', paragraphs }
  if (closesOn < today) return { subject: 'svarsdatumet har passerat', paragraphs }
  return { subject: `påminnelse: svar senast ${shortDay(closesOn, today)}`, paragraphs }
}

/** To whoever holds the round. */
function lateForHolder({ closesOn, late, today }: RoundLetterParts, what: string): Said {
  const day = closesOn === null ? '' : `, ${longDay(closesOn, today)},`
  return {
    subject: `${late.length === 1 ? '1 svar' : `${late.length} svar`} saknas`,
    paragraphs: [
      `Svarsdatumet för ${what}${day} har passerat. Svar saknas från:`,
      late.map(name => `- ${given(name)}`).join('\n'),
      'De är påminda. Du kan förlänga svarsdatumet, eller avsluta med de svar som har kommit.',
    ],
  }
}

function answered({ partyName }: RoundLetterParts): string {
  return `Svaret från ${given(partyName)} ligger kvar.`
}
