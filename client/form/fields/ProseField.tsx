import { useCallback, useEffect, useRef, useSyncExternalStore } from 'react'
import type * as Y from 'yjs'
import { useFields } from '../FieldsContext.ts'
import type { FieldPath } from '../fieldPath.ts'
import { useSharedProse } from '../useSharedValue.ts'
import { BlankField, FieldShell, type LabelPlace } from './FieldShell.tsx'
import styles from './field.module.css'
import { ProseBinding } from './ProseBinding.ts'
import { StillField } from './StillField.tsx'
import { useField } from './useField.ts'

interface ProseFieldProps {
  readonly path: FieldPath
  readonly label: string
  readonly labelPlace?: LabelPlace
  readonly hint?: string
  /** Lines it has room for before it grows. */
  readonly lines?: 1 | 2 | 3
}

/** Plain text that several write in at once, letter by letter. */
export function ProseField(props: ProseFieldProps) {
  const { open, mayWrite, section } = useFields()
  const prose = useSharedProse(section, props.path)
  if (open === null || prose === null) return <BlankField {...props} tall={props.lines !== 1} />
  if (!mayWrite) return <StillProseField {...props} prose={prose} />
  return <OpenProseField {...props} prose={prose} />
}

function StillProseField({ path, label, labelPlace, prose }: ProseFieldProps & { readonly prose: Y.Text }) {
  const subscribe = useCallback(
    (listener: () => void) => {
      prose.observe(listener)
      return () => prose.unobserve(listener)
    },
    [prose],
  )
  const words = useSyncExternalStore(subscribe, () => prose.toString())
  return <StillField path={path} label={label} labelPlace={labelPlace ?? 'beside'} words={words} />
}

function OpenProseField({
  path,
  label,
  labelPlace,
  hint,
  lines = 2,
  prose,
}: ProseFieldProps & { readonly prose: Y.Text }) {
  const box = useRef<HTMLTextAreaElement>(null)
  const grow = useRef<HTMLDivElement>(null)
  const binding = useRef<ProseBinding>(null)
  const { onFocus, onBlur, onKeyDown } = useField(path, box, hasNoOwnUndo)

  useEffect(() => {
    const element = box.current
    if (element === null) return
    const bound = new ProseBinding(element, prose, {
      hasFocus: () => document.activeElement === element,
      onShown: text => {
        // The box is as tall as this copy of its text, so it grows with the words at any zoom.
        if (grow.current !== null) grow.current.dataset.shown = `${text} `
      },
    })
    binding.current = bound
    return () => bound.close()
  }, [prose])

  return (
    <FieldShell path={path} label={label} labelPlace={labelPlace ?? 'beside'} hint={hint}>
      {({ id, describedBy }) => (
        <div ref={grow} className={styles.grow} data-lines={lines}>
          <textarea
            ref={box}
            id={id}
            className={styles.control}
            rows={1}
            aria-describedby={describedBy}
            onInput={() => binding.current?.typed()}
            onCompositionStart={() => binding.current?.composing()}
            onCompositionEnd={() => binding.current?.composed()}
            onKeyDown={onKeyDown}
            onFocus={onFocus}
            onBlur={onBlur}
          />
        </div>
      )}
    </FieldShell>
  )
}

function hasNoOwnUndo(): boolean {
  return false
}
