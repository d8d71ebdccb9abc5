import { useSectionOf } from '../FormContext.ts'
import { AtomicField } from '../fields/AtomicField.tsx'
import { lineFormat } from '../fields/format.ts'

/** One line, such as the name of the insats. */
export function TextSection() {
  const { heading, maxLength } = useSectionOf('text')
  return <AtomicField path="value" label={heading} labelPlace="unseen" format={lineFormat(maxLength)} />
}
