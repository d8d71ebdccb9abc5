import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import * as Y from 'yjs'
import { stateWith } from '../../shared/consultation/roundRules.ts'
import { nameMaxLength } from '../../shared/http/application.ts'
import { commentsFileSchema } from '../comment/commentsFile.ts'
import { copiedRounds } from '../consultation/copiedRounds.ts'
import { standingOfRound } from '../consultation/DocumentRounds.ts'
import { isReplyDraftId } from '../consultation/reply/replyDraftId.ts'
import { noRounds, roundsFileSchema } from '../consultation/roundsFile.ts'
import { type ApplicationRecord, clientIdsSchema } from '../document/applicationRecord.ts'
import { program } from '../document/documentRecords.ts'
import { type AccessFile, accessFileSchema } from '../people/access/accessFile.ts'
import { attachmentsName, createFolder } from '../storage/documentFolder.ts'
import type { FileSystem } from '../storage/FileSystem.ts'
import { jsonBytes, readJson } from '../storage/jsonFile.ts'
import { isDocumentId } from '../storage/Storage.ts'
import { StillFolder } from '../storage/stillFolder.ts'
import { folderNames, writeNew } from '../storage/wholeFile.ts'
import { startOfDay } from '../time/swedishTime.ts'
import { checkFolder, isRecord } from './checkFolder.ts'
import { copyAttachments, copyFile } from './copyFolder.ts'
import { attachmentsOfReplies, gravesName, readApplicationRecord } from './records.ts'
import { CommandRefused } from './run.ts'

/** The document that a restored one came of, and the new one. */
export interface Restored {
  readonly id: string
  readonly name: string
}

/**
 * Brings one document of a backup back as a new one in a data folder, beside what is there, under a new id and with
 * `(återställd ‹day›)` in its name. The program may be using the data folder: it takes the new one in when somebody
 * next asks for the list. Text, owners of client ids, rescued texts, comments, rounds and pictures come along. `day` is in Stockholm.
 *
 * Throws `CommandRefused` when the backup has no such document or it is not whole, and what the disk says; there
 * is then no new document.
 */
export async function restoreDocument(
  fileSystem: FileSystem,
  backup: string,
  dataFolder: string,
  id: string,
  day: string,
): Promise<Restored> {
  const documents = join(dataFolder, 'documents')
  if ((await folderNames(fileSystem, documents)) === null) {
    throw new CommandRefused(`${dataFolder} är ingen datamapp: där finns ingen mapp documents.`)
  }
  const { documents: checked } = await checkFolder(fileSystem, backup)
  const found = isReplyDraftId(id) ? undefined : checked.find(document => document.id === id)
  const still = isDocumentId(id) && found ? await StillFolder.open(fileSystem, backup) : null
  if (!found || !still) throw new CommandRefused(`I ${backup} finns ingen ansökan ${id}.`)
  if (found.problems.length > 0) {
    throw new CommandRefused(`Ansökan ${id} är inte hel i ${backup}. ${found.problems.join(' ')}`)
  }
  const newId = randomBytes(10).toString('hex')
  const from = still.folderOf(id)
  const record = await readApplicationRecord(fileSystem, join(from.path, 'record.json'))
  const { snapshot, updates } = await still.read(id, () => {})
  const renamed = rename([snapshot, ...updates], day)
  const owners = await readJson(join(from.path, 'clientIds.json'), clientIdsSchema, fileSystem)
  const access = await readJson(join(from.path, 'access.json'), accessFileSchema, fileSystem)
  const comments = await readJson(join(from.path, 'comments.json'), commentsFileSchema, fileSystem)
  const sent = (await readJson(join(from.path, 'rounds.json'), roundsFileSchema, fileSystem)) ?? noRounds
  const rounds = copiedRounds(sent, new Date(startOfDay(day)).toISOString())
  const { state: was } = record
  const state = rounds.rounds.length > 0 ? stateWith(was, rounds.rounds.map(standingOfRound)) : was
  const newRecords = {
    // Those who had access have it. What lets others in, links and open advice, is the other ansökan's.
    ...(access ? { 'access.json': withoutWaysIn(access) } : {}),
    // What was still to be told was of the other ansökan.
    ...(comments ? { 'comments.json': { ...comments, due: [] } } : {}),
    'rounds.json': rounds,
    'record.json': { ...record, id: newId, state, name: renamed.name } satisfies ApplicationRecord,
    'clientIds.json': { owners: { ...owners?.owners, [String(renamed.clientId)]: program } },
  }
  const beginning = { snapshot: renamed.state, snapshotSequence: 0, updates: [] }
  await createFolder(
    fileSystem,
    documents,
    { id: newId, path: join(documents, newId) },
    beginning,
    async to => {
      for (const [name, content] of Object.entries(newRecords)) {
        await writeNew(fileSystem, join(to, name), jsonBytes(content))
      }
      for (const name of (await fileSystem.listFolder(from.path)).filter(isRecord)) {
        // Nobody has words that are late for a document that is new, and its numbers begin anew.
        if (!(name in newRecords) && name !== gravesName)
          await copyFile(fileSystem, join(from.path, name), to)
      }
      await copyAttachments(still, id, to)
      await copyRepliesFiles(still, id, to)
    },
  )
  return { id: newId, name: renamed.name }
}

/** The drafts of answers stay with the other ansökan; what came with those that were sent is a part of these. */
async function copyRepliesFiles(still: StillFolder, id: string, to: string): Promise<void> {
  const { fileSystem } = still
  const known = new Set(await still.attachments(id))
  for (const { draftId, hash } of await attachmentsOfReplies(fileSystem, still.folderOf(id).path)) {
    if (draftId === null || known.has(hash)) continue
    known.add(hash)
    const path = join(still.folderOf(draftId).path, attachmentsName, hash)
    await copyFile(fileSystem, path, join(to, attachmentsName))
  }
}

function withoutWaysIn({ members, closings }: AccessFile): AccessFile {
  const kept = members.filter(({ guestLinkId }) => guestLinkId === null)
  return { members: kept, closings, invitations: [], guestLinks: [], requests: [], advice: null }
}

/** The whole document with its new name in it, and the client id under which the program wrote that. */
function rename(
  updates: readonly Uint8Array[],
  day: string,
): { state: Uint8Array; name: string; clientId: number } {
  const doc = new Y.Doc()
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update)
  })
  // What waits for an update that was never acknowledged is not part of the document.
  doc.store.pendingStructs = null
  doc.store.pendingDs = null
  const root = doc.getMap('name')
  const was = root.get('value')
  const mark = `(återställd ${day})`
  const name = typeof was === 'string' ? `${was.slice(0, nameMaxLength - mark.length - 1)} ${mark}` : mark
  root.set('value', name)
  return { state: Y.encodeStateAsUpdate(doc), name, clientId: doc.clientID }
}
