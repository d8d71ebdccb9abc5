import type { RecordFile } from '../../../shared/http/replies.ts'

/** The formats that a *handling* is to be had in. */
const formats = ['html', 'docx', 'pdf', 'json'] as const

type RecordFormat = (typeof formats)[number]

/** One line of the register: a *handling*, and its files. */
interface RecordLine extends Pick<RecordFile, 'subject' | 'on' | 'from' | 'to' | 'designation'> {
  /** `format` is null of what somebody attached: it is a file by its own name. */
  readonly files: readonly (Pick<RecordFile, 'path' | 'name'> & { readonly format: RecordFormat | null })[]
}

/** The files of a round by the line of the register that they stand for, in the order they came. */
export function recordLines(files: readonly RecordFile[]): RecordLine[] {
  const lines = Map.groupBy(files, ({ designation }) => designation)
  return [...lines.values()].flatMap(those => {
    const [first] = those
    if (!first) return []
    const { subject, on, from, to, designation } = first
    return [
      { subject, on, from, to, designation, files: those.map(file => ({ ...file, format: formatOf(file) })) },
    ]
  })
}

function formatOf({ path }: RecordFile): RecordFormat | null {
  if (/-bilaga-\d+(?:\.[a-z0-9]+)?$/.test(path)) return null
  return formats.find(format => path.endsWith(`.${format}`)) ?? null
}
