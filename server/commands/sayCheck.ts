import { isReplyDraftId } from '../consultation/reply/replyDraftId.ts'
import type { DocumentCheck, FolderCheck } from './checkFolder.ts'
import type { Outcome } from './run.ts'

/** What a check found, in Swedish, for whoever runs the program: each document, what is wrong, and the sum of it. */
export function sayCheck({ documents, problems, notes }: FolderCheck, head: string): Outcome {
  const damaged = documents.filter(document => document.problems.length > 0)
  const isFine = damaged.length === 0 && problems.length === 0
  const sum = isFine
    ? `Allt är helt: ${sayWhich(documents)}.`
    : `Något är fel: ${damaged.length} av ${sayWhich(documents)} har fel` +
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

function sayWhich(documents: readonly DocumentCheck[]): string {
  const drafts = documents.filter(({ id }) => isReplyDraftId(id)).length
  const applications = counted(documents.length - drafts, 'ansökan', 'ansökningar')
  return drafts === 0 ? applications : `${applications} och ${counted(drafts, 'remissvar', 'remissvar')}`
}

function sayDocument({ id, name, updates, attachments, problems }: DocumentCheck): string[] {
  const isDraft = isReplyDraftId(id)
  const what = isDraft ? 'Remissvar' : 'Ansökan'
  const called = name === null ? id : `${id} (${name || 'utan namn'})`
  if (problems.length > 0) return [`${what} ${called}: FEL`, ...problems.map(problem => `  ${problem}`)]
  const changes = counted(updates, 'ändring', 'ändringar')
  const files = isDraft ? counted(attachments, 'bilaga', 'bilagor') : counted(attachments, 'bild', 'bilder')
  return [`${what} ${called}: hel, ${changes} efter ögonblicksbilden, ${files}`]
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`
}
