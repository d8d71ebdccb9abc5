import { dayFormat } from '../dayFormat.ts'
import type { reply as swedish } from '../sv/reply.ts'

const { day, moment } = dayFormat('en-GB', (on, time) => `${on} at ${time}`)

const remarks = (count: number) => (count === 1 ? '1 remark' : `${count} remarks`)
const attachments = (count: number) => (count === 1 ? '1 attachment' : `${count} attachments`)
const comments = (count: number) => (count === 1 ? '1 comment' : `${count} comments`)

const number = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 })

export const reply: typeof swedish = {
  title: party => `Answer of ${party}`,
  lead: 'You write the answer together. Nobody outside your organisation sees it until it has been sent.',
  nothingYet: 'You have not begun to write an answer.',
  begin: 'Write an answer',
  loading: 'Fetching the answer …',
  undo: 'Undo',
  redo: 'Redo',

  stance: 'Position',
  proofStance: 'Have you read it?',
  proofStances: {
    endorses: 'Read, nothing to correct',
    endorsesWithRemarks: 'Read, with corrections',
  },
  summary: 'Summary',
  summaryAdvice: 'Begin with the summary, and take a clear stand. Write what matters most first.',
  remarks: 'Remarks by section',
  noRemarks: 'No remarks yet.',
  remarkNumber: place => `Remark ${place}`,
  remarkAbout: (place, section) => `Remark ${place}: ${section}`,
  addRemark: 'Add a remark',
  section: 'Section',
  wholeApplication: 'The whole application',
  asked: 'Sections that the round is about',
  others: 'Other sections',
  text: 'What you think',
  wording: 'Proposed new wording',
  addWording: 'Propose a new wording',
  quote: 'About:',

  gather: 'Fetch from comments',
  gatherHelp:
    'Those you choose are added as remarks, with what they are about. You can change the words afterwards. Those not chosen stay with you.',
  gatherNone: 'There are no more comments of yours in this round to fetch.',
  gatherAll: 'Choose all',
  gatherNow: count => (count === 0 ? 'Add' : `Add ${remarks(count)}`),
  gathered: count => `${remarks(count)} added to the answer.`,
  gatherOne: 'Put in the answer',
  isGathered: 'In the answer',
  notGathered: count => `${comments(count)} of yours ${count === 1 ? 'is' : 'are'} not in the answer.`,
  saidBy: who => `${who}:`,
  resolved: 'resolved',

  attachments: 'Attachments',
  addAttachment: 'Add an attachment',
  attachment: name => `the attachment ${name}`,
  size: bytes => {
    if (bytes < 1000) return `${bytes} bytes`
    if (bytes < 1_000_000) return `${number.format(bytes / 1000)} kB`
    return `${number.format(bytes / 1_000_000)} MB`
  },
  uploading: name => `Uploading ${name} …`,
  uploaded: name => `${name} has been added.`,
  tooLarge: (name, most) => `${name} is too large. An attachment may be ${most} at most.`,
  tooMany: most => `An answer can have ${most} attachments at most.`,
  emptyFile: name => `${name} is empty.`,
  notUploaded: (name, why) => `${name} was not added. ${why}`,

  lacking: 'Before the answer can be sent:',
  proofLacks: {
    stance: 'Answer whether you have read it.',
    remarks: 'Write at least one correction as a remark, or choose that there is nothing to correct.',
  },
  lacks: {
    stance: 'Choose a position.',
    remarks: 'Write at least one remark, or choose another position.',
    reason: 'Write why you oppose, in the summary or as a remark.',
    longSummary: 'Shorten the summary: it may have 10,000 characters at most.',
    longRemark:
      'Shorten or divide the remarks: each may have 10,000 characters, there may be 300 at most, and all of the answer may have 500,000 characters.',
    attachments: 'Remove an attachment: there may be 20 at most.',
  },
  goTo: what => `Show where: ${what}`,
  emptyRemarks: count =>
    count === 1 ? '1 empty remark will not be sent.' : `${count} empty remarks will not be sent.`,
  goThere: 'Show',
  send: 'Send the answer …',
  sendAgain: 'Send the new answer …',
  sentByLead: who => `The answer is sent by ${who}, who leads for your party.`,
  sentByLeads: who => `The answer is sent by ${who}, who lead for your party.`,
  nobodySends: party =>
    `Nobody at ${party} can send the answer yet, since nobody leads for the party. Ask whoever is responsible for the application to give somebody the role under Share.`,
  list: names => (names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`),

  lastLook: 'A last look',
  lastLookHelp:
    'This is the answer as it will be sent. It cannot be changed after that, but it can be replaced for as long as the round takes answers.',
  replaceHelp: 'The new answer takes the place of the one before, which can still be read.',
  counts: (remarkCount, attachmentCount) =>
    `${remarkCount === 0 ? 'No remarks' : remarks(remarkCount)} and ${
      attachmentCount === 0 ? 'no attachments' : attachments(attachmentCount)
    }.`,
  noSummary: 'No summary.',
  whoSees: {
    whenSent: 'Whoever sent the round sees the answer at once. So do the others who were asked.',
    whenOver:
      'Whoever sent the round sees the answer at once. The others who were asked see it when the round is over.',
  },
  commentsFollow: 'Comments that have become remarks are shown at the same time. The others stay with you.',
  cancel: 'Cancel',
  sendNow: 'Send the answer',
  waits: 'Waiting for everything to be saved …',
  sending: 'Sending …',
  isSent: 'The answer has been sent.',

  sentTitle: party => `${party} has answered`,
  receiptOf: (round, label) => `${round}, version ${label}.`,
  receipt: (at, who) => `Sent ${moment(at)} by ${who}.`,
  receiptTitle: 'Receipt',
  receiptNumber: place => (place === 1 ? 'First answer.' : `Answer ${place}, replacing the one before.`),
  receiptMark: 'Checksum',
  receiptHelp:
    'The checksum belongs to this very answer. If anything in it is changed it does not fit any more.',
  print: 'Print receipt and answer',
  older: count => (count === 1 ? 'The answer before' : `${count} earlier answers`),
  olderOne: (place, at) => `Answer ${place}, replaced ${moment(at)}`,
  noRemarksSent: 'No remarks by section.',
  answered: 'Answer to the remark:',
  replace: 'Replace the answer',
  replaceTitle: 'Write a new answer?',
  replaceQuestion: until =>
    `The answer is opened so that you can write in it again. What has been sent holds until the new one is sent${
      until === null ? '' : `, ${day(until)} at the latest`
    }.`,
  replaceNow: 'Open the answer',
  holdsMeanwhile: 'The answer that holds now',
  replacing: 'You are writing a new answer. The one before holds until the new one is sent.',
  lift: 'Lift the opposition',
  liftTitle: 'Lift the opposition?',
  liftHelp: 'The answer stays as it is written, and it is shown that you do not oppose any more, and why.',
  liftReason: 'Why you do not oppose any more',
  liftMissing: 'Write why, so that it can be understood afterwards.',
  lifted: 'The opposition has been lifted.',
  liftedBy: (who, at) => `The opposition was lifted ${moment(at)} by ${who}.`,
  recordedBy: (who, at) => `The opposition was recorded ${moment(at)} by ${who}.`,
  reason: reason => `Reason: ${reason}`,

  sentMeanwhile: (who, at) => `${who} sent the answer ${moment(at)}.`,
  sentMeanwhileHelp:
    'What was saved by then is in it. If you wrote more, that is under Rescued text, and is not in the answer.',
  sentMeanwhileReplace: who =>
    `Should it be in it? ${who === '' ? 'Whoever leads for your party' : who} can choose Replace the answer, and then it can be written in again.`,
  close: 'Close',
  notTaken: 'What you wrote did not come into the answer. It is under Rescued text; the rest is kept.',

  calledOff: at => `The round was called off ${moment(at)}. Your draft is kept, to be read and copied.`,
  overUnsent: at =>
    `The round ended ${moment(at)} without your answer being sent. Your draft is kept, to be read and copied.`,
  overNothing: 'The round is over. You did not answer.',
  calledOffNothing: 'The round has been called off. You need not answer.',
  mayNotDraft: 'The answer is written by those of you who work on the application.',
}
