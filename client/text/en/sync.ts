import type { CloseReason } from '../../../shared/sync/closeReason.ts'
import type { sync as swedish } from '../sv/sync.ts'

/** "1 change", "4 changes". */
function changes(count: number): string {
  return count === 1 ? '1 change' : `${count} changes`
}

const ended: Record<CloseReason, string> = {
  signedOut: 'You are signed out.',
  sessionRanOut: 'Your sign-in has run out.',
  mayNotOpen: 'You have no access to this application.',
  unknownDocument: 'There is no such application.',
  updateRefused: 'A change was not accepted.',
  damagedDocument:
    'The application is closed because the file that holds it is damaged. Nothing has been overwritten. Ask whoever looks after Samskriv at your organisation to restore it.',
  frameTooLarge: 'What you put in is too large to save. Reload the page and put it in in smaller pieces.',
  malformedFrame: 'Something went wrong on the line. Reload the page.',
  olderSchema: 'There is a new version of Samskriv. Reload the page to go on writing.',
  personFull: 'You have Samskriv open in too many windows. Close some of them and reload the page.',
  serverFull: 'Too many people are in Samskriv right now. You will be let in as soon as there is room.',
  roomFull: 'Too many people are in the application right now. You will be let in as soon as there is room.',
  slowReader: 'The network could not keep up with what others write. The application is fetched again.',
  diskFault: 'Samskriv cannot save right now.',
  serverStopping: 'Samskriv is restarting.',
  serverFault: 'Something went wrong in Samskriv. It will try again shortly.',
}

const otherForm = 'Copy the text and write it in another way, or remove it.'

export const sync: typeof swedish = {
  saved: 'Saved',
  savedAt: time => `Saved on the server ${time}`,
  nothingUnsaved: 'Everything you have written is saved on the server',
  saving: 'Saving…',
  noContact: count =>
    count === 0
      ? 'No contact – you can go on reading and writing, it is kept on this computer meanwhile'
      : `No contact – your changes are kept on this computer (${count})`,
  noContactYet: 'No contact – the application is shown as soon as contact is back',
  catchingUp: 'Catching up…',
  ended,
  away: (reason, count) => {
    const what = count === 0 ? 'What you write' : `What you have written (${changes(count)})`
    const when = reason === 'diskFault' ? 'it is possible to save again' : 'contact is back'
    return `${ended[reason]} ${what} is kept in this browser and sent when ${when}.`
  },
  leftElsewhere: count =>
    count === 0
      ? 'You have left in another window. Enter again to write.'
      : `You have left in another window. ${changes(count)} could not be saved and will be here only until you close the window. Copy what you want to keep.`,
  signedOutKept: count =>
    `${
      count === 0 ? 'What you write' : `What you have written (${changes(count)})`
    } stays in this browser and is saved when you have entered again.`,
  endedKept: count => `${changes(count)} of yours are kept on this computer.`,
  merged: (mine, others) => {
    if (others === 0) return `${changes(mine)} of yours have been saved`
    if (mine === 0) return `${changes(others)} of others have come in`
    return `${changes(mine)} of yours and ${others} of others have been merged`
  },
  reload: 'Reload the page',
  rescuedTitle: 'Rescued text',
  rescuedReplaced: 'You wrote this while somebody else split, moved or removed the paragraph.',
  rescuedRefused: 'This could not be saved in the text.',
  refused: {
    malformed: 'It could not be read when it arrived. Put the text back, and it is saved anew.',
    gap: 'Something it belonged with did not arrive. Put the text back, and it is saved anew.',
    foreignClient: 'It seemed to come from somebody else. Put the text back, and it is saved anew.',
    unknownRoot: `This form has no such section. ${otherForm}`,
    unknownNode: `It held something that the text cannot hold. ${otherForm}`,
    unknownMark: `It had a look that the text cannot have. ${otherForm}`,
    unknownAttribute: `It had a look that the text cannot have. ${otherForm}`,
    wrongShape: `It does not fit in the field. ${otherForm}`,
    tooDeep: `It had too many levels inside each other. ${otherForm}`,
    documentFull:
      'The application holds no more. Remove something, a picture for instance, and then put the text back.',
    mayNotWrite:
      'You may not change anything there now. Copy the text and send it to somebody who may, or wait until it is open again.',
    tooLarge: 'It was too much at once. Copy the text and put it in in smaller pieces.',
    noPlace:
      'The place where you wrote it has been removed by somebody else. Put the text back if it is still needed.',
  },
  typingOn: 'Go on writing',
  refusedNow: texts =>
    texts === 0
      ? 'A change was not accepted. The text is as it was before.'
      : 'Part of what you wrote was not accepted. It is under Rescued text, and the rest is in the application.',
  rescuedWhere: heading => `From the section “${heading}”`,
  rescuedNowhere: 'The section can no longer be told.',
  putBack: 'Put back at the end of the section',
  copy: 'Copy',
  copied: 'The text has been copied',
  selected: 'The text is selected. Press Ctrl+C to copy it.',
  throwAway: 'Remove',
  throwAwayQuestion: 'Remove the rescued text? It cannot be brought back.',
  isPutBack: 'The text is at the end of the section',
  keepCopy: 'Keep a copy on this computer',
  keepCopyHelp:
    'The application can then be read and written without a network. Only turn it on on a computer of your own. The copy is removed when you leave.',
}
