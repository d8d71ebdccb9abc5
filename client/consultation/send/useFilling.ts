import { useMemo, useState } from 'react'
import type { FormTemplate } from '../../../shared/form/FormTemplate.ts'
import type { AccessAnswer } from '../../../shared/http/access.ts'
import type { Me } from '../../../shared/http/session.ts'
import type { Standing } from '../../../shared/people/may.ts'
import { browserStorage } from '../../form/browserStorage.ts'
import { swedishDay } from '../../text/dayFormat.ts'
import { type Askable, askableIn } from './askable.ts'
import { draftMemory } from './draftMemory.ts'
import { type DraftFaults, faultsIn, proposedRound, type RoundDraft } from './RoundDraft.ts'

interface FillingOptions {
  readonly applicationId: string
  readonly form: FormTemplate
  readonly me: Me
  readonly standing: Standing
  /** Null until it has come. */
  readonly access: AccessAnswer | null
}

/** A round as it is being filled in. */
export interface Filling {
  /** Null until it is known whom it can be sent to. */
  readonly draft: RoundDraft | null
  readonly askable: readonly Askable[]
  readonly today: string
  /** What it lacks. */
  readonly faults: DraftFaults
  /** It is what was filled in the last time. */
  readonly isKept: boolean
  readonly change: (change: Partial<RoundDraft>) => void
  readonly beginAnew: () => void
  /** It has been sent: nothing of it is kept. */
  readonly done: () => void
}

/** What is filled in is kept in this browser until it is sent, so that a window closed by mistake costs nothing. */
export function useFilling({ applicationId, form, me, standing, access }: FillingOptions): Filling {
  const memory = useMemo(
    () => draftMemory(browserStorage(), `${me.person.id}@${me.party.id}`, applicationId),
    [me, applicationId],
  )
  const [kept, setKept] = useState(() => memory.load())
  const [written, setWritten] = useState(kept)
  const askable = useMemo(() => (access === null ? [] : askableIn(access, standing)), [access, standing])
  const today = swedishDay(new Date())
  const proposed = useMemo(
    () => (access === null ? null : proposedRound(askable, today)),
    [access, askable, today],
  )
  const draft = proposed && (written ?? proposed)
  return {
    draft,
    askable,
    today,
    faults: draft ? faultsIn(draft, askable, form, today) : {},
    isKept: kept !== null,
    change: changed => {
      if (draft === null) return
      const next = { ...draft, ...changed }
      setWritten(next)
      memory.keep(next)
    },
    beginAnew: () => {
      memory.drop()
      setKept(null)
      setWritten(null)
    },
    done: () => memory.drop(),
  }
}
