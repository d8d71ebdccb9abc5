import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import type { FieldValue } from '../../../shared/document/value.ts'
import type { PresentPerson } from '../../../shared/sync/presence.ts'
import { useFields, useOpenFields } from '../FieldsContext.ts'
import type { FieldPath } from '../fieldPath.ts'
import { readValue, writerOf } from '../sharedValue.ts'
import { useSharedValue } from '../useSharedValue.ts'
import type { LostValue } from '../writtenValues.ts'
import { type Draft, isOvertaken, leaveField, typeInto } from './draft.ts'
import type { FieldFormat } from './format.ts'

interface AtomicFieldState {
  readonly value: FieldValue
  readonly draft: Draft | null
  /** True after a value was reckoned out of what was typed. */
  readonly converted: boolean
  /** Who changed the field under my draft; undefined when nobody did, null when it is not known who. */
  readonly overtakenBy: PresentPerson | null | undefined
  type(text: string): void
  /** Writes the draft, or keeps it with the reason why not. */
  finish(): void
  /** The same, once no button is pressed. */
  leave(): void
  restore(): void
}

/** One atomic value and the draft of it: written on leaving, also when the page or the field goes away. */
export function useAtomicField(path: FieldPath, format: FieldFormat): AtomicFieldState {
  const { live, values, presses } = useOpenFields()
  const { section } = useFields()
  const value = useSharedValue(section, path)
  const [draft, setDraft] = useState<Draft | null>(null)
  const [converted, setConverted] = useState(false)

  const finish = () => {
    const leaving = leaveField(draft, readValue(live.doc, section, path), format)
    setDraft(leaving.kind === 'stay' ? leaving.draft : null)
    if (leaving.kind !== 'write') return
    setConverted(leaving.converted)
    values.write(section, path, leaving.value)
  }

  const latest = useRef(finish)
  useEffect(() => {
    latest.current = finish
  })
  useEffect(() => {
    const onHide = () => latest.current()
    window.addEventListener('pagehide', onHide)
    return () => {
      window.removeEventListener('pagehide', onHide)
      onHide()
    }
  }, [])

  const writer = isOvertaken(draft, value) ? writerOf(live.doc, section, path) : undefined
  return {
    value,
    draft,
    converted,
    overtakenBy: writer === undefined || writer === null ? writer : live.presence.authorOf(writer),
    type(text) {
      setConverted(false)
      setDraft(typeInto(draft, text, value))
    },
    finish,
    leave: () => presses.after(() => latest.current()),
    restore: () => setDraft(null),
  }
}

/** The value of mine that lost in a field, and what to do about it; null while none has. */
export function useLostValue(
  path: FieldPath,
): { readonly lost: LostValue; putBack(): void; dismiss(): void } | null {
  const { values } = useOpenFields()
  const { section } = useFields()
  const subscribe = useCallback((listener: () => void) => values.subscribe(listener), [values])
  const lost = useSyncExternalStore(subscribe, () => values.lostAt(section, path))
  if (lost === null) return null
  return {
    lost,
    putBack: () => values.putBack(section, path),
    dismiss: () => values.dismiss(section, path),
  }
}
