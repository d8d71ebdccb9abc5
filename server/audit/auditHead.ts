import { join } from 'node:path'
import { z } from 'zod'
import type { FileSystem } from '../storage/FileSystem.ts'
import { readWhole, replaceFile } from '../storage/wholeFile.ts'
import { beginning } from './auditLine.ts'

/** How far the log had come when this was written: without it, nobody would miss entries cut off at the end. */
export interface AuditHead {
  /** 0 before the first entry. */
  readonly number: number
  readonly hash: string
}

const headSchema = z.strictObject({ number: z.int().nonnegative(), hash: z.string() })

export const headName = 'head.json'
export const noEntries: AuditHead = { number: 0, hash: beginning }

function headBytes({ number, hash }: AuditHead): Buffer {
  return Buffer.from(`${JSON.stringify({ number, hash })}\n`)
}

/** `missing` when there is none, `changed` when it is not byte by byte as it was written. Throws what the disk says. */
export async function readHead(
  fileSystem: FileSystem,
  folder: string,
): Promise<AuditHead | 'missing' | 'changed'> {
  const bytes = await readWhole(fileSystem, join(folder, headName))
  if (bytes === null) return 'missing'
  try {
    const head = headSchema.parse(JSON.parse(bytes.toString()))
    return headBytes(head).equals(bytes) ? head : 'changed'
  } catch {
    // Not JSON, or not of a head: it is said to be changed, and nothing is taken from it.
    return 'changed'
  }
}

/** On disk when resolved. */
export async function writeHead(fileSystem: FileSystem, folder: string, head: AuditHead): Promise<void> {
  await replaceFile(fileSystem, join(folder, headName), headBytes(head))
}
