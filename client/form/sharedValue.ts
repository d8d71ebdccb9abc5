import * as Y from 'yjs'
import type { FieldValue } from '../../shared/document/value.ts'
import { type FieldPath, locate } from './fieldPath.ts'

/** What an atomic field holds now; null where nothing has been written, or nothing that a field can show. */
export function readValue(doc: Y.Doc, section: string, path: FieldPath): FieldValue {
  const place = locate(doc, section, path)
  const value = place?.map.get(place.key)
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null
}

/** The text of a prose field; null until the server's seed has come. */
export function readProse(doc: Y.Doc, section: string, path: FieldPath): Y.Text | null {
  const place = locate(doc, section, path)
  const text = place?.map.get(place.key)
  return text instanceof Y.Text ? text : null
}

/** Client id that wrote the value a field holds now; null where nothing has been written. */
export function writerOf(doc: Y.Doc, section: string, path: FieldPath): number | null {
  const place = locate(doc, section, path)
  return place?.map._map.get(place.key)?.id.client ?? null
}

/**
 * Calls `listener` when a value under one of a section's fields may have changed, or an item has come or been
 * marked. Not for each letter of prose.
 */
export function watchValues(doc: Y.Doc, section: string, listener: () => void): () => void {
  const root = doc.getMap(section)
  const onEvents = (events: readonly Y.YEvent<Y.AbstractType<unknown>>[]) => {
    if (events.some(event => event instanceof Y.YMapEvent)) listener()
  }
  root.observeDeep(onEvents)
  return () => root.unobserveDeep(onEvents)
}
