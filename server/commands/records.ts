import { basename, join } from 'node:path'
import { z } from 'zod'
import { formById } from '../../shared/form/forms.ts'
import { commentsFileSchema } from '../comment/commentsFile.ts'
import { type DraftFile, draftFileName, draftFileSchema } from '../consultation/reply/draftFile.ts'
import { roundsFileSchema } from '../consultation/roundsFile.ts'
import {
  type ApplicationRecord,
  applicationRecordSchema,
  clientIdsSchema,
  rescuedFileSchema,
} from '../document/applicationRecord.ts'
import { noticesFileSchema } from '../notice/noticesFile.ts'
import { askedFileSchema } from '../people/access/AskedAccess.ts'
import { accessFileSchema } from '../people/access/accessFile.ts'
import { peopleFileSchema } from '../people/peopleFile.ts'
import { sessionFileSchema } from '../people/sessions.ts'
import {
  administratorLinkName,
  administratorLinkSchema,
} from '../people/ways/firstAdministrator/administratorLink.ts'
import { linksFileSchema } from '../people/ways/mailLink/Links.ts'
import { DamagedFile } from '../storage/damage.ts'
import { isUnreadable } from '../storage/diskFault.ts'
import type { FileSystem } from '../storage/FileSystem.ts'
import { readJson } from '../storage/jsonFile.ts'
import { gravesSchema } from '../sync/guard/gravesRecord.ts'
import { sinceFileSchema, versionsFileSchema } from '../version/versionsFile.ts'

/** What has been deleted of late in a document; the one record that must not know more than the text beside it. */
export const gravesName = 'graves.json'

/** The list of a document's versions, which names attachments. */
const versionsName = 'versions.json'

/** The rounds of an ansökan, whose answers name attachments. */
const roundsName = 'rounds.json'

/** The records beside a document's text, by the name of their file. */
const documentSchemas: Readonly<Record<string, z.ZodType>> = {
  'access.json': accessFileSchema,
  'record.json': applicationRecordSchema,
  'clientIds.json': clientIdsSchema,
  'rescued.json': rescuedFileSchema,
  'comments.json': commentsFileSchema,
  'since.json': sinceFileSchema,
  [roundsName]: roundsFileSchema,
  [draftFileName]: draftFileSchema,
  [versionsName]: versionsFileSchema,
  [gravesName]: gravesSchema,
}

/** The records of the whole program, by the name of their file. */
const programSchemas: Readonly<Record<string, z.ZodType>> = {
  [administratorLinkName]: administratorLinkSchema,
  'asked.json': askedFileSchema,
  'links.json': linksFileSchema,
  'people.json': peopleFileSchema,
  'sessions.json': sessionFileSchema,
}

/** What is wrong with a record file, as a sentence; null when it is as it should be. Unknown ones need only be JSON. */
export async function faultOfRecord(
  fileSystem: FileSystem,
  path: string,
  whose: 'document' | 'program' | 'person',
): Promise<string | null> {
  const schema = schemaOf(basename(path), whose)
  try {
    await readJson(path, schema, fileSystem)
    return null
  } catch (fault) {
    if (fault instanceof DamagedFile) return fault.what
    if (isUnreadable(fault)) return unreadable(path).what
    throw fault
  }
}

function schemaOf(name: string, whose: 'document' | 'program' | 'person'): z.ZodType {
  if (whose === 'person') return noticesFileSchema
  return (whose === 'document' ? documentSchemas : programSchemas)[name] ?? z.unknown()
}

/**
 * True when a document's graves, in its folder at `path`, are of a later text than the one that reaches through
 * `sequence`, or cannot be read: they are then worth nothing beside it, and the program does without.
 */
export async function areGravesAhead(
  fileSystem: FileSystem,
  path: string,
  sequence: number,
): Promise<boolean> {
  try {
    const graves = await readJson(join(path, gravesName), gravesSchema, fileSystem)
    return (graves?.through ?? 0) > sequence
  } catch (fault) {
    // A check says what is wrong with it; nobody's words are in it.
    if (fault instanceof DamagedFile || isUnreadable(fault)) return true
    throw fault
  }
}

/** The attachments that the versions of a document, in its folder at `path`, are kept in; none when its list is damaged. */
export async function attachmentsOfVersions(
  fileSystem: FileSystem,
  path: string,
): Promise<{ readonly version: number; readonly hash: string }[]> {
  try {
    const list = await readJson(join(path, versionsName), versionsFileSchema, fileSystem)
    return (list?.versions ?? []).flatMap(({ number, content, threads }) =>
      [content, threads].map(hash => ({ version: number, hash })),
    )
  } catch (fault) {
    // What is wrong with the list itself is said with the other records.
    if (fault instanceof DamagedFile || isUnreadable(fault)) return []
    throw fault
  }
}

/**
 * The attachments of the answers that have been sent in an ansökan, in its folder at `path`, with the draft that they are
 * kept beside; null in a copy, which has them itself. None when its rounds are damaged.
 */
export async function attachmentsOfReplies(
  fileSystem: FileSystem,
  path: string,
): Promise<{ readonly round: number; readonly draftId: string | null; readonly hash: string }[]> {
  try {
    const file = await readJson(join(path, roundsName), roundsFileSchema, fileSystem)
    return (file?.rounds ?? []).flatMap(({ number: round, recipients, replies }) =>
      replies.flatMap(({ partyId, attachments }) => {
        const draftId = recipients.find(recipient => recipient.partyId === partyId)?.draftId ?? null
        return attachments.map(({ hash }) => ({ round, draftId, hash }))
      }),
    )
  } catch (fault) {
    // What is wrong with them is said with the other records.
    if (fault instanceof DamagedFile || isUnreadable(fault)) return []
    throw fault
  }
}

/** The record of the draft of an answer. Throws `DamagedFile`, also when there is none. */
export async function readDraftFile(fileSystem: FileSystem, path: string): Promise<DraftFile> {
  const draft = await readJson(path, draftFileSchema, fileSystem).catch(fault => {
    throw isUnreadable(fault) ? unreadable(path) : fault
  })
  if (draft === null) throw new DamagedFile(path, 'Den finns inte.')
  return draft
}

/** A document's own record. Throws `DamagedFile`, also when there is none or its form is unknown. */
export async function readApplicationRecord(
  fileSystem: FileSystem,
  path: string,
): Promise<ApplicationRecord> {
  const record = await readJson(path, applicationRecordSchema, fileSystem).catch(fault => {
    throw isUnreadable(fault) ? unreadable(path) : fault
  })
  if (record === null) throw new DamagedFile(path, 'Den finns inte.')
  if (!formById(record.formId)) throw new DamagedFile(path, `Blanketten "${record.formId}" är okänd.`)
  return record
}

function unreadable(path: string): DamagedFile {
  return new DamagedFile(path, 'Disken ger inte tillbaka det som står där.')
}
