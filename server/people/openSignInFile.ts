import type { z } from 'zod'
import { DamagedFile } from '../storage/damage.ts'
import type { DataFolder } from '../storage/dataFolder.ts'
import { type JsonFile, openJsonFile } from '../storage/jsonFile.ts'

/**
 * Opens a file that holds nothing but who is on her way in, or is in. Without it people sign in again and nothing else
 * is lost, and what is thrown of a damaged one says so. Throws `DamagedFile`, `DiskFault`.
 */
export async function openSignInFile<T>(
  { fileSystem, file }: DataFolder,
  name: string,
  schema: z.ZodType<T>,
  initial: T,
): Promise<JsonFile<T>> {
  try {
    return await openJsonFile(file(name), schema, initial, fileSystem)
  } catch (fault) {
    if (fault instanceof DamagedFile) throw fault.withRemedy(takeItAway)
    throw fault
  }
}

const takeItAway = 'Ta bort den och starta om: alla får gå in på nytt, men inget annat går förlorat.'
