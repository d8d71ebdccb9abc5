import { dayFormat } from '../dayFormat.ts'
import type { compilation as swedish } from '../sv/compilation.ts'

const { day, moment } = dayFormat('en-GB', (on, time) => `${on} at ${time}`)

const remarks = (count: number) => (count === 1 ? '1 remark' : `${count} remarks`)
const parties = (count: number) => (count === 1 ? '1 party' : `${count} parties`)

/** English words of the room `compilation`: what the parties said in a round, and what the owner answers. */
export const compilation: typeof swedish = {
  loading: 'Fetching the compilation …',
  title: (round, name) => `Compilation of ${round}: ${name}`,
  back: round => `To ${round}`,
  lead: 'What the parties have answered, section by section, and what comes of it.',

  stances: 'Positions',
  notAnswered: 'Has not answered',
  neverAnswered: 'Did not answer',
  hidden: 'Has answered. The answer is not shown yet.',
  sentAt: (at, who) => `Sent ${moment(at)} by ${who}.`,
  replaced: place => `This is answer ${place}, which replaces the one before.`,
  noSummary: 'No summary.',
  showAll: 'Read all of it',
  showLess: 'Show less',
  showAllOf: party => `Read all of the summary from ${party}`,
  showLessOf: party => `Show less of the summary from ${party}`,
  attachments: 'Attachments',
  opposesStill:
    'The opposition is not settled. The party must lift it, or it must be recorded, before the text can be locked.',
  lifted: (who, at) => `The opposition was lifted ${moment(at)} by ${who}.`,
  recorded: (who, at) => `The opposition stands, and was recorded ${moment(at)} by ${who}.`,
  reason: reason => `Reason: ${reason}`,
  record: 'Record the opposition …',
  recordOf: party => `Record the opposition of ${party} …`,
  recordTitle: party => `Record that ${party} opposes?`,
  recordHelp: party =>
    `Choose this when ${party} does not change its mind and you go on all the same. The answer stays as it was written, and it is shown that the opposition stands, with the reason. The party cannot lift it afterwards.`,
  recordReason: 'Why you go on',
  recordMissing: 'Write why, so that it can be understood afterwards.',
  recordNow: 'Record',
  recordDone: party => `The opposition of ${party} is recorded.`,
  cancel: 'Cancel',

  remarks: 'Remarks',
  caption: 'Remarks by section and party',
  whole: 'The whole application',
  remarkName: (party, place) => `${party} ${place}`,
  noneHere: 'No remark',
  quote: 'From the text:',
  wording: 'Proposed wording',
  wordingChange: 'Proposed wording, compared with what was sent',

  counter: (answered, all) =>
    all === 1
      ? answered === 1
        ? 'The remark has been answered'
        : 'The remark has not been answered'
      : `${answered} of ${all} remarks have been answered`,
  onlyUnanswered: 'Only unanswered',
  filterKeeps: 'Those that you answer stay until you filter again.',
  noneUnanswered: 'All remarks have been answered.',
  previous: 'Previous unanswered',
  next: 'Next unanswered',
  steps: 'Go between unanswered remarks',
  stepKeys: 'The keys J and K, or Alt+arrow down and Alt+arrow up',
  allAnswered: 'There is no unanswered remark left.',
  answerTo: remark => `Answer to ${remark}`,
  verdicts: { met: 'Taken care of', partly: 'In part', notMet: 'Not taken care of' },
  answerReason: 'Reason',
  answerReasonOptional: 'Comment (if you like)',
  answerReasonMissing: 'Write the reason, so that the answer can be saved.',
  changedIn: 'Changed in',
  noChange: 'No change stated',
  seeChange: 'See the change',
  seeChangeIn: section => `See the change in ${section} since the round was sent`,
  changed: section => `Changed in ${section}.`,
  saving: 'Saving …',
  savedBy: (who, at) => `Saved ${moment(at)} by ${who}.`,
  answeredBy: (who, at) => `${who}, ${moment(at)}`,
  saved: remark => `The answer to ${remark} is saved.`,
  takenBack: remark => `The answer to ${remark} is removed.`,
  unsaved: 'Not saved yet. What you have written is kept on this computer.',
  notSaved: why => `The answer was not saved. ${why} What you have written is still here.`,
  replyChanged:
    'The party has sent another answer. Read the remark again and then save. What you have written is still here.',
  save: 'Save the answer',
  takeBack: 'Remove the answer',
  takeBackOf: remark => `Remove the answer to ${remark}`,
  nextKey: 'Ctrl+Enter saves and goes to the next.',
  isOver: 'The answers cannot be changed any more: the application is locked.',

  publish: 'Show to the parties …',
  publishTitle: 'Show the compilation to the parties?',
  publishHelp:
    'Everybody who reads the rounds of the application sees it, also those who have not answered, and is told of it. It cannot be taken back. Answers that you change afterwards are shown at once.',
  publishCounts: (count, from, answered) =>
    `${remarks(count)} from ${parties(from)}. ${answered === count ? 'All have been answered.' : `${answered} have been answered, and ${count - answered} have not.`}`,
  publishGoesOn: 'The round goes on. Answers that come later are shown too.',
  publishAfter:
    'Can be shown to the parties when the round is over: they were promised that the others do not see their answers before.',
  publishOpposing: who => `${who} opposes, and that is neither lifted nor recorded.`,
  publishLook: 'This is what the parties see',
  publishNow: 'Show to the parties',
  published: (at, who) => `Shown to the parties ${moment(at)} by ${who}.`,
  publishedNow: 'The compilation is now shown to the parties.',

  none: 'Nobody has answered yet.',
  noneHelp: 'When a party has sent its answer it is shown here.',
  noneOver: 'Nobody answered.',
  noRemarks: 'Nobody has made remarks on any section.',
  notYet: 'The compilation is not shown yet',
  notYetHelp: who =>
    `You see it when ${who} has gone through the answers and shown the compilation to the parties. Those who were asked are then told.`,
  othersWhenOver: until =>
    until === null
      ? 'The answers of the other parties are shown when the round is over.'
      : `The answers of the other parties are shown when the round is over. The last day to answer is ${day(until)}.`,
  answersLater: who =>
    `The answers to the remarks are shown when ${who} has shown the compilation to the parties.`,
  information: 'It was sent to be known. No answers are expected, so there is nothing to compile.',
  stale: 'No contact. What is shown may have changed since it was fetched.',

  print: 'Print',
  printHelp: 'Opens in a tab of its own',
  records: 'Records',
  recordsHelp:
    'What your organisation has sent and received in the round, as files for your register. Each file has what a register should say of it.',
  recordsOwnerHelp:
    'What you have sent and received in the round, as files for your register. Each file has what a register should say of it.',
  recordsLoading: 'Fetching the records …',
  recordsNone: 'There are no records of your organisation in the round.',
  register: 'Download the register as a table',
  fromTo: (from, to) => `From ${from} to ${to}.`,
  designation: designation => `Designation ${designation}.`,
  formats: { html: 'Web page', docx: 'Word', pdf: 'PDF', json: 'Data (JSON)' },
  /** After the name of a format, for those who listen. */
  formatOf: subject => ` of ${subject}`,
  recordsOf: round => `Records of ${round}`,
}
