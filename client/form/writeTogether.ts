import type { FieldValue } from '../../shared/document/value.ts'
import { fieldEdit } from '../sync/LiveDocument.ts'
import type { OpenFields } from './FieldsContext.ts'
import type { FieldPath } from './fieldPath.ts'
import { readValue } from './sharedValue.ts'

/** A value to be written in a field. */
export interface Write {
  readonly section: string
  readonly path: FieldPath
  readonly value: FieldValue
}

/**
 * Writes values of mine as one transaction, which undo takes back as one. Returns how to put back what stood there, for
 * a button that does so later: where somebody has written since, it is left.
 */
export function writeTogether({ live: { doc }, values }: OpenFields, writes: readonly Write[]): () => void {
  const before = writes.map(({ section, path }) => readValue(doc, section, path))
  doc.transact(() => {
    for (const { section, path, value } of writes) values.write(section, path, value)
  }, fieldEdit)
  return () =>
    doc.transact(() => {
      for (const [index, { section, path, value }] of writes.entries()) {
        if (readValue(doc, section, path) === value) values.write(section, path, before[index] ?? null)
      }
    }, fieldEdit)
}
