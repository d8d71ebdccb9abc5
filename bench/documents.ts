import { plattform } from '../server/demo/plattform/plattform.ts'
import { Applications } from '../server/document/Applications.ts'
import { diskRecords } from '../server/document/diskRecords.ts'
import { SnapshotVerifier } from '../server/document/SnapshotVerifier.ts'
import { type LogEvent, levels } from '../server/operations/LogEvent.ts'
import type { AccessFile } from '../server/people/access/accessFile.ts'
import { openDataFolder } from '../server/storage/dataFolder.ts'
import { openDiskStorage } from '../server/storage/diskStorage.ts'
import type { FilledForm } from '../shared/document/filledForm.ts'
import { form2024 as form } from '../shared/form/forms/2024/form.ts'
import { madeUpText, pageLength } from './text.ts'

/** `empty` is the form as it is begun; `long` is filled in every section, 60 pages. */
export type Size = 'empty' | 'long'

export const sizes: readonly Size[] = ['empty', 'long']

const longPages = 60

type Contents = Partial<FilledForm['sections']>

/** What the two documents say. The structured sections are those of the demo's fullest ansökan. */
export const contentsOf: Readonly<Record<Size, Contents>> = { empty: {}, long: contentsOfPages(longPages) }

/** All sections filled, with so many pages of made-up text in those of rich text. */
export function contentsOfPages(pages: number): FilledForm['sections'] {
  const rich = form.sections.filter(section => section.kind === 'rich')
  const length = (pages * pageLength) / rich.length
  const written = rich.map(({ key }, place) => [
    key,
    { kind: 'rich', blocks: madeUpText(length, place + 1) } as const,
  ])
  return { ...plattform.sections, ...Object.fromEntries(written) }
}

/** Everybody who writes beside whoever starts an ansökan. */
export const colleagues: AccessFile['members'] = [
  { personId: 'karim', partyId: 'af' },
  { personId: 'elin', partyId: 'fk' },
  { personId: 'sofia', partyId: 'region' },
].map(person => ({
  ...person,
  role: 'partyEditor',
  since: new Date(0).toISOString(),
  guestLinkId: null,
}))

/** Writes `count` documents of each size into an empty data folder; returns their ids. No two runs share one. */
export async function writeDocuments(dataDir: string, count: number): Promise<Record<Size, string[]>> {
  return await inDataFolder(dataDir, async applications => {
    const ids: Record<Size, string[]> = { empty: [], long: [] }
    for (let made = 0; made < count; made += 1) {
      for (const size of sizes) {
        ids[size].push(await applications.create(form, 'anna@heby', contentsOf[size], {}, colleagues))
      }
    }
    return ids
  })
}

/** Opens an empty data folder as the program does, to lay ansökningar in it. */
export async function inDataFolder<T>(
  dataDir: string,
  lay: (applications: Applications) => Promise<T>,
): Promise<T> {
  const folder = await openDataFolder(dataDir)
  const report = (event: LogEvent) => {
    if (levels[event.kind] !== 'info') {
      throw new Error('The data folder is not as it should be.', { cause: event })
    }
  }
  const storage = await openDiskStorage(folder, {
    verifySnapshot: new SnapshotVerifier().verify,
    now: Date.now,
    checkpointBytes: 16 * 2 ** 20,
    report,
  })
  const applications = new Applications(storage, diskRecords(folder.documentFolder), Date.now, report, 10_000)
  const laid = await lay(applications)
  await applications.close()
  await storage.close()
  await folder.release()
  return laid
}
