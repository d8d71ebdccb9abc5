import { WrongSetting } from '../config.ts'
import { DamagedDocument, DamagedFile } from '../storage/damage.ts'
import { DataFolderInUse } from '../storage/dataFolder.ts'
import { DiskFault } from '../storage/diskFault.ts'

/** What the log may say of a fault. */
export interface DescribedFault {
  readonly name: string
  /** What the operating system or Node calls it, e.g. `ENOSPC`. */
  readonly code?: string
  /** A sentence of ours for whoever runs the program; only faults whose sentence is ours have one. */
  readonly sentence?: string
  /** Where in the program it was thrown, innermost first. */
  readonly frames?: readonly string[]
  readonly cause?: DescribedFault
}

/** Faults whose message is a sentence for whoever runs the program, and holds nothing that anybody typed. */
const sentences = [WrongSetting, DamagedDocument, DamagedFile, DataFolderInUse]

/** Frames of the stack that are told, and how many causes deep. */
const framesMax = 8
const causesMax = 3

/** The sentence for whoever runs the program; null when the fault has none. */
export function sentenceOf(fault: unknown): string | null {
  if (sentences.some(kind => fault instanceof kind)) return (fault as Error).message
  if (fault instanceof DiskFault) {
    return `Disken gör inte som den ska (${fault.message}). Se till att DATA_DIR är en mapp som går att skriva i.`
  }
  return null
}

/**
 * What may be told of a fault. The message of one that is not ours may hold a piece of somebody's text (a parser
 * quotes what it could not read), so only its name, its code and the places in the program are taken from it.
 */
export function describeFault(fault: unknown, depth = 1): DescribedFault {
  if (!(fault instanceof Error)) return { name: `thrown ${fault === null ? 'null' : typeof fault}` }
  const sentence = sentenceOf(fault)
  const code = 'code' in fault ? word(fault.code) : null
  const frames = sentence === null ? framesOf(fault) : []
  return {
    name: word(fault.name) ?? 'Error',
    ...(code === null ? {} : { code }),
    ...(sentence === null ? {} : { sentence }),
    ...(frames.length > 0 ? { frames } : {}),
    // What is behind a sentence of ours is quoted in it as far as it may be.
    ...(sentence === null && fault.cause !== undefined && depth < causesMax
      ? { cause: describeFault(fault.cause, depth + 1) }
      : {}),
  }
}

/** A name or code as programs write them; null for anything else, which somebody may have typed. */
function word(value: unknown): string | null {
  return typeof value === 'string' && /^[A-Za-z][A-Za-z0-9_]{0,39}$/.test(value) ? value : null
}

/** The lines of the stack that name a place. The message stands before them and is taken off as a whole. */
function framesOf({ stack, message }: Error): string[] {
  if (typeof stack !== 'string') return []
  const at = message === '' ? 0 : stack.indexOf(message)
  // Somebody has changed the message since: nobody knows any more where it ends.
  if (at === -1) return []
  return stack
    .slice(at + message.length)
    .split('\n')
    .flatMap(
      line =>
        /^ {4}at ((?:[\w.$#<>[\] ]{1,120} \()?(?:file:\/\/|node:|\/)[^()\s]{1,300}:\d+:\d+\)?)$/.exec(
          line,
        )?.[1] ?? [],
    )
    .slice(0, framesMax)
}
