import { type MouseEvent, useCallback, useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { Thread, Who } from '../../shared/http/comments.ts'
import type { WholeVersion } from '../../shared/http/versions.ts'
import { may } from '../../shared/people/may.ts'
import { DownloadMenu } from '../export/DownloadMenu.tsx'
import { CallFailed } from '../http/call.ts'
import { readVersion } from '../http/versions.ts'
import { problemWords } from '../text/problemWords.ts'
import { useText } from '../text/useText.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { useNotices } from '../ui/notices.ts'
import { SideField } from '../version/compare/SideField.tsx'
import { compareAddress } from '../version/compare/sideAddress.ts'
import { RestoreDialog } from '../version/RestoreDialog.tsx'
import { threadCardId, VersionComments } from '../version/VersionComments.tsx'
import { VersionSheet } from '../version/VersionSheet.tsx'
import { howMade, whoWords } from '../version/versionWords.ts'
import type { ComparedSide } from '../version/writersBetween.ts'
import { NotFoundPage } from './NotFoundPage.tsx'
import { useMe } from './SessionContext.ts'
import { useLoaded } from './useLoaded.ts'
import { useTabTitle } from './useTabTitle.ts'
import styles from './VersionPage.module.css'
import { type Versioned, WithVersions } from './versions/WithVersions.tsx'
import { Waiting } from './Waiting.tsx'

interface VersionPageProps {
  readonly applicationId: string
  /** As it stands in the address. */
  readonly number: string
}

/** What an ansökan said once, to be read. */
export function VersionPage({ applicationId, number }: VersionPageProps) {
  const { versions: words } = useText()
  if (!/^[1-9]\d{0,8}$/.test(number))
    return <NotFoundPage title={words.unknownTitle} help={words.unknownHelp} />
  return (
    <WithVersions
      applicationId={applicationId}
      draw={versioned => <ReadVersion {...versioned} number={Number(number)} />}
    />
  )
}

function ReadVersion(props: Versioned & { readonly number: number }) {
  const { application, number } = props
  const text = useText()
  const { versions: words } = text
  const [loaded, reload] = useLoaded(() => readVersion(application.id, number), [application.id, number])
  if (loaded.is === 'failed' && loaded.fault instanceof CallFailed) {
    const { kind } = loaded.fault
    if (kind === 'unknownVersion') return <NotFoundPage title={words.unknownTitle} help={words.unknownHelp} />
    if (kind === 'damagedVersion')
      return <NotFoundPage title={words.damagedTitle} help={problemWords(text, loaded.fault)} />
  }
  if (loaded.is !== 'loaded') return <Waiting loading={loaded} onAgain={reload} words={words.loadingOne} />
  return <OneVersion {...props} whole={loaded.value} />
}

function OneVersion({
  application,
  form,
  standing,
  list,
  parties,
  whole,
}: Versioned & { readonly whole: WholeVersion }) {
  const text = useText()
  const { versions: words, pages } = text
  const me = useMe()
  const notices = useNotices()
  const [, navigate] = useLocation()
  const [asks, setAsks] = useState<'compare' | 'restore' | null>(null)
  const { version, threads } = whole
  const { id } = application
  const title = words.pageTitle(version.label, application.name || pages.unnamed)
  useTabTitle(title)
  const labelOf = (other: number) =>
    list.versions.find(known => known.number === other)?.label ?? String(other)
  const saidBy = useCallback(
    (thread: Thread) => {
      const by: Who | undefined = thread.posts[0]?.by
      return by ? words.commentSaid(whoWords(text, by, parties)) : ''
    },
    [text, words, parties],
  )
  return (
    <div className={styles.page}>
      <main id="content" className={styles.main} tabIndex={-1}>
        <p>
          <Link href={`/ansokningar/${id}`}>{words.back}</Link>
        </p>
        <h1>{title}</h1>
        <div className={styles.banner}>
          <div>
            <p className={styles.where}>
              {words.lookingAt(version.label, version.at)}, {howMade(text, version, parties, labelOf)}.
            </p>
            {version.name !== '' && <p>”{version.name}”</p>}
            {version.note !== '' && <p>{words.noteLine(version.note)}</p>}
            <p>{words.onlyToRead}</p>
          </div>
          <div className={styles.actions}>
            <Button onClick={() => setAsks('compare')}>{words.compareWith}</Button>
            <DownloadMenu
              applicationId={id}
              version={version.number}
              hasComments={may(standing, 'readComments')}
            />
            {may(standing, 'restoreVersion') && (
              <Button onClick={() => setAsks('restore')}>{words.restore}</Button>
            )}
          </div>
        </div>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: the cards are read in their own list too */}
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: and there is no need to come to them from the words */}
        <div onClick={showCard}>
          <VersionSheet
            applicationId={id}
            form={form}
            filled={whole.form}
            threads={threads}
            personId={me.person.id}
            saidBy={saidBy}
          />
        </div>
      </main>
      <aside className={styles.aside} aria-label={words.commentsThen}>
        <VersionComments form={form} threads={threads} parties={parties} />
      </aside>
      {asks === 'compare' && (
        <CompareWith
          number={version.number}
          versions={list.versions}
          onCompare={other => navigate(compareAddress(id, ...inOrder(version.number, other)))}
          onClose={() => setAsks(null)}
        />
      )}
      {asks === 'restore' && (
        <RestoreDialog
          applicationId={id}
          form={form}
          version={version}
          parties={parties}
          me={me.person}
          onRestored={() => {
            notices.toast(words.restored(version.label))
            navigate(`/ansokningar/${id}`)
          }}
          onClose={() => setAsks(null)}
        />
      )}
    </div>
  )
}

/** The older first, whichever was asked for. */
function inOrder(number: number, other: ComparedSide): [ComparedSide, ComparedSide] {
  return other !== 'today' && other < number ? [other, number] : [number, other]
}

/** From words that are commented on to the comment. */
function showCard({ target }: MouseEvent): void {
  const id = target instanceof Element ? target.closest('[data-comment]')?.getAttribute('data-comment') : null
  const card = id ? document.getElementById(threadCardId(id)) : null
  card?.focus({ preventScroll: true })
  card?.scrollIntoView({ block: 'nearest' })
}

interface CompareWithProps {
  readonly number: number
  readonly versions: Versioned['list']['versions']
  readonly onCompare: (other: ComparedSide) => void
  readonly onClose: () => void
}

function CompareWith({ number, versions, onCompare, onClose }: CompareWithProps) {
  const { versions: words } = useText()
  const [other, setOther] = useState<ComparedSide>('today')
  return (
    <Dialog
      title={words.compareWithTitle}
      closeWord={words.cancel}
      onClose={onClose}
      actions={
        <Button look="primary" onClick={() => onCompare(other)}>
          {words.compare}
        </Button>
      }
    >
      <div className={styles.choice}>
        <SideField
          label={words.chooseOne}
          side={other}
          versions={versions.filter(version => version.number !== number)}
          onChoose={setOther}
        />
      </div>
    </Dialog>
  )
}
