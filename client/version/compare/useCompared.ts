import { useEffect, useRef, useState } from 'react'
import type { FormTemplate } from '../../../shared/form/FormTemplate.ts'
import type { WholeVersion } from '../../../shared/http/versions.ts'
import { readState } from '../../http/applications.ts'
import { readVersion as readListed } from '../../http/versions.ts'
import type { ComparedSide } from '../writersBetween.ts'
import { askComparison } from './askComparison.ts'
import type { Compared, Moment } from './comparing.ts'

export type Comparing =
  | { readonly is: 'comparing' }
  | { readonly is: 'compared'; readonly compared: Compared }
  | { readonly is: 'failed'; readonly fault: unknown }

interface CompareOptions {
  readonly applicationId: string
  readonly form: FormTemplate
  readonly from: ComparedSide
  readonly to: ComparedSide
  /** Another number tries again. */
  readonly attempt: number
  /** Reads a version; by its number in the list without it. */
  readonly readVersion?: (number: number) => Promise<WholeVersion>
}

/** Compares two moments of an ansökan. What has been read stays read: today is what it was when the page was opened. */
export function useCompared(options: CompareOptions): Comparing {
  const { applicationId, form, from, to, attempt, readVersion } = options
  const [comparing, setComparing] = useState<Comparing>({ is: 'comparing' })
  const read = useRef(new Map<ComparedSide, Promise<Moment>>())
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt is another comparison
  useEffect(() => {
    const stop = new AbortController()
    const momentOf = (side: ComparedSide): Promise<Moment> => {
      const known = read.current.get(side)
      if (known) return known
      const asked =
        side === 'today'
          ? readState(applicationId).then(state => ({ state }))
          : (readVersion ? readVersion(side) : readListed(applicationId, side)).then(({ form: then }) => ({
              form: then,
            }))
      read.current.set(side, asked)
      asked.catch(() => read.current.delete(side))
      return asked
    }
    const compare = async () => {
      const [before, after] = await Promise.all([momentOf(from), momentOf(to)])
      if (stop.signal.aborted) return
      const compared = await askComparison({ formId: form.id, before, after }, stop.signal)
      if (!stop.signal.aborted) setComparing({ is: 'compared', compared })
    }
    setComparing({ is: 'comparing' })
    compare().catch((fault: unknown) => {
      if (!stop.signal.aborted) setComparing({ is: 'failed', fault })
    })
    return () => stop.abort()
  }, [applicationId, form, from, to, attempt, readVersion])
  return comparing
}
