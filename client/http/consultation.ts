import type { PdfStandard } from '../../shared/export/pdfStandard.ts'
import {
  type ChangeRound,
  type Round,
  roundSchema,
  roundsSchema,
  type SendRound,
} from '../../shared/http/consultation.ts'
import {
  type AnswerRemark,
  type Attachment,
  attachmentSchema,
  draftSchema,
  type RecordFile,
  type Reply,
  recordsSchema,
  repliesSchema,
  replySchema,
} from '../../shared/http/replies.ts'
import { type Task, tasksSchema } from '../../shared/http/tasks.ts'
import { type WholeVersion, wholeVersionSchema } from '../../shared/http/versions.ts'
import { call, callForNothing, callWithFile } from './call.ts'
import { withQuery } from './export.ts'

/** All rounds of an ansökan, oldest first. */
export async function listRounds(id: string): Promise<readonly Round[]> {
  return (await call('GET', pathOf(id), roundsSchema)).rounds
}

/** Sends a round. The same `id` again gives the round that it has become. */
export async function sendRound(id: string, round: SendRound): Promise<Round> {
  return await call('POST', pathOf(id), roundSchema, round)
}

export async function changeRound(id: string, number: number, change: ChangeRound): Promise<Round> {
  return await call('PUT', `${pathOf(id)}/${number}`, roundSchema, change)
}

/** Reminds those of these parties who have not answered. */
export async function remindParties(id: string, number: number, partyIds: readonly string[]): Promise<Round> {
  return await call('POST', `${pathOf(id)}/${number}/reminders`, roundSchema, { partyIds })
}

/** The version that was sent. */
export async function readSentVersion(id: string, number: number): Promise<WholeVersion> {
  return await call('GET', `${pathOf(id)}/${number}/version`, wholeVersionSchema)
}

/** Tells that somebody of my party has opened the round. */
export async function tellOpened(id: string, number: number): Promise<void> {
  await callForNothing('POST', `${pathOf(id)}/${number}/opened`)
}

/** Begins the answer of my party, or finds the one there is: the id of the live document in which it is written. */
export async function beginReply(id: string, number: number): Promise<string> {
  return (await call('POST', `${pathOf(id)}/${number}/reply`, draftSchema)).draftId
}

/** Sends what the draft says now. `replaces`: number of the answer that I have seen, 0 for none. */
export async function sendReply(id: string, number: number, replaces: number): Promise<Reply> {
  return await call('POST', `${pathOf(id)}/${number}/reply/send`, replySchema, { replaces })
}

/** *Ersätt svar*: the draft is to be written in again. */
export async function reopenReply(id: string, number: number): Promise<void> {
  await callForNothing('POST', `${pathOf(id)}/${number}/reply/reopen`)
}

/** My party does not oppose any more. */
export async function liftOpposition(id: string, number: number, reason: string): Promise<Reply> {
  return await call('POST', `${pathOf(id)}/${number}/reply/lift`, replySchema, { reason })
}

/** Gives the server a file for the draft of my party. */
export async function uploadAttachment(id: string, number: number, file: File): Promise<Attachment> {
  const question = new URLSearchParams({ name: file.name })
  return await callWithFile(`${pathOf(id)}/${number}/reply/attachments?${question}`, file, attachmentSchema)
}

/** The answers that I may see, those that were replaced too, in the order they came. */
export async function listReplies(id: string, number: number): Promise<readonly Reply[]> {
  return (await call('GET', `${pathOf(id)}/${number}/replies`, repliesSchema)).replies
}

/** The owner records that a party opposes, and that it stands. */
export async function recordOpposition(
  id: string,
  number: number,
  partyId: string,
  reason: string,
): Promise<Reply> {
  return await call('PUT', `${replyPath(id, number, partyId)}/opposition`, replySchema, { reason })
}

/** The owner's answer to a remark, as it was read in the answer of this number; null takes it back. */
export async function answerRemark(
  id: string,
  number: number,
  partyId: string,
  remarkId: string,
  answer: AnswerRemark,
): Promise<Reply> {
  const path = `${replyPath(id, number, partyId)}/remarks/${encodeURIComponent(remarkId)}`
  return await call('PUT', path, replySchema, answer)
}

/** What my party sent and received in a round, as files. */
export async function listRecords(id: string, number: number): Promise<readonly RecordFile[]> {
  return (await call('GET', `${pathOf(id)}/${number}/records`, recordsSchema)).files
}

/** What waits for me, oldest day first. */
export async function listTasks(): Promise<readonly Task[]> {
  return (await call('GET', '/tasks', tasksSchema)).tasks
}

/** Where a file of an answer is, to follow as a link. */
export function attachmentAddress(id: string, number: number, partyId: string, hash: string): string {
  return `/api${replyPath(id, number, partyId)}/attachments/${hash}`
}

/** Where the sammanställning is: as a page to print, as a document to keep, or as a table. */
export function compilationAddress(
  id: string,
  number: number,
  as: 'html' | 'csv' | 'docx' | PdfStandard,
): string {
  const at = `/api${pathOf(id)}/${number}/compilation`
  return as === 'a-2a' || as === 'ua-1' ? withQuery(`${at}.pdf`, { standard: as }) : `${at}.${as}`
}

/** Where a file of the records is; `register.csv` for the lines of the register. */
export function recordAddress(id: string, number: number, path: string): string {
  return `/api${pathOf(id)}/${number}/records/${path.split('/').map(encodeURIComponent).join('/')}`
}

function replyPath(id: string, number: number, partyId: string): string {
  return `${pathOf(id)}/${number}/replies/${encodeURIComponent(partyId)}`
}

function pathOf(id: string): string {
  return `/applications/${encodeURIComponent(id)}/rounds`
}
