import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Notice, noticesSchema } from '../../../../shared/http/notices.ts'
import type { Visitor } from '../../../harness/rawClient.ts'
import { readMessage } from '../../mail/readMessage.ts'

/** What somebody is told of an ansökan, newest first of what she has not read. */
export async function noticesOf(visitor: Visitor, applicationId: string): Promise<Notice[]> {
  const { notices } = noticesSchema.parse(await (await visitor.get('/api/notices')).json())
  return notices.filter(notice => notice.applicationId === applicationId)
}

/** The letters in the mailbox folder to somebody about an ansökan, but for those that let her in. */
export async function lettersIn(
  dataDir: string,
  address: string,
  applicationName: string,
): Promise<{ readonly subject: string; readonly text: string }[]> {
  const folder = join(dataDir, 'mailbox')
  const files = (await readdir(folder)).filter(name => name.endsWith('.eml'))
  const letters = await Promise.all(files.map(name => readFile(join(folder, name))))
  return letters
    .map(bytes => readMessage(bytes))
    .filter(({ head }) => head.get('to') === address)
    .map(({ head, text }) => ({ subject: head.get('subject') ?? '', text }))
    .filter(({ subject }) => subject.startsWith(`[${applicationName}] `) && !subject.includes('åtkomst'))
}
