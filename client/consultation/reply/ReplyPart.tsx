import { type ReactNode, useMemo } from 'react'
import { type Fields, FieldsContext, type OpenFields } from '../../form/FieldsContext.ts'
import styles from './reply.module.css'

interface ReplyPartProps {
  /** Its root in the draft. */
  readonly root: string
  readonly heading: string
  readonly open: OpenFields
  readonly mayWrite: boolean
  /** Stands under the heading. */
  readonly advice?: string
  readonly children: ReactNode
}

/** A part of an answer, of one root of its draft: its heading, and its fields. */
export function ReplyPart({ root, heading, open, mayWrite, advice, children }: ReplyPartProps) {
  const fields = useMemo<Fields>(
    () => ({ section: root, open, mayWrite, beside: null }),
    [root, open, mayWrite],
  )
  const headingId = `${root}-heading`
  return (
    <FieldsContext value={fields}>
      <section className={styles.part} aria-labelledby={headingId}>
        <h3 id={headingId} tabIndex={-1}>
          {heading}
        </h3>
        {advice !== undefined && mayWrite && <p className={styles.advice}>{advice}</p>}
        <div className={styles.fields}>{children}</div>
      </section>
    </FieldsContext>
  )
}
