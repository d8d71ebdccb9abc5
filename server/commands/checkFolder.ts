import { join } from 'node:path'
import { sayAuditDamage } from '../audit/auditDamage.ts'
import { auditFolderName, scanAudit } from '../audit/auditScan.ts'
import { draftFileName } from '../consultation/reply/draftFile.ts'
import { isReplyDraftId } from '../consultation/reply/replyDraftId.ts'
import { noticesName } from '../notice/NoticeFiles.ts'
import { hashOf } from '../storage/attachments.ts'
import { readOldSnapshots } from '../storage/compaction.ts'
import { DamagedDocument, DamagedFile, sayDamage } from '../storage/damage.ts'
import { isUnreadable } from '../storage/diskFault.ts'
import type { FileSystem } from '../storage/FileSystem.ts'
import { StillFolder } from '../storage/stillFolder.ts'
import type { StorageEvent } from '../storage/storageEvent.ts'
import { folderNames, readWhole } from '../storage/wholeFile.ts'
import { filesIn, manifestName, readManifest } from './manifest.ts'
import {
  attachmentsOfReplies,
  attachmentsOfVersions,
  faultOfRecord,
  readApplicationRecord,
  readDraftFile,
} from './records.ts'
import { CommandRefused } from './run.ts'

/** What a check found of one document. Sentences are Swedish, for whoever runs the program. */
export interface DocumentCheck {
  readonly id: string
  /** Of a draft, whose it is and in which ansökan. Null when its record cannot be read. */
  readonly name: string | null
  /** Updates after the snapshot. */
  readonly updates: number
  readonly attachments: number
  /** What is wrong, with file and byte; empty when it is whole. */
  readonly problems: string[]
}

export interface FolderCheck {
  readonly documents: readonly DocumentCheck[]
  /** What is wrong with what is nobody's alone. */
  readonly problems: readonly string[]
  /** What is as it should be after a stop, and worth knowing. */
  readonly notes: readonly string[]
}

/**
 * Reads everything in a data folder or a backup and checks every checksum: log, promises, snapshots, updates,
 * attachments by their hash, records by their schema, the chain of the audit log, and in a backup every file by the
 * manifest. Changes nothing, and may run beside the program. Throws `CommandRefused` when the folder is none of ours.
 */
export async function checkFolder(fileSystem: FileSystem, root: string): Promise<FolderCheck> {
  const still = await StillFolder.open(fileSystem, root)
  if (still === null) throw new CommandRefused(`${root} är ingen datamapp: där finns ingen mapp documents.`)
  const problems: string[] = []
  const notes: string[] = []
  checkLogs(still, problems, notes)
  const documents: DocumentCheck[] = []
  for (const id of still.ids) {
    const document = await checkDocument(still, id, notes)
    documents.push(document)
  }
  for (const name of (await fileSystem.listFolder(root)).filter(isRecord)) {
    if (name === manifestName) continue
    const fault = await faultOfRecord(fileSystem, join(root, name), 'program')
    if (fault) problems.push(fault)
  }
  const notices = join(root, noticesName)
  for (const name of ((await folderNames(fileSystem, notices)) ?? []).filter(isRecord)) {
    const fault = await faultOfRecord(fileSystem, join(notices, name), 'person')
    if (fault) problems.push(fault)
  }
  await checkAuditLog(fileSystem, join(root, auditFolderName), problems, notes)
  await checkManifest(fileSystem, root, documents, problems)
  return { documents, problems, notes }
}

export function isRecord(name: string): boolean {
  return name.endsWith('.json')
}

function checkLogs(still: StillFolder, problems: string[], notes: string[]): void {
  for (const { log, bytes, damage } of still.logs) {
    const whose = log.documents.length > 0 ? ` Där finns ändringar av ${log.documents.join(', ')}.` : ''
    if (damage) problems.push(`${sayDamage(damage)}${whose}`)
    else if (bytes !== null && bytes.length > log.sizeBytes) {
      notes.push(`Filen ${log.path} slutar med en halvskriven post (byte ${log.sizeBytes}).`)
    }
    for (const event of still.logEvents) {
      if (event.kind === 'healed' && [log.path, log.promisePath].includes(event.file)) {
        problems.push(`${sayHealed(event)}${whose}`)
      }
    }
  }
}

async function checkDocument(still: StillFolder, id: string, notes: string[]): Promise<DocumentCheck> {
  const { fileSystem } = still
  const { path } = still.folderOf(id)
  const problems: string[] = []
  let updates = 0
  try {
    const document = await still.read(id, event => {
      if (event.kind === 'healed') problems.push(sayHealed(event))
    })
    updates = document.updates.length
    await readOldSnapshots(fileSystem, { id, path }, event => {
      if (event.kind === 'healed') problems.push(sayHealed(event))
    })
    if (document.isTorn) notes.push(`Ansökan ${id}: updates.log slutar med en halvskriven post.`)
  } catch (fault) {
    if (!(fault instanceof DamagedDocument)) throw fault
    problems.push(sayDamage(fault.damage))
  }
  const names = (await folderNames(fileSystem, path)) ?? []
  if (!names.includes('promise.bin')) {
    problems.push(`Filen ${join(path, 'promise.bin')} saknas, så att det inte går att säga om något fattas.`)
  }
  for (const name of names.filter(isRecord)) {
    const fault = await faultOfRecord(fileSystem, join(path, name), 'document')
    if (fault) problems.push(fault)
  }
  // First: a version that is made meanwhile has its attachments before it is listed.
  const ofVersions = await attachmentsOfVersions(fileSystem, path)
  const attachments = await still.attachments(id)
  for (const { version, hash } of ofVersions) {
    if (attachments.includes(hash)) continue
    const file = join(path, 'attachments', hash)
    problems.push(`Version ${version} går inte att läsa: ${sayDamage({ file, byte: 0, reason: 'missing' })}`)
  }
  for (const { round, draftId, hash } of await attachmentsOfReplies(fileSystem, path)) {
    const kept = draftId === null ? attachments : await still.attachments(draftId)
    if (kept.includes(hash)) continue
    const file = join(still.folderOf(draftId ?? id).path, 'attachments', hash)
    problems.push(
      `En bilaga till ett svar i runda ${round} fattas: ${sayDamage({ file, byte: 0, reason: 'missing' })}`,
    )
  }
  for (const name of attachments) problems.push(...(await faultsOfAttachment(still, id, name)))
  return { id, name: await nameOf(still, id, problems), updates, attachments: attachments.length, problems }
}

async function faultsOfAttachment(still: StillFolder, id: string, name: string): Promise<string[]> {
  const file = join(still.folderOf(id).path, 'attachments', name)
  // A name with more to it is one that was half written, or one that was damaged and has been replaced.
  if (!/^[a-f0-9]{64}$/.test(name)) return []
  try {
    const bytes = await readWhole(still.fileSystem, file)
    if (bytes !== null && hashOf(bytes) === name) return []
    return [sayDamage({ file, byte: 0, reason: bytes === null ? 'missing' : 'payload' })]
  } catch (fault) {
    if (!isUnreadable(fault)) throw fault
    return [sayDamage({ file, byte: 0, reason: 'unreadable' })]
  }
}

async function nameOf(still: StillFolder, id: string, problems: string[]): Promise<string | null> {
  const { path } = still.folderOf(id)
  try {
    if (isReplyDraftId(id)) {
      const { partyId, applicationId } = await readDraftFile(still.fileSystem, join(path, draftFileName))
      return `${partyId}, ansökan ${applicationId}`
    }
    return (await readApplicationRecord(still.fileSystem, join(path, 'record.json'))).name
  } catch (fault) {
    if (!(fault instanceof DamagedFile)) throw fault
    if (!problems.includes(fault.what)) problems.push(fault.what)
    return null
  }
}

async function checkAuditLog(
  fileSystem: FileSystem,
  folder: string,
  problems: string[],
  notes: string[],
): Promise<void> {
  const { damages, torn } = await scanAudit(fileSystem, folder)
  const [first, ...others] = damages
  if (first) {
    const more = others.length > 0 ? ` Det är den första av ${damages.length} poster med fel.` : ''
    problems.push(`${sayAuditDamage(first)}${more}`)
  }
  if (torn) notes.push(`Filen ${torn.file} slutar med en halvskriven post (byte ${torn.byte}).`)
}

async function checkManifest(
  fileSystem: FileSystem,
  root: string,
  documents: readonly DocumentCheck[],
  problems: string[],
): Promise<void> {
  const manifest = await readManifest(fileSystem, root).catch(fault => {
    if (!(fault instanceof DamagedFile)) throw fault
    problems.push(fault.what)
    return null
  })
  if (manifest === null) return
  const found = new Set(await filesIn(fileSystem, root))
  for (const path of new Set([...found, ...Object.keys(manifest.files)])) {
    const file = join(root, path)
    const wrong = !found.has(path)
      ? 'saknas'
      : manifest.files[path] === undefined
        ? 'har lagts till efteråt'
        : await changed(fileSystem, file, manifest.files[path])
    if (wrong === null) continue
    const id = /^documents\/([^/]+)\//.exec(path)?.[1]
    const whose = documents.find(document => document.id === id)?.problems ?? problems
    if (!whose.some(problem => problem.includes(file))) whose.push(`Filen ${file} ${wrong}.`)
  }
}

async function changed(fileSystem: FileSystem, file: string, hash: string): Promise<string | null> {
  try {
    const bytes = await readWhole(fileSystem, file)
    return bytes !== null && hashOf(bytes) === hash ? null : 'är inte som den var när kopian togs'
  } catch (fault) {
    if (!isUnreadable(fault)) throw fault
    return 'går inte att läsa från disken'
  }
}

function sayHealed({ file, byte }: Extract<StorageEvent, { kind: 'healed' }>): string {
  return `Filen ${file} har en skadad del (byte ${byte}); inget är förlorat, för det som står där finns även på annat håll.`
}
