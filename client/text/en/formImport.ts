import type { ReadNote, ReadNoteKind } from '../../../shared/import/ReadForm.ts'
import type { formImport as swedish } from '../sv/formImport.ts'

const number = new Intl.NumberFormat('en-GB')

const theTexts = (count: number) => (count === 1 ? 'the text' : `the ${number.format(count)} texts`)
const texts = (count: number) => (count === 1 ? 'one text' : `${number.format(count)} texts`)
const sections = (count: number) => (count === 1 ? '1 section' : `${number.format(count)} sections`)
const quoted = (said: string) => (said === '' ? '' : ` “${said}”`)
/** What stands there, after a colon at the end of a sentence. */
const namely = (said: string) => (said === '' ? '.' : `: “${said.replace(/:$/, '')}”.`)
const theText = (count: number) => (count === 1 ? 'The text is' : `${number.format(count)} texts are`)
/** What stands there, or how many there were. */
const counted = (said: string) => (/^\d+$/.test(said) ? `: ${said} of them.` : namely(said))

function leftSaid(left: number): string {
  return left === 0 ? 'All text has a place.' : `${number.format(left)} left to place.`
}

const notes: Readonly<Record<ReadNoteKind, (said: string) => string>> = {
  headingGuessed: said =>
    `The heading${quoted(said)} is not written as in the form. Check that the text belongs here.`,
  headingTwice: said =>
    `The heading${quoted(said)} is there several times. The texts stand one after the other here.`,
  outOfOrder: () => 'The section stands in another place in the file than in the form.',
  lettersMended: said => `Letters such as å, ä and ö were damaged and have been mended${namely(said)}`,
  dateGuessed: said => `The date has been guessed${namely(said)}`,
  answerGuessed: said => `Whether the answer is yes or no could not be seen for certain${namely(said)}`,
  partyGuessed: said => `What belongs to which party has been guessed${namely(said)}`,
  goalLevelGuessed: said => `Which kind of goal it is has been guessed${namely(said)}`,
  amountGuessed: said => `The amount has been guessed${namely(said)}`,
  numberGuessed: said => `The number has been guessed${namely(said)}`,

  agreementDiffers: said =>
    `The agreement in the file is not word for word that of the form. The application gets the text of the form, which nobody can change.${said === '' ? '' : ` In the file${namely(said)}`}`,
  titleDiffers: said => `The title of the file is another than that of the form${namely(said)}`,
  signaturesNotTaken: said =>
    `The new application is signed anew when it is finished. Signatures do not come along${namely(said)}`,
  budgetNotTaken: said =>
    `The budget could not be read in full. Fill it in in the application, or read it in from Excel there${namely(said)}`,
  valueTooLong: said => `A text is too long for its field, and is among what is left to place${namely(said)}`,
  tooMuchText: () =>
    'Here is more text than a section holds. Shorten it in Word, save the file and read it in again.',

  commentsLeft: said => `Comments do not come along${counted(said)}`,
  deletedTextLeft: said => `Text struck with tracked changes does not come along${counted(said)}`,
  insertedTextTaken: said => `Text added with tracked changes comes along${counted(said)}`,
  pictureNotTaken: said => `A picture could not be read and does not come along${counted(said)}`,
  pictureTextMissing: said =>
    `A picture lacks text for those who do not see it. Write it in the application${counted(said)}`,
  linkNotTaken: said =>
    `A link leads to something that cannot be linked to here. The words remain${counted(said)}`,
  formattingLeft: said =>
    `Looks that are not used here, such as colours and typefaces, do not come along${namely(said)}`,
  objectLeft: said =>
    `Something in the file is neither text, table nor picture and does not come along${counted(said)}`,
  headersLeft: said => `Page headers and footers do not come along${counted(said)}`,
  hiddenTextTaken: said =>
    `Text that is hidden in Word comes along. Read it before you make the application${counted(said)}`,

  headingChanged: said => `The heading has changed since the old form${namely(said)}`,
  fieldNotAsked: said => `The form does not ask for this${namely(said)}`,
  askedAnew: said => `The old form did not ask for this. Fill it in in the application${namely(said)}`,
  mustBeSplit: said =>
    `The form divides this between several headings. You decide what is to stand where${namely(said)}`,
}

export const formImport: typeof swedish = {
  fromWord: 'Begin from a Word file',
  fromWordHelp:
    'Is there an application in Word already? Begin from it, whichever of the forms it is written on.',
  move: 'Move to a newer form',

  wordTitle: 'New application from a Word file',
  lead: 'The file is read, and you are shown all that stands in it, section by section, before anything is made. The file is not kept.',
  chooseFile: 'Choose a Word file',
  orDrop: 'or drop it here',
  fileHelp: 'An application on any of the forms, saved as .docx. At most 20 MB.',
  reading: name => `Reading ${name} …`,
  readingHelp: 'It usually takes a few seconds. Nothing is made while the file is read.',
  stopReading: 'Stop reading',
  noContact: 'No contact. Check the network and try again. Nothing has been made.',
  tooLarge: megabytes =>
    `The file is ${number.format(megabytes)} MB. At most 20 MB can be read. Shrink the pictures in Word (Compress pictures), save the file and try again. Nothing has been made.`,
  empty: 'The file is empty. Nothing has been made.',
  unreadable: 'The file could not be opened on this computer. Close it in Word, or move it, and try again.',
  several: 'Drop one file at a time.',
  tryAgain: 'Try again',
  readAnyway: 'Read it anyway, as written on:',

  readAs: (form, found, of) =>
    `Read as ${form}: ${number.format(found)} of ${number.format(of)} headings are in the file.`,
  otherForm: 'Read as another form',
  whichForm: 'Which form is the file written on?',
  unsureHelp: form => `The file fits several equally well. Below it is read as ${form}.`,
  formFits: (found, of) => `${number.format(found)} of ${number.format(of)} headings`,
  sayForm: 'Say first which form the file is written on.',
  rereading: 'Reading the file again …',
  changeTitle: 'Read as another form?',
  changeHelp: count =>
    `You have decided where ${texts(count)} should go. What you have decided comes along where the same text and the same heading are there; the rest you decide anew.`,
  changeForm: 'Read as the other form',
  keepForm: 'Keep the form',

  moveTitle: form => `Move to ${form}`,
  moveLead: (name, form) =>
    `“${name}” is written on ${form}. Here you see what it becomes on the newer one. A new application is made; the old one stays as it is.`,
  moveWho:
    'All who have access get it in the new one too. Invitations that have not been answered, guest links, comments, versions and rounds do not come along.',
  moveTo: 'To which form?',
  moveLoading: 'Looking at what the application becomes on the newer form …',
  changeTargetTitle: 'Move to another form?',
  changeTarget: 'Show the other form',
  noNewer: 'The application is on the newest form already.',
  mayNotMove: 'Those responsible for the application can move it, while it is being written.',
  back: 'To the application',
  lookAgain: 'Show it as it is now',
  lookedAgain:
    'This is the application as it is now. What you have decided remains for the texts that have not changed.',

  readTitle: name => `This stands in ${name}`,
  notYet: 'Nothing has been made yet.',
  nextDecide: count =>
    `Read the application below, and decide where ${theTexts(count)} should go. Then you can make it.`,
  nextCreate:
    'Read the application below. When it looks right you can make it. All of it can be changed afterwards.',
  summaryOf: {
    read: count => `${sections(count)} read`,
    guessed: count => `${sections(count)} guessed: check`,
    missing: count => `${sections(count)} empty in the file, or not there`,
  },
  summaryMoved: {
    read: count => `${sections(count)} coming along`,
    guessed: count => `${sections(count)} to check`,
    missing: count => `${sections(count)} empty`,
  },
  remarks: count => `To know about the file (${number.format(count)})`,
  remarksMoved: count => `To know about the move (${number.format(count)})`,
  sheet: 'What the application becomes',
  stateOf: { read: 'Read from the file', guessed: 'Guessed: check', missing: 'Nothing in the file' },
  stateMoved: { read: 'Comes along', guessed: 'Check', missing: 'Empty' },
  headingInFile: heading => `The heading in the file: “${heading}”.`,
  note: ({ kind, said }: ReadNote) => notes[kind](said),
  moreNotes: count => `${number.format(count)} more`,
  placedHere: count => `You have put ${texts(count)} last in the section`,
  takeBack: 'Take back',
  takeBackText: beginning => `Take back: ${beginning}`,

  leftOvers: 'Text to place',
  leftOversHelp:
    'This text did not fit in by itself. Put each under a heading, or leave it out. Nothing disappears unless you have decided it.',
  leftOversMoved:
    'This text has no given place in the newer form. Put each under a heading, or leave it out. In the old application all of it remains.',
  whyLeft: {
    noHeading: 'The text does not stand under a heading that the form has.',
    notAsked: 'The form does not ask for this.',
    mustBeSplit: 'The form divides this between several headings.',
    doesNotFit: 'The field does not take text of this kind.',
    unknownLabel: 'It could not be said which field the text belongs to.',
  },
  under: heading => `Under “${heading}”`,
  underNothing: 'Without a heading',
  left: (left, count) =>
    left === 0 ? 'All are decided' : `${number.format(left)} of ${number.format(count)} left`,
  mark: 'Mark',
  markText: beginning => `Mark: ${beginning}`,
  markUnder: count => `Mark with the text under it (${number.format(count)})`,
  markAll: count => `Mark all ${number.format(count)}`,
  unmarkAll: 'Unmark all',
  markHelp: 'Mark several to put them in the same place. Shift takes all between along.',
  followAll: count => (count === 1 ? 'Follow the proposal' : `Follow all ${number.format(count)} proposals`),
  proposal: 'Proposal:',
  putIn: heading => `Put in “${heading}”`,
  placeIn: count => (count === 1 ? 'Put in' : `Put the ${number.format(count)} marked in`),
  choosePlace: 'Choose a heading …',
  goalsAs: (heading, level) => `${heading}: ${level}`,
  leaveOut: 'Leave out',
  leaveOutMarked: count => `Leave out the ${number.format(count)} marked`,
  isLeftOut: 'Left out',
  showWhole: 'Show the whole text',
  showLess: 'Show less',
  showInForm: 'Show in the application',

  placedSaid: (count, place, left) => `${theText(count)} put in “${place}”. ${leftSaid(left)}`,
  proposalsSaid: (count, left) => `${theText(count)} put where it was proposed. ${leftSaid(left)}`,
  leftOutSaid: (count, left) => `${theText(count)} left out. ${leftSaid(left)}`,
  takenBackSaid: (count, left) => `${theText(count)} not placed. ${leftSaid(left)}`,

  leftToPlace: left => `${left === 1 ? '1 text' : `${number.format(left)} texts`} left to place.`,
  allPlaced: 'All text has a place.',
  toNext: 'To the next text',
  create: 'Make the application',
  createMoved: 'Make the new application',
  creating: 'Making the application …',
  created: name => `The application “${name}” has been made.`,
  contactLost:
    'Contact was broken before the answer came. Look among the applications whether it was made before you try again. What you have decided remains here.',
  toList: 'Show the applications in a new tab',
  otherFile: 'Choose another file',
  otherFileTitle: 'Choose another file?',

  leaveTitle: 'Leave the page?',
  leaveHelp: count =>
    `The application has not been made. You have decided where ${texts(count)} should go, and have to do it again if you leave the page.`,
  leave: 'Leave the page',
  stay: 'Stay',
}
