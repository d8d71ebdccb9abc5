import { WrongSetting } from '../config.ts'
import { DamagedDocument, DamagedFile } from '../storage/damage.ts'
import { DiskFault, onDisk } from '../storage/diskFault.ts'

/** A command cannot do what it was asked. The message is a sentence in Swedish for whoever runs it. */
export class CommandRefused extends Error {
  override readonly name = 'CommandRefused'
}

/** What a command has to say when it is done, and whether all is well. */
export interface Outcome {
  readonly lines: readonly string[]
  readonly isFine: boolean
}

/**
 * Runs a command as whoever runs the program types it, and sets the exit code: 0 when all is well, 1 when something
 * is wrong or could not be done, 2 when the arguments make no sense. `work` gives null for such arguments.
 */
export async function run(
  usage: string,
  work: (args: readonly string[]) => Promise<Outcome> | null,
): Promise<void> {
  const args = process.argv.slice(2)
  const working = args.some(arg => arg.startsWith('-')) ? null : work(args)
  if (working === null) {
    const isAsked = args.includes('--help')
    const say = isAsked ? console.log : console.error
    say(usage)
    process.exitCode = isAsked ? 0 : 2
    return
  }
  try {
    const { lines, isFine } = await onDisk(() => working)
    for (const line of lines) console.log(line)
    process.exitCode = isFine ? 0 : 1
  } catch (fault) {
    console.error(sentenceFor(fault) ?? fault)
    process.exitCode = 1
  }
}

function sentenceFor(fault: unknown): string | null {
  const isSentence = [CommandRefused, DamagedDocument, DamagedFile, WrongSetting].some(
    kind => fault instanceof kind,
  )
  if (isSentence && fault instanceof Error) return fault.message
  return fault instanceof DiskFault ? `Disken gör inte som den ska: ${fault.message}.` : null
}
