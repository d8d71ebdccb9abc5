import { join } from 'node:path'
import { z } from 'zod'
import { auditFolderName } from '../audit/auditScan.ts'
import { noticesName } from '../notice/NoticeFiles.ts'
import { hashOf } from '../storage/attachments.ts'
import { DamagedFile } from '../storage/damage.ts'
import type { FileSystem } from '../storage/FileSystem.ts'
import { jsonBytes, readJson } from '../storage/jsonFile.ts'
import { folderNames, readWhole, writeNew } from '../storage/wholeFile.ts'

/** Lies in a backup and says of every other file there what it was when it was written. */
export const manifestName = 'backup.json'

const manifestSchema = z.strictObject({
  madeAt: z.iso.datetime(),
  /** Path within the backup to the SHA-256 of the file, in hex. */
  files: z.record(z.string(), z.string().regex(/^[a-f0-9]{64}$/)),
  /** SHA-256 of the two above, as compact JSON. */
  checksum: z.string(),
})

export type Manifest = z.infer<typeof manifestSchema>

/**
 * The manifest of a folder; null when it is no backup, or has been used by the program since, so that its files
 * are no longer those of the backup. Throws `DamagedFile`.
 */
export async function readManifest(fileSystem: FileSystem, root: string): Promise<Manifest | null> {
  if ((await folderNames(fileSystem, join(root, 'lock'))) !== null) return null
  const path = join(root, manifestName)
  const manifest = await readJson(path, manifestSchema, fileSystem)
  if (manifest !== null && manifest.checksum !== checksumOf(manifest)) {
    throw new DamagedFile(path, 'Kontrollsumman stämmer inte.')
  }
  return manifest
}

/** Writes down what every file in a folder is. Its name is not yet on disk when resolved. */
export async function writeManifest(fileSystem: FileSystem, root: string, madeAt: string): Promise<void> {
  const files: Record<string, string> = {}
  for (const path of await filesIn(fileSystem, root)) {
    files[path] = hashOf((await readWhole(fileSystem, join(root, path))) ?? new Uint8Array(0))
  }
  const manifest: Manifest = { madeAt, files, checksum: checksumOf({ madeAt, files }) }
  await writeNew(fileSystem, join(root, manifestName), jsonBytes(manifest))
}

function checksumOf({ madeAt, files }: Pick<Manifest, 'files' | 'madeAt'>): string {
  return hashOf(Buffer.from(JSON.stringify({ madeAt, files })))
}

/** Every file of a data folder but its manifest, by its path within it, sorted. */
export async function filesIn(fileSystem: FileSystem, root: string): Promise<string[]> {
  const list = async (folder: string) => (await folderNames(fileSystem, join(root, folder))) ?? []
  const files = (await list('.')).filter(name => /\.[a-z]+$/.test(name) && name !== manifestName)
  for (const folder of ['wal', auditFolderName, noticesName]) {
    files.push(...(await list(folder)).map(name => `${folder}/${name}`))
  }
  for (const id of await list('documents')) {
    const folder = `documents/${id}`
    const own = (await list(folder)).filter(name => name !== 'attachments')
    files.push(...own.map(name => `${folder}/${name}`))
    files.push(...(await list(`${folder}/attachments`)).map(name => `${folder}/attachments/${name}`))
  }
  return files.sort()
}
