import { dayFormat } from '../dayFormat.ts'
import type { sendRound as swedish } from '../sv/sendRound.ts'

const { day } = dayFormat('en-GB', (on, time) => `${on} at ${time}`)

const answerBy = (on: string | null) => (on === null ? '' : ` by ${day(on)}`)

export const sendRound: typeof swedish = {
  title: 'Send for review',
  loading: 'Fetching the parties …',
  send: 'Send',
  sending: 'Sending …',
  kept: 'What you filled in the last time is still here.',
  beginAnew: 'Begin anew',

  purpose: 'What do you ask for?',
  purposeMeans: {
    remarks: 'Each organisation reads it and sends an answer.',
    proof: 'Each organisation reads the proofs and says when it has. The contents do not change.',
    information: 'The organisations may read it. No answer is waited for.',
  },

  recipients: 'To whom?',
  recipientsHelp:
    'These are all who have access and may read reviews. If somebody is missing, let them in with Share, at the top of the application.',
  recipientsMissing: 'Choose at least one person to send it to.',
  personsOf: party => `Persons at ${party}`,
  chosenOf: (chosen, all) => `${chosen} of ${all === 1 ? '1 person' : `${all} persons`}`,
  lacksLead: party =>
    `Nobody at ${party} is party lead, so nobody there can send the answer. Give somebody that role with Share.`,
  invited: count =>
    `${count === 1 ? 'One who is invited has' : `${count} who are invited have`} not come in yet and cannot be sent it.`,
  memberGone:
    'Somebody you have chosen has no access any more. The list has been fetched anew. Look through it and send again.',

  day: 'Day to answer',
  dayHelp: 'Leave it empty if there is no certain day.',
  dayPast: 'The day to answer must be after today. Choose a later day, or remove it.',

  about: 'About what?',
  aboutWhole: 'The whole application',
  aboutSections: 'Some sections',
  aboutSectionsHelp: 'Says what the question is about. The whole application can be read all the same.',
  sections: 'Sections',
  sectionsMissing: 'Choose at least one section.',

  message: 'Message to those who are sent it',
  proposed: {
    remarks: (name, on) =>
      `Here is the application “${name}” for review. Read it, and send your organisation’s answer${answerBy(on)}.`,
    proof: (name, on) =>
      `Here is the application “${name}” for proof-reading. Read it, and tell us of faults in language and facts${answerBy(on)}.`,
    information: name => `Here is the application “${name}” for your information. You need not answer.`,
  },
  proposedSections: headings => `The question is about ${headings}.`,

  text: 'The text while answers are waited for',
  textClosed: 'Closed',
  textClosedHelp: 'Nobody changes the text. All can comment.',
  textOpen: 'Open',
  textOpenHelp: 'Those who write go on. Those who answer read the version that is sent.',
  proofText: 'During proof-reading only those responsible correct the text.',
  seen: 'The answers are shown to the others who were sent it',
  seenWhenOver: 'when the review is over',
  seenWhenOverHelp: 'You and the others who are responsible see each answer at once.',
  seenWhenSent: 'as soon as they are sent',
  afterDay: 'When the day to answer has passed',
  staysOpen: 'The review is open until you close it',
  staysOpenHelp: 'Late answers can be sent.',
  closesByItself: 'The review closes by itself',
  closesByItselfHelp: 'Late answers cannot be sent.',

  outcomeNobody: 'Nobody is chosen.',
  outcomeTo: (parties, persons) =>
    `Is sent to ${parties === 1 ? '1 organisation' : `${parties} organisations`}, ${persons === 1 ? '1 person' : `${persons} persons`}.`,
  outcomeVersion: label => `Version ${label} is saved.`,
  outcomeClosed: 'The text is closed until the review is over.',
  outcomeOpen: 'The text is open meanwhile.',
  outcomeProof: 'Only those responsible change the text meanwhile.',
  outcomeLine: 'A line is written under Hur och när har ansökan diskuterats?',
  notTwice: 'Send again when you have contact: it is sent only once.',

  sent: title => `${title} has been sent`,
  sentAt: (at, label) => `Sent ${at}, as version ${label}, to:`,
  next: on =>
    `Answers are due ${on}. Those who have not answered are reminded three working days before, on the day and the day after. You are told when somebody answers.`,
  nextWithoutDay: 'The review has no day to answer. You are told when somebody answers.',
  toRound: title => `Open ${title}`,
}
