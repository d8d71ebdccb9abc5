import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { Link, useLocation, useSearch } from 'wouter'
import type { FormTemplate } from '../../../shared/form/FormTemplate.ts'
import type { Application } from '../../../shared/http/application.ts'
import type { Round } from '../../../shared/http/consultation.ts'
import type { WholeVersion } from '../../../shared/http/versions.ts'
import { may } from '../../../shared/people/may.ts'
import type { Party } from '../../../shared/people/person.ts'
import { CommentsContext } from '../../comment/CommentsContext.ts'
import { SelectionButton } from '../../comment/SelectionButton.tsx'
import { ContentsTree, type SectionMark } from '../../form/ContentsTree.tsx'
import { readSentVersion } from '../../http/consultation.ts'
import { ContentsDrawer } from '../../pages/ContentsDrawer.tsx'
import { useCommentKeys } from '../../pages/commenting/useCommentKeys.ts'
import { whenOnPage } from '../../pages/commenting/whenOnPage.ts'
import { MarginButtons } from '../../pages/margin/MarginButtons.tsx'
import { MarginColumn } from '../../pages/margin/MarginColumn.tsx'
import { useMargin } from '../../pages/margin/useMargin.ts'
import pageStyles from '../../pages/OpenPage.module.css'
import { useMe, useSession } from '../../pages/SessionContext.ts'
import { useMyRights } from '../../pages/useMyRights.ts'
import { useTabTitle } from '../../pages/useTabTitle.ts'
import type { Text } from '../../text/text.ts'
import { useText } from '../../text/useText.ts'
import { stillDocument } from '../../version/stillDocument.ts'
import { HoldRound } from '../HoldRound.tsx'
import { Recipients } from '../Recipients.tsx'
import { Gathering, GatheringContext } from '../reply/GatheringContext.ts'
import type { ListedRounds } from '../useRounds.ts'
import { AboutRound } from './AboutRound.tsx'
import { useNowAndThen, useOpened } from './freshRound.ts'
import styles from './page.module.css'
import { ReplyButton } from './ReplyButton.tsx'
import { RoundBanner } from './RoundBanner.tsx'
import { RoundChanges } from './RoundChanges.tsx'
import { SentSheet } from './SentSheet.tsx'
import { ThreadsForReply } from './ThreadsForReply.tsx'
import { replyKey, useReplyPanel } from './useReplyPanel.tsx'
import { useRoundCommenting } from './useRoundCommenting.tsx'
import { ViewSwitch } from './ViewSwitch.tsx'
import { questionOf, type View, viewIn } from './view.ts'
import { hasReplied, whyNoReply } from './whyNoReply.ts'

interface OneRoundProps {
  readonly application: Application
  readonly form: FormTemplate
  readonly round: Round
  readonly listed: ListedRounds
  /** What was sent. */
  readonly whole: WholeVersion
}

const noParties: readonly Party[] = []

/** A round: what it asks, what was sent, what my party says about it and answers; for the owner, where everybody is. */
export function OneRound({ application, form, round, listed, whole }: OneRoundProps) {
  const { id } = application
  const { number, version, versionBefore, purpose, ordinal } = round
  const { reload, took } = listed
  const text = useText()
  const { round: words, consultation, pages } = text
  const me = useMe()
  const isGuest = useSession()?.session.isGuest ?? false
  const rights = useMyRights(application, form)
  const { standing, lookAgain } = rights
  // Who the others are, and what I am now: no line tells of it here.
  useEffect(() => void lookAgain(), [lookAgain])
  const parties = rights.access.access?.parties ?? noParties
  const live = useMemo(() => stillDocument(form, whole.form), [form, whole])
  useEffect(() => () => live.doc.destroy(), [live])

  const question = useSearch()
  const [, navigate] = useLocation()
  const view = viewIn(question, round)
  const choose = useCallback(
    (chosen: View) => navigate(`/ansokningar/${id}/remiss/${number}${questionOf(chosen)}`, { replace: true }),
    [navigate, id, number],
  )

  const commenting = useRoundCommenting({ round, form, live, rights, myPartyId: me.party.id, isGuest })
  const reply = useReplyPanel(id, form, round, isGuest, reload)
  const commentPanel = view === 'sent' ? commenting.panel : null
  const panels = useMemo(
    () => [commentPanel, reply.panel].filter(panel => panel !== null),
    [commentPanel, reply.panel],
  )
  const margin = useMargin(panels)
  useCommentKeys({ ...commenting, panel: commentPanel }, margin)
  const { look } = commenting.opened
  useNowAndThen(
    useCallback(() => {
      look()
      void reload()
    }, [look, reload]),
  )
  useOpened(id, round, isGuest, reload)

  const [gathering] = useState(() => new Gathering())
  const asked = useMemo(() => round.sections && new Set(round.sections), [round.sections])
  const marks = useMemo(
    () =>
      new Map<string, SectionMark>(
        [...(asked ?? [])].map(key => [key, { icon: 'turn', words: words.asked }]),
      ),
    [asked, words],
  )
  const goTo = useCallback(
    (section: string) => {
      if (view !== 'sent') choose('sent')
      whenOnPage(
        () =>
          document.querySelector('article[aria-busy="false"]') &&
          document.getElementById(`${section}-heading`),
        heading => {
          heading.focus({ preventScroll: true })
          document.getElementById(section)?.scrollIntoView({ block: 'start' })
        },
      )
    },
    [view, choose],
  )
  /** Rounds by the versions that they sent: whoever reads no versions reads those. */
  const sent = useRef<readonly Round[]>([])
  sent.current = listed.rounds ?? []
  const readSent = useCallback(
    async (wanted: number) => {
      const other = sent.current.find(({ version: { number: itsOwn } }) => itsOwn === wanted)
      return wanted === whole.version.number ? whole : await readSentVersion(id, other?.number ?? number)
    },
    [id, number, whole],
  )
  const title = words.pageTitle(consultation.roundTitle(purpose, ordinal), application.name || pages.unnamed)
  useTabTitle(title)
  const noReply = whyNoReply(round, isGuest)
  const holds = may(standing, 'holdRounds')

  return (
    <CommentsContext value={commenting.onPage}>
      <GatheringContext value={gathering}>
        <div
          className={view === 'sent' ? pageStyles.page : styles.wide}
          data-margin={margin.shown && margin.is === 'column' ? '' : undefined}
        >
          {view === 'sent' && (
            <div className={pageStyles.side}>
              <ContentsTree form={form} live={live} marks={marks} beside={commenting.beside} />
            </div>
          )}
          <main id="content" className={`${pageStyles.main} ${styles.main}`} tabIndex={-1}>
            <p className={styles.back}>
              <Link href={`/ansokningar/${id}`}>{words.back}</Link>
            </p>
            <h1>{title}</h1>
            <RoundBanner
              round={round}
              stays={view === 'sent'}
              reply={
                reply.panel && (
                  <ReplyButton
                    margin={margin}
                    mayReply={round.mine?.mayDraft === true}
                    hasReplied={hasReplied(round)}
                  />
                )
              }
            >
              {view === 'sent' && (
                <ContentsDrawer form={form} live={live} marks={marks} beside={commenting.beside} />
              )}
              <MarginButtons margin={{ ...margin, panels: panels.filter(({ key }) => key !== replyKey) }} />
            </RoundBanner>
            <div className={styles.about}>
              <AboutRound
                applicationId={id}
                form={form}
                round={round}
                parties={parties}
                party={me.party.name}
                noReply={holds && noReply === 'notAsked' ? null : noReply}
                seesCompilation={
                  standing.role === 'ownerEditor' ||
                  round.published !== null ||
                  round.recipients.some(
                    ({ partyId, stance }) => stance !== null && partyId !== round.mine?.partyId,
                  )
                }
                seesRecords={!isGuest}
                onGo={goTo}
              />
              {standing.role === 'ownerEditor' && (
                <section className={styles.follow} aria-labelledby="round-follow">
                  <h2 id="round-follow">{words.follow}</h2>
                  <Recipients round={round} parties={parties} myPartyId={me.party.id} mayHold={holds} />
                  {holds && round.over === null && (
                    <HoldRound applicationId={id} round={round} onRound={took} />
                  )}
                </section>
              )}
            </div>
            <ViewSwitch
              views={versionBefore === null ? ['sent', 'today'] : ['sent', 'today', 'before']}
              view={view}
              onChoose={choose}
            />
            <p className={styles.reads}>{readsWords(text, view, round)}</p>
            {view === 'sent' ? (
              <SentSheet
                applicationId={id}
                form={form}
                filled={whole.form}
                live={live}
                personId={me.person.id}
                asked={asked}
                comments={commenting.onPage.desk}
                beside={commenting.beside}
              />
            ) : (
              <RoundChanges
                applicationId={id}
                form={form}
                {...(view === 'before' && versionBefore !== null
                  ? { from: versionBefore.number, to: version.number, same: words.sameAsBefore }
                  : { from: version.number, to: 'today' as const, same: words.sameAsSent })}
                readSent={readSent}
                seesVersions={may(standing, 'readVersions')}
                parties={parties}
              />
            )}
          </main>
          <MarginColumn margin={margin} />
          {view === 'sent' && commenting.mayComment && <SelectionButton />}
          <ThreadsForReply filled={whole.form}>{reply.kept}</ThreadsForReply>
        </div>
      </GatheringContext>
    </CommentsContext>
  )
}

/** What is read, in words. */
function readsWords({ round: words, consultation }: Text, view: View, round: Round): string {
  const { version, versionBefore, sentAt } = round
  if (view === 'sent') return words.readsSent(version.label, consultation.moment(sentAt))
  const reads =
    view === 'today'
      ? words.readsToday(version.label)
      : words.readsBefore(versionBefore?.label ?? '', version.label)
  return `${reads} ${words.commentSent}`
}
