import type { Log } from '../operations/LogEvent.ts'
import type { DataFolder } from '../storage/dataFolder.ts'
import type { FileSystem } from '../storage/FileSystem.ts'
import { LetterFiles } from './LetterFiles.ts'
import { MailQueue } from './MailQueue.ts'
import { mailboxCarrier } from './mailboxCarrier.ts'
import type { MailSettings } from './mailSettings.ts'
import { realClock } from './QueueClock.ts'
import { smtpCarrier } from './smtpCarrier.ts'

/** The folder among the data where letters go when no mail server has been set. */
export const mailboxName = 'mailbox'

/**
 * The program's mail, as it is set up. `password` belongs to `smtp.login`; `isWanted` says whether letters still go to an
 * address. Throws `DiskFault`.
 */
export async function openMail(
  folder: DataFolder,
  fileSystem: FileSystem,
  { from, smtp }: MailSettings,
  password: string | null,
  isWanted: (to: string) => boolean,
  log: Log,
): Promise<MailQueue> {
  return await MailQueue.open({
    files: await LetterFiles.open(fileSystem, folder.file('mail')),
    carrier: smtp
      ? smtpCarrier(smtp, password, from)
      : mailboxCarrier(fileSystem, folder.file(mailboxName), from),
    domain: from.address.slice(from.address.lastIndexOf('@') + 1),
    isWanted,
    clock: realClock,
    log,
  })
}
