import type { problem as swedish } from '../sv/problem.ts'

export const problem: typeof swedish = {
  malformedRequest: 'The request could not be understood. Check what you wrote and try again.',
  signedOut: 'You are no longer signed in. Enter again; what you have written is still on this computer.',
  mayNot: 'You are not allowed to do this.',
  foreignOrigin: 'The request did not come from Samskriv’s own pages and was turned down.',
  unknownAddress: 'There is no such page.',
  unknownApplication: 'There is no such application, or you have no access to it.',
  unknownForm: 'There is no such form. Choose another.',
  unknownRescued: 'The text has already been put back or removed.',
  unknownImage: 'There is no such picture.',
  unknownLine: 'Contact was broken. It comes back by itself; what you have written is still here.',
  unknownMember: 'The person no longer has access.',
  unknownInvitation: 'The invitation is gone: it was withdrawn, used or too old.',
  unknownGuestLink: 'The guest link is gone.',
  unknownRequest: 'The request has been answered already.',
  unknownSection: 'There is no such section in this form.',
  unknownSession: 'The session is already over.',
  unknownPerson: 'There is no such person.',
  unknownOrganisation: 'There is no such organisation.',
  unknownThread: 'There is no such comment.',
  unknownPost: 'There is no such answer.',
  unknownVersion: 'There is no such version.',
  unknownNotice: 'There is no such notice.',
  unknownRound: 'There is no such round.',
  unknownReply: 'There is no such answer, or it may not be shown yet.',
  unknownRemark: 'There is no such remark.',
  unknownAttachment: 'There is no such attachment.',
  unknownRecord: 'There is no such file.',
  roundOver: 'The round is over. What you have written is kept, but cannot be sent as an answer to it.',
  roundsFull: 'The application has as many rounds as it can have.',
  dayPassed: 'The last day to answer must be a day after today.',
  notAsked: 'Your organisation was not asked in this round.',
  replyChanged: 'A colleague has sent an answer while you wrote. Read it first, then replace it if needed.',
  replySent: 'The answer has been sent. Choose Replace the answer if it needs to be changed.',
  replyLacks: 'The answer lacks something. Choose a stance, and write something in every remark.',
  attachmentsFull: 'The answer has as many attachments as it can have.',
  notAFile: 'The file could not be read, or is empty.',
  notAWorkbook:
    'The file is not an Excel file of a kind that can be read (.xlsx). Open it in Excel or LibreOffice, save it as .xlsx and try again. Nothing has changed.',
  lockedWorkbook:
    'The file is protected by a password. Take the password away in Excel, save the file and try again. Nothing has changed.',
  macroWorkbook:
    'The file has macros and is therefore not read. Save it in Excel as an ordinary workbook (.xlsx) and try again. Nothing has changed.',
  largeWorkbook:
    'The file is too large, or took too long to read. Save only the sheets of the budget in a file of their own and try again. Nothing has changed.',
  damagedWorkbook:
    'The file is damaged and could not be read. Open it in Excel, save it anew and try again. Nothing has changed.',
  noBudgetInWorkbook:
    'There is no budget in the file that can be recognised. It needs the headings of the budget template, and an amount. Nothing has changed.',
  notAWordFile:
    'The file is not a Word file of a kind that can be read (.docx). Open it in Word or LibreOffice, save it as .docx and try again. Nothing has been made.',
  lockedWordFile:
    'The file is protected by a password. Take the password away in Word, save the file and try again. Nothing has been made.',
  macroWordFile:
    'The file has macros and is therefore not read. Save it in Word as an ordinary document (.docx) and try again. Nothing has been made.',
  largeWordFile:
    'The file is too large, or took too long to read. Take away or shrink large pictures in Word, save the file and try again. Nothing has been made.',
  damagedWordFile:
    'The file is damaged and could not be read. Open it in Word, save it anew and try again. Nothing has been made.',
  noFormInWordFile:
    'None of the headings of the forms is in the file. Say which form it is written on, or check that it is the right file. Nothing has been made.',
  wordBusy:
    'Several other files are being read just now. Wait a little and try again. Nothing has been made.',
  notAllPlaced: 'Decide first where all the text goes that found no place by itself. Nothing has been made.',
  notNewerForm: 'An application can only be moved to a newer form than its own.',
  changedSince:
    'Somebody has changed the application since you opened the proposal. Go through it again, so that nothing is missed. Nothing has been made.',
  fileNotMade:
    'The file could not be made: the application has too much text or too large pictures. Fetch it as Word, or a version with fewer pictures, or ask for help.',
  workbookBusy:
    'Several other files are being read just now. Wait a little and try again. Nothing has changed.',
  otherBrowser:
    'The link can only be used in the browser where you asked for it. Open it there, or ask for a new link here.',
  linkOver:
    'The link can no longer be used: it has been used, is too old or is incomplete. Ask for a new one.',
  otherPerson:
    'The invitation is to somebody else than the person signed in here. Sign out first, if it is to you.',
  ownSignIn:
    'Your organisation has a sign-in of its own. Enter by it on the start page, and you have access to the application.',
  signInFirst:
    'You are in Samskriv already. Go in on the start page with your address, then open the link in the invitation once more.',
  freshSignInNeeded:
    'To change anything here you must have signed in within the last half hour. Sign in again; what you have filled in stays.',
  addressTaken: 'Somebody else has that e-mail address already.',
  domainTaken: 'Another organisation has that e-mail domain already.',
  noParty: 'The e-mail address belongs to no organisation here. Add its domain to the organisation first.',
  noOwnSignIn:
    'The organisation’s own sign-in is not set up. Ask whoever looks after Samskriv at your organisation to set it up first.',
  lastAdministrator: 'Somebody must be administrator. Make somebody else one first.',
  lastOwner: 'Somebody must be responsible for the application. Make somebody else responsible first.',
  successorNeeded:
    'The person is the only one responsible for some application. Choose who takes over first.',
  accessFull:
    'There is no room for more people in this application. Remove somebody who no longer needs access.',
  commentsFull:
    'There is no room for more comments in this application. What you wrote is still here. Ask whoever is responsible to go through old threads.',
  threadReleased:
    'The thread was internal when you wrote, but now everybody sees it. What you wrote has not been sent and is still here. Read it through, and send it again if everybody may see it.',
  placeGone:
    'The place that you wanted to comment on is gone. What you wrote is still here. Choose another place.',
  damagedDocument:
    'The application is closed because the file that holds it is damaged. Nothing has been overwritten. Ask whoever looks after Samskriv at your organisation to restore it.',
  damagedVersion:
    'The version cannot be read because the file that holds it is damaged or missing. Nothing has been overwritten, and the application is whole. Ask whoever looks after Samskriv at your organisation to restore the file.',
  versionsFull: 'The application has as many versions as it can have. No more can be saved.',
  sectionsClosed:
    'The version says something else in a section that is closed. Open the section first, and then restore.',
  lineEnded: 'Contact has ended. Reload the page; what you have written is still on this computer.',
  tooLarge: 'What you sent is too large.',
  notAnImage: 'The file could not be read as a picture. Use PNG, JPEG, WebP or GIF.',
  tooSlow: 'It took too long to send. Check the network and try again.',
  tooManyAttempts: 'There have been too many attempts from here. Wait a minute and try again.',
  tooManyAttemptsFor: minutes =>
    `There have been too many attempts from here. Wait ${minutes === 1 ? 'a minute' : `${minutes} minutes`} and try again.`,
  tooManyLines: 'You have Samskriv open in too many places. Close some tabs and try again.',
  diskFault:
    'It could not be saved just now: something is wrong with the storage. What you have written is still here. Try again in a while.',
  mailQueueFull:
    'The letter could not be queued: too many letters are waiting to be sent already. Try again in a while. If that does not help, tell whoever looks after Samskriv at your organisation.',
  serverFault: 'Something went wrong. What you have written is still here. Try again in a while.',
  noContact: 'No contact. Check the network and try again; what you have written is still on this computer.',
}
