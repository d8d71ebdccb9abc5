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
  damagedDocument:
    'The application is closed because the file that holds it is damaged. Nothing has been overwritten. Ask whoever looks after Samskriv at your organisation to restore it.',
  lineEnded: 'Contact has ended. Reload the page; what you have written is still on this computer.',
  tooLarge: 'What you sent is too large.',
  notAnImage: 'The file could not be read as a picture. Use PNG, JPEG, WebP or GIF.',
  tooSlow: 'It took too long to send. Check the network and try again.',
  tooManyAttempts: 'There have been too many attempts from here. Wait a minute and try again.',
  tooManyLines: 'You have Samskriv open in too many places. Close some tabs and try again.',
  diskFault:
    'It could not be saved just now: something is wrong with the storage. What you have written is still here. Try again in a while.',
  serverFault: 'Something went wrong. What you have written is still here. Try again in a while.',
  noContact: 'No contact. Check the network and try again; what you have written is still on this computer.',
}
