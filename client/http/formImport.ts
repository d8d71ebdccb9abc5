import { type Application, applicationSchema } from '../../shared/http/application.ts'
import {
  type Move,
  type ReadMove,
  type ReadWord,
  readMoveSchema,
  readWordSchema,
  type WordChoices,
} from '../../shared/http/formImport.ts'
import { call, callWithFile, callWithParts } from './call.ts'

/** What stands in a Word file, read as that form; for null as the form that it fits best. Nothing is kept. */
export async function readWord(file: Blob, formId: string | null): Promise<ReadWord> {
  const asked = formId === null ? '' : `?${new URLSearchParams({ form: formId })}`
  return await callWithFile(`/applications/word/read${asked}`, file, readWordSchema)
}

/** Makes an ansökan of a Word file; the same bytes that have been read. */
export async function createFromWord(file: Blob, choices: WordChoices): Promise<Application> {
  const parts = new FormData()
  parts.set('file', file, 'ansokan.docx')
  parts.set('choices', JSON.stringify(choices))
  return await callWithParts('/applications/word', parts, applicationSchema)
}

/** What an ansökan would be on a newer form. Changes nothing. */
export async function readMove(id: string, to: string): Promise<ReadMove> {
  return await call('GET', `${pathOf(id)}?${new URLSearchParams({ to })}`, readMoveSchema)
}

/** Makes a new ansökan of it on that form. */
export async function moveApplication(id: string, move: Move): Promise<Application> {
  return await call('POST', pathOf(id), applicationSchema, move)
}

function pathOf(id: string): string {
  return `/applications/${encodeURIComponent(id)}/move`
}
