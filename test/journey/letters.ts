import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { eventually } from './eventually.ts'

/** Where letters are put in a folder. */
interface Mailing {
  readonly server: { readonly dataDir: string }
}

/** The links with a secret in the letters to an address, the oldest first, once there are so many. */
export async function linksTo(world: Mailing, address: string, count: number): Promise<string[]> {
  const look = async () => (await lettersTo(world, address)).flatMap(linksIn)
  await eventually(async () => (await look()).length).toBe(count)
  return await look()
}

/** The letters that the program has put in its mailbox folder for an address, the oldest first. */
export async function lettersTo(world: Mailing, address: string): Promise<string[]> {
  return (await allLetters(world)).filter(letter => letter.includes(`\r\nTo: ${address}\r\n`))
}

/** All letters there, the oldest first. */
export async function allLetters({ server }: Mailing): Promise<string[]> {
  const folder = join(server.dataDir, 'mailbox')
  return await Promise.all(
    (await namesIn(folder)).map(async name => await readFile(join(folder, name), 'utf8')),
  )
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).filter(name => name.endsWith('.eml')).sort()
  } catch {
    // Made with the first letter.
    return []
  }
}

function linksIn(letter: string): string[] {
  return letter.match(/^http\S+#\S+$/gm) ?? []
}
