import type { DocumentCheck, FolderCheck } from './checkFolder.ts'
import type { Outcome } from './run.ts'

/** What a check found, in Swedish, for whoever runs the program: each document, what is wrong, and the sum of it. */
export function sayCheck({ documents, problems, notes }: FolderCheck, head: string): Outcome {
  const damaged = documents.filter(document => document.problems.length > 0)
  const isFine = damaged.length === 0 && problems.length === 0
  const sum = isFine
    ? `Allt är helt: ${counted(documents.length, 'ansökan', 'ansökningar')}.`
    : `Något är fel: ${damaged.length} av ${documents.length} ansökningar har fel` +
      `${problems.length > 0 ? ', och filer som inte hör till en enda ansökan' : ''}.`
  const lines = [
    head,
    ...documents.flatMap(sayDocument),
    ...notes.map(note => `Att veta: ${note}`),
    ...problems.map(problem => `FEL: ${problem}`),
    sum,
  ]
  return { lines, isFine }
}

function sayDocument({ id, name, updates, attachments, problems }: DocumentCheck): string[] {
  const called = name === null ? id : `${id} (${name || 'utan namn'})`
  if (problems.length > 0) return [`Ansökan ${called}: FEL`, ...problems.map(problem => `  ${problem}`)]
  const changes = counted(updates, 'ändring', 'ändringar')
  return [
    `Ansökan ${called}: hel, ${changes} efter ögonblicksbilden, ${counted(attachments, 'bild', 'bilder')}`,
  ]
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`
}
