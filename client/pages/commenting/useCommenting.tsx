import { useCallback, useEffect, useMemo, useRef, useSyncExternalStore } from 'react'
import type { FormTemplate } from '../../../shared/form/FormTemplate.ts'
import type { Thread, WantedPlace } from '../../../shared/http/comments.ts'
import { may } from '../../../shared/people/may.ts'
import { budgetStore } from '../../budget/BudgetStore.ts'
import { anchorOf } from '../../comment/anchors.ts'
import { CommentCount } from '../../comment/CommentCount.tsx'
import { CommentPanel } from '../../comment/CommentPanel.tsx'
import { CommentSign } from '../../comment/CommentSign.tsx'
import type { CommentedRound, CommentsOnPage } from '../../comment/CommentsContext.ts'
import { cardId } from '../../comment/Desk.ts'
import { draftKeyOf } from '../../comment/draftKey.ts'
import { FixedLine } from '../../comment/FixedLine.tsx'
import type { Named } from '../../comment/mentions.ts'
import { fieldOf, placeOnPage } from '../../comment/placeOnPage.ts'
import { RowSign } from '../../comment/RowSign.tsx'
import { whoName } from '../../comment/whoName.ts'
import { draftId } from '../../editor/comments/TextComments.ts'
import { editorPage } from '../../editor/editorPage.ts'
import type { BesideForm } from '../../form/BesideForm.ts'
import type { LiveDocument } from '../../sync/LiveDocument.ts'
import { useText } from '../../text/useText.ts'
import { useNotices } from '../../ui/notices.ts'
import type { MarginPanel } from '../margin/MarginPanel.ts'
import type { Margin } from '../margin/useMargin.ts'
import type { MyRights } from '../useMyRights.ts'
import { namedIn } from './namedIn.ts'
import { sectionInView, useLeftAt } from './useLeftAt.ts'
import type { CommentsOfPage } from './useOpenComments.ts'
import { whenOnPage } from './whenOnPage.ts'

export const commentsKey = 'comments'

export interface Commenting {
  readonly onPage: CommentsOnPage
  /** Null for those who may not read comments. */
  readonly panel: MarginPanel | null
  readonly beside: BesideForm
  readonly mayComment: boolean
  /** The margin that the panel stands in; told at every drawing. */
  readonly setMargin: (margin: Margin) => void
}

interface CommentingOptions {
  /** What is on the page: the ansökan, or the version that a round has sent. */
  readonly document: LiveDocument
  readonly form: FormTemplate
  readonly rights: MyRights
  readonly opened: CommentsOfPage
  /** The comments are not mine to see: my access has been taken away, say. */
  readonly isShut: boolean
  /** The round whose version is on the page; null for today's text. */
  readonly round: CommentedRound | null
}

const nobody: readonly Named[] = []
const noParties: CommentsOnPage['parties'] = []

/** The comments on the page of an ansökan: how one is begun, shown and gone back from. */
export function useCommenting(options: CommentingOptions): Commenting {
  const { document, form, rights, opened, isShut, round } = options
  const { application, standing } = rights
  const { access } = rights.access
  const { comments, desk, drafts, who } = opened
  const text = useText()
  const words = text.comments
  const notices = useNotices()
  const mayRead = may(standing, 'readComments') && !isShut
  const mayComment = may(standing, 'comment') && !isShut && (round?.mayBegin ?? true)
  const margin = useRef<Margin | null>(null)
  const cameFrom = useRef<(() => void) | null>(null)
  const begun = useRef(0)

  const parties = access?.parties ?? noParties
  const named = useMemo(
    () => (access ? namedIn(access, standing, words.partyMore) : nobody),
    [access, standing, words],
  )

  const show = useCallback(() => margin.current?.show(commentsKey, 'stay'), [])
  const leaveText = useCallback(() => {
    const active = window.document.activeElement
    if (!(active instanceof HTMLElement) || active.closest('[data-comments]')) return
    const section = active.closest('section[data-section]')?.id ?? ''
    const text = active.closest('.richText') ? editorPage(document).texts.get(section) : undefined
    cameFrom.current = text ? () => text.resume() : () => active.focus({ preventScroll: true })
  }, [document])
  const isDrawer = useCallback(() => margin.current?.is === 'drawer', [])
  const leftAt = useLeftAt(document, form, isDrawer)
  const begin = useCallback(
    (place?: WantedPlace) => {
      const { texts } = editorPage(document)
      const active = window.document.activeElement
      const here = place
        ? { place, resume: () => resumeAt(document, place) }
        : isDrawer() && active?.closest('dialog')
          ? (leftAt.current ?? sectionInView(form))
          : placeOnPage(form, texts, window.document.getSelection(), active)
      if (here === null) {
        notices.toast(words.noPlace)
        return
      }
      const at = round === null ? here.place : onSent(form, here.place)
      cameFrom.current = here.resume
      begun.current += 1
      const composing = { key: draftKeyOf(at), place: at, number: begun.current }
      desk.set({ composing, selected: null })
      show()
    },
    [document, form, round, desk, notices, words, show, isDrawer, leftAt],
  )
  const open = useCallback(
    (threadId: string) => {
      leaveText()
      desk.set({ selected: threadId, composing: null })
      show()
      whenOnPage(
        () => window.document.getElementById(cardId(threadId)),
        card => card.focus({ preventScroll: true }),
      )
    },
    [desk, show, leaveText],
  )
  const goBack = useCallback(() => {
    const back = cameFrom.current
    cameFrom.current = null
    // A drawer gives focus back itself.
    if (margin.current?.is === 'drawer') margin.current.close()
    else back?.()
    return back !== null
  }, [])
  const goToText = useCallback(
    (thread: Thread) => {
      const go = () => {
        const { id, place } = thread
        if (place.is === 'text' && editorPage(document).texts.get(place.section)?.goTo(id)) return
        const anchor = anchorOf(window.document, place, id)
        anchor?.scrollIntoView({ block: 'center' })
        const focused = anchor?.querySelector<HTMLElement>('textarea, input, [data-at]') ?? anchor
        if (focused instanceof HTMLElement) focused.focus({ preventScroll: true })
      }
      if (margin.current?.is !== 'drawer') {
        go()
        return
      }
      margin.current.close()
      // After the drawer has given focus back.
      setTimeout(go)
    },
    [document],
  )
  const placeNow = useCallback(
    (place: WantedPlace): WantedPlace =>
      (place.is === 'text' && editorPage(document).texts.get(place.section)?.now(draftId)) || place,
    [document],
  )

  const onPage = useMemo<CommentsOnPage>(
    () => ({
      applicationId: application.id,
      round,
      form,
      budget: () => budgetStore(document.doc, form).budget(),
      comments,
      desk,
      drafts,
      me: who,
      standing,
      parties,
      named,
      mayBegin: mayComment,
      begin,
      open,
      leaveText,
      goBack,
      goToText,
      placeNow,
    }),
    [
      application.id,
      round,
      form,
      document,
      comments,
      desk,
      drafts,
      who,
      standing,
      parties,
      named,
      mayComment,
      begin,
      open,
      leaveText,
      goBack,
      goToText,
      placeNow,
    ],
  )
  useEffect(() => {
    desk.describeBy(({ posts }) => {
      const by = posts[0]?.by
      const party = parties.find(({ id }) => id === by?.partyId)?.name ?? ''
      return by ? words.said(whoName(text, by), party) : ''
    })
  }, [desk, parties, text, words])

  const openCount = useSyncExternalStore(
    comments.subscribe,
    () => comments.entries().filter(({ thread }) => thread.resolved === null).length,
  )
  const asList = useSyncExternalStore(desk.subscribe, () => desk.state().asList)
  const panel = useMemo<MarginPanel | null>(
    () =>
      mayRead
        ? {
            key: commentsKey,
            title: words.title,
            buttonName: words.buttonName(openCount),
            icon: 'comment',
            count: openCount,
            tall: asList ? 'window' : 'text',
            draw: ({ is }) => <CommentPanel is={is} />,
          }
        : null,
    [mayRead, words, openCount, asList],
  )
  const beside = useMemo<BesideForm>(
    () => ({
      heading: section =>
        mayRead && <CommentSign place={{ is: 'section', section: section.key }} name={section.heading} />,
      contents: section => mayRead && <CommentCount section={section.key} />,
      field: (section, path, label) =>
        mayRead && (
          <CommentSign place={{ is: 'field', section: section.key, field: fieldOf(path) }} name={label} />
        ),
      row: (section, row) => mayRead && <RowSign section={section.key} row={row} />,
      fixedLine: (section, line, from) => <FixedLine section={section.key} words={line} from={from} />,
    }),
    [mayRead],
  )
  const setMargin = useCallback((now: Margin) => {
    margin.current = now
  }, [])
  return { onPage, panel, beside, mayComment, setMargin }
}

/** The rows of a version have lost their keys: what is about a cell of its budget is said of the section. */
function onSent(form: FormTemplate, place: WantedPlace): WantedPlace {
  const isCell =
    place.is === 'field' && form.sections.find(({ key }) => key === place.section)?.kind === 'budget'
  return isCell ? { is: 'section', section: place.section } : place
}

/** Brings focus to what a new comment is about. */
function resumeAt(document: LiveDocument, place: WantedPlace): void {
  if (place.is === 'text' || place.is === 'sentText') {
    editorPage(document).texts.get(place.section)?.resume()
    return
  }
  const anchor = anchorOf(window.document, place)
  const focused = anchor?.querySelector<HTMLElement>('textarea, input, [data-at]') ?? anchor
  if (focused instanceof HTMLElement) focused.focus({ preventScroll: true })
}
