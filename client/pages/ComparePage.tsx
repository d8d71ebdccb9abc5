import { useCallback, useMemo, useState } from 'react'
import { Link, useLocation, useSearch } from 'wouter'
import { CallFailed } from '../http/call.ts'
import { problemWords } from '../text/problemWords.ts'
import { useText } from '../text/useText.ts'
import { Button } from '../ui/Button.tsx'
import { FaultBoundary } from '../ui/FaultBoundary.tsx'
import barStyles from '../version/compare/bar.module.css'
import type { Compared } from '../version/compare/comparing.ts'
import { ShownChanges } from '../version/compare/ShownChanges.tsx'
import { SideField } from '../version/compare/SideField.tsx'
import { compareAddress, sidesIn } from '../version/compare/sideAddress.ts'
import { useCompared } from '../version/compare/useCompared.ts'
import { howMade, whosWords } from '../version/versionWords.ts'
import { type ComparedSide, writersBetween } from '../version/writersBetween.ts'
import styles from './ComparePage.module.css'
import { useTabTitle } from './useTabTitle.ts'
import { type Versioned, WithVersions } from './versions/WithVersions.tsx'

/** What has changed between two versions of an ansökan, or one and today. */
export function ComparePage({ applicationId }: { readonly applicationId: string }) {
  return (
    <WithVersions
      applicationId={applicationId}
      draw={(versioned, reload) => <Compare {...versioned} onReload={reload} />}
    />
  )
}

interface CompareProps extends Versioned {
  /** Opens it anew, with what stands in the ansökan then. */
  readonly onReload: () => void
}

function Compare({ application, form, list, parties, onReload }: CompareProps) {
  const text = useText()
  const { versions: words, pages } = text
  const { id } = application
  const [, navigate] = useLocation()
  const search = useSearch()
  const { from, to } = useMemo(() => sidesIn(search, list), [search, list])
  const [takenAt] = useState(() => new Date().toISOString())
  const [attempt, setAttempt] = useState(0)
  const comparing = useCompared({ applicationId: id, form, from, to, attempt })
  const title = words.compareTitle(application.name || pages.unnamed)
  useTabTitle(title)
  const writers = useMemo(() => writersBetween(list, from, to), [list, from, to])
  const changedBy = useCallback(
    (section: string) => whosWords(text, writers[section] ?? [], parties),
    [text, writers, parties],
  )
  const imageUrl = useCallback((hash: string) => `/api/applications/${id}/images/${hash}`, [id])

  const go = (nextFrom: ComparedSide, nextTo: ComparedSide) =>
    navigate(compareAddress(id, nextFrom, nextTo), { replace: true })
  const labelOf = (number: number) =>
    list.versions.find(version => version.number === number)?.label ?? String(number)
  const sideWords = (side: ComparedSide) => {
    if (side === 'today') return words.todayAt(takenAt)
    const version = list.versions.find(({ number }) => number === side)
    if (!version) return words.unknownTitle
    const { label, name, at } = version
    return words.sideVersion(label, name, at, howMade(text, version, parties, labelOf))
  }

  return (
    <main id="content" className={styles.page} tabIndex={-1} aria-busy={comparing.is === 'comparing'}>
      <p className={styles.back}>
        <Link href={`/ansokningar/${id}`}>{words.back}</Link>
      </p>
      <h1>{title}</h1>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out in all browsers */}
      <div className={barStyles.sides} role="group" aria-label={words.choose}>
        <SideField label={words.from} side={from} versions={list.versions} onChoose={side => go(side, to)} />
        <SideField label={words.to} side={to} versions={list.versions} onChoose={side => go(from, side)} />
        <Button onClick={() => go(to, from)}>{words.swap}</Button>
      </div>
      <dl className={styles.sides}>
        <div>
          <dt>{words.before}</dt>
          <dd>{sideWords(from)}</dd>
        </div>
        <div>
          <dt>{words.after}</dt>
          <dd>{sideWords(to)}</dd>
        </div>
      </dl>
      {(from === 'today' || to === 'today') && (
        <Button look="quiet" onClick={onReload}>
          {words.takeAnew}
        </Button>
      )}
      <p role="status" className={styles.status}>
        {comparing.is === 'comparing' ? words.comparing : ''}
        {comparing.is === 'compared' ? summary(comparing.compared) : ''}
      </p>
      {comparing.is === 'failed' && (
        <p role="alert" className={styles.fault}>
          {comparing.fault instanceof CallFailed ? problemWords(text, comparing.fault) : words.failed}{' '}
          <Button onClick={() => setAttempt(attempt + 1)}>{pages.tryAgain}</Button>
        </p>
      )}
      {comparing.is === 'compared' && comparing.compared.comparison.changeCount > 0 && (
        <FaultBoundary instead={() => <p role="alert">{words.failed}</p>}>
          <ShownChanges form={form} compared={comparing.compared} imageUrl={imageUrl} changedBy={changedBy} />
        </FaultBoundary>
      )}
    </main>
  )

  function summary({ comparison }: Compared): string {
    if (from === to) return words.sameChoice
    const changed = comparison.sections.filter(({ changeCount }) => changeCount > 0)
    return changed.length === 0 ? words.same : words.count(comparison.changeCount, changed.length)
  }
}
