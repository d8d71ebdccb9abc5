import { useMemo, useState } from 'react'
import type { FilledForm } from '../../shared/document/filledForm.ts'
import type { FormTemplate } from '../../shared/form/FormTemplate.ts'
import { placed, undecided } from '../../shared/import/placing.ts'
import type { LeftOver, Placements, ReadForm, Target } from '../../shared/import/ReadForm.ts'
import { useText } from '../text/useText.ts'
import { useNotices } from '../ui/notices.ts'
import { targetName } from './decisions.ts'

/** What somebody has decided of a reading, and what comes of it. */
export interface Decisions {
  readonly read: ReadForm
  readonly form: FormTemplate
  readonly placements: Placements
  /** The left-over texts that nobody has decided of, in the order of the source. */
  readonly left: readonly LeftOver[]
  /** What the ansökan will say. */
  readonly filled: FilledForm
  readonly nameOf: (target: Target) => string
  /** Decides the same of several texts, and says so. */
  readonly decide: (ids: readonly string[], where: Target | 'leaveOut') => void
  /** Puts each where it is proposed. */
  readonly followProposals: () => void
  readonly takeBack: (ids: readonly string[]) => void
}

/** Placements that are kept by whoever reads, so that they outlive another reading of the same. */
export function useDecisions(
  read: ReadForm,
  form: FormTemplate,
  placements: Placements,
  onPlacements: (placements: Placements) => void,
): Decisions {
  const { formImport: words } = useText()
  const notices = useNotices()
  const left = useMemo(() => undecided(read, placements), [read, placements])
  const filled = useMemo(() => placed(form, read, placements), [form, read, placements])
  const nameOf = (target: Target) => targetName(form, target, words.goalsAs)

  const change = (changed: Placements) => {
    onPlacements(changed)
    return undecided(read, changed).length
  }
  return {
    ...{ read, form, placements, left, filled, nameOf },
    decide: (ids, where) => {
      const now = change({ ...placements, ...Object.fromEntries(ids.map(id => [id, where])) })
      notices.announce(
        where === 'leaveOut'
          ? words.leftOutSaid(ids.length, now)
          : words.placedSaid(ids.length, nameOf(where), now),
      )
    },
    followProposals: () => {
      const proposals = left.flatMap(({ id, proposed }) =>
        proposed === null ? [] : [[id, proposed] as const],
      )
      const now = change({ ...placements, ...Object.fromEntries(proposals) })
      notices.announce(words.proposalsSaid(proposals.length, now))
    },
    takeBack: ids => {
      const now = change(Object.fromEntries(Object.entries(placements).filter(([id]) => !ids.includes(id))))
      notices.announce(words.takenBackSaid(ids.length, now))
    },
  }
}

/** Which texts are marked, to be decided of together. */
export interface Marks {
  readonly marked: ReadonlySet<string>
  /** Of a text that is marked, all that are; of any other, itself. */
  readonly with: (id: string) => readonly string[]
  /** With `onFrom`, all between it and the one before it that was pressed as well. */
  readonly toggle: (id: string, onFrom: boolean) => void
  readonly setAll: (ids: readonly string[], isMarked: boolean) => void
  readonly clear: () => void
}

export function useMarks(leftOvers: readonly LeftOver[]): Marks {
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set())
  const [lastPressed, setLastPressed] = useState<string | null>(null)
  const ids = leftOvers.map(({ id }) => id)
  const setAll = (some: readonly string[], isMarked: boolean) =>
    setMarked(
      before => new Set(isMarked ? [...before, ...some] : [...before].filter(id => !some.includes(id))),
    )
  return {
    marked,
    with: id => (marked.has(id) ? ids.filter(one => marked.has(one)) : [id]),
    toggle: (id, onFrom) => {
      const from = onFrom && lastPressed !== null ? ids.indexOf(lastPressed) : -1
      const at = ids.indexOf(id)
      setAll(from === -1 ? [id] : ids.slice(Math.min(from, at), Math.max(from, at) + 1), !marked.has(id))
      setLastPressed(id)
    },
    setAll,
    clear: () => setMarked(new Set()),
  }
}
