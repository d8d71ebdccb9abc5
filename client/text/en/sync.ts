import type { sync as swedish } from '../sv/sync.ts'

/** "1 change", "4 changes". */
function changes(count: number): string {
  return count === 1 ? '1 change' : `${count} changes`
}

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
  blocked: count =>
    `The network does not let the direct line through. You see the text as it was when you opened it, not what others write. ${
      count === 0 ? 'What you write' : `What you have written (${changes(count)})`
    } is kept on this computer and saved when contact is back.`,
  ended: {
    signedOut: 'You are no longer signed in. Enter again to save.',
    mayNotOpen: 'You have no access to this application.',
    unknownDocument: 'There is no such application.',
    updateRefused: 'A change was not accepted. It is kept under Rescued text.',
    damagedDocument:
      'The application is closed because the file that holds it is damaged. Nothing has been overwritten. Ask whoever looks after Samskriv at your organisation to restore it.',
    frameTooLarge: 'What you put in is too large to save. Reload the page and put it in in smaller pieces.',
    malformedFrame: 'Something went wrong on the line. Reload the page.',
    olderSchema: 'There is a new version of Samskriv. Reload the page to go on writing.',
    serverStopping: 'Samskriv is restarting.',
    serverFault: 'Something went wrong. Trying again.',
  },
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
  rescuedWhere: heading => `From the section “${heading}”`,
  rescuedNowhere: 'The section can no longer be told.',
  putBack: 'Put back at the end of the section',
  copy: 'Copy',
  copied: 'The text has been copied',
  throwAway: 'Remove',
  throwAwayQuestion: 'Remove the rescued text? It cannot be brought back.',
  isPutBack: 'The text is at the end of the section',
  keepCopy: 'Keep a copy on this computer',
  keepCopyHelp:
    'The application can then be read and written without a network. Only turn it on on a computer of your own. The copy is removed when you leave.',
}
