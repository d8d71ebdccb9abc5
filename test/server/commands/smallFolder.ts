import { createHash } from 'node:crypto'
import * as Y from 'yjs'
import type { CommentsFile } from '../../../server/comment/commentsFile.ts'
import type { RoundsFile } from '../../../server/consultation/roundsFile.ts'
import type { ApplicationRecord } from '../../../server/document/applicationRecord.ts'
import { type AccessFile, accessOfStarter } from '../../../server/people/access/accessFile.ts'
import { noPeople } from '../../../server/people/peopleFile.ts'
import { jsonBytes } from '../../../server/storage/jsonFile.ts'
import type { Storage } from '../../../server/storage/Storage.ts'
import { keptRound } from '../consultation/keptRound.ts'
import type { MemoryFileSystem } from '../storage/MemoryFileSystem.ts'
import { openInMemory } from '../storage/memoryFolder.ts'

export const idA = 'aaaaaaaaaaaa'
export const idB = 'bbbbbbbbbbbb'
export const picture = Buffer.from('a picture')
export const pictureHash = createHash('sha256').update(picture).digest('hex')

const at = '2026-11-22T08:00:00.000Z'
const by = 'anna@heby'
const secretHash = '0'.repeat(64)

/** With everything in it by which somebody may come in. */
export const access: AccessFile = {
  ...accessOfStarter(by, at),
  members: [
    ...accessOfStarter(by, at).members,
    { personId: 'guest', partyId: 'heby', role: 'reader', since: at, guestLinkId: 'aaaaaaaaaaaaaaaa' },
  ],
  invitations: [
    {
      ...{ id: 'bbbbbbbbbbbbbbbb', address: 'ny@af.example', partyId: 'af', role: 'reader', message: '' },
      ...{ by, at, expiresAt: at, secretHash, letterId: 'cccc' },
    },
  ],
  guestLinks: [
    {
      ...{ id: 'aaaaaaaaaaaaaaaa', label: 'Konsult', partyId: 'heby', role: 'reader' },
      ...{ endsOn: '2026-12-01', by, at, secretHash },
    },
  ],
  advice: { by, at },
  closings: { background: { closing: { is: 'finished' }, by, at } },
}

/** A thread that is still to be told of. */
export const comments: CommentsFile = {
  threads: [
    {
      ...{ id: 'dddddddddddddddd', place: { is: 'section', section: 'background' }, unmarked: null },
      ...{ internalTo: null, round: null, isMaterial: false, assignee: null, resolved: null, released: null },
      posts: [{ id: 'eeeeeeeeeeeeeeee', by, at, text: 'Hur många?', editedAt: null, deletedAt: null }],
    },
  ],
  due: [
    {
      ...{
        id: 'ffffffffffffffff',
        kind: 'started',
        threadId: 'dddddddddddddddd',
        postId: 'eeeeeeeeeeeeeeee',
      },
      ...{ by, at, mentioned: [], assignee: null },
    },
  ],
}

/** A round that goes on, and is still to be told of. */
export const rounds: RoundsFile = {
  rounds: [keptRound({ closesOn: '2026-12-04', closesByItself: true })],
  due: [{ id: 'x', kind: 'sent', round: 1, by, at, partyIds: ['af'] }],
}

/** The files that a document of the program begins with. */
export function recordsOf(id: string): Record<string, Uint8Array> {
  const record: ApplicationRecord = {
    id,
    formId: '2024',
    state: 'reviewRound',
    createdAt: '2026-11-22T08:00:00.000Z',
    createdBy: 'anna@heby',
    name: `Namn ${id}`,
    ownerOrganisation: '',
    partnerOrganisations: [],
    lastChange: null,
  }
  return {
    'record.json': jsonBytes(record),
    'clientIds.json': jsonBytes({ owners: { '7': 'anna@heby' } }),
    'rescued.json': jsonBytes({ rescued: [] }),
    'access.json': jsonBytes(access),
    'comments.json': jsonBytes(comments),
    'rounds.json': jsonBytes(rounds),
  }
}

/** Two documents with words, one with a picture, as the program keeps them; `write` adds a word. */
export async function twoDocuments(disk: MemoryFileSystem): Promise<{ storage: Storage; words: Words }> {
  const { storage } = await openInMemory(disk, 4096)
  const words = new Words(storage)
  for (const id of [idA, idB]) {
    await storage.create(id, words.empty, recordsOf(id))
    for (const word of ['ett', 'två', 'tre']) await words.write(id, `${word} `)
  }
  await storage.putAttachment(idA, pictureHash, picture)
  await storage.load(idB)
  disk.poke('/data/people.json', jsonBytes(noPeople))
  disk.poke('/data/sessions.json', jsonBytes({ sessions: {} }))
  return { storage, words }
}

/** Writes words in the documents of a storage. */
class Words {
  readonly empty: Uint8Array = Y.encodeStateAsUpdate(new Y.Doc())
  readonly #storage: Storage
  readonly #docs = new Map<string, Y.Doc>()

  constructor(storage: Storage) {
    this.#storage = storage
  }

  async write(id: string, word: string): Promise<void> {
    const doc = this.#docs.get(id) ?? new Y.Doc()
    this.#docs.set(id, doc)
    const before = Y.encodeStateVector(doc)
    doc.getText('words').insert(doc.getText('words').length, word)
    await this.#storage.append(id, Y.encodeStateAsUpdate(doc, before))
  }
}

/** The text that the updates of a document make. */
export function textOf(updates: readonly Uint8Array[], root = 'words'): string {
  const doc = new Y.Doc()
  for (const update of updates) Y.applyUpdate(doc, update)
  return doc.getText(root).toString()
}
