import { join } from 'node:path'
import { DiskFault, onDisk } from '../storage/diskFault.ts'
import type { FileSystem } from '../storage/FileSystem.ts'
import { replaceFile } from '../storage/wholeFile.ts'
import { type MailCarrier, NotCarried, type OutgoingLetter } from './MailCarrier.ts'
import type { Sender } from './mailSettings.ts'

/**
 * Puts letters in a folder, `‹time›-‹id›.eml` each, where no mail server has been set: they can be read as they are,
 * and opened in a mail program. The folder is made with the first one.
 */
export function mailboxCarrier(fileSystem: FileSystem, folder: string, from: Sender): MailCarrier {
  return {
    carry: async letter => {
      const time = letter.acceptedAt.toISOString().replaceAll(/[-:]|\.\d+/g, '')
      const path = join(folder, `${time}-${letter.id}.eml`)
      try {
        await onDisk(async () => {
          await fileSystem.makeFolder(folder)
          await replaceFile(fileSystem, path, Buffer.from(messageOf(letter, from)))
        })
      } catch (fault) {
        if (!(fault instanceof DiskFault)) throw fault
        throw new NotCarried({ reason: 'disk', status: null, said: fault.code }, { cause: fault })
      }
    },
  }
}

/**
 * The letter as RFC 5322 has it, with UTF-8 as it is also in its head (RFC 6532): encoded, nobody could read it. The
 * parts that could break a line are checked before they come here (`letterSchema`).
 */
function messageOf({ to, subject, text, messageId, acceptedAt }: OutgoingLetter, from: Sender): string {
  const head = [
    `From: "${from.name}" <${from.address}>`,
    `To: ${to}`,
    `Subject: ${subject}`,
    `Date: ${acceptedAt.toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: ${messageId}`,
    'Auto-Submitted: auto-generated',
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
  ]
  return `${[...head, '', ...text.replace(/\n$/, '').split('\n')].join('\r\n')}\r\n`
}
