import { useEffect, useRef } from 'react'
import { useSearch } from 'wouter'
import { anchorOf } from '../../comment/anchors.ts'
import { stepCards } from '../../comment/stepCards.ts'
import { threadInQuestion } from '../../comment/threadLink.ts'
import { draftId } from '../../editor/comments/TextComments.ts'
import { useText } from '../../text/useText.ts'
import { useNotices } from '../../ui/notices.ts'
import type { Margin } from '../margin/useMargin.ts'
import { type Commenting, commentsKey } from './useCommenting.tsx'
import { whenOnPage } from './whenOnPage.ts'

/** How one comes to the comments from anywhere on the page: keys, a press on words that are commented on, and a link. */
export function useCommentKeys(commenting: Commenting, margin: Margin): void {
  commenting.setMargin(margin)
  useKeys(commenting, margin)
  usePresses(commenting, margin)
  useLink(commenting)
}

function useKeys({ onPage, panel, mayComment }: Commenting, margin: Margin): void {
  const isShown = margin.shown?.key === commentsKey
  useEffect(() => {
    if (panel === null) return
    const onKey = (event: KeyboardEvent) => {
      const { code, key, ctrlKey, metaKey, altKey, shiftKey, target } = event
      if (event.defaultPrevented || shiftKey || !altKey) return
      const asked = target instanceof Element ? target : null
      // What asks something first has its own keys.
      if (asked?.closest('dialog:not(:has([data-comments]))')) return
      if (code === 'KeyM' && (ctrlKey || metaKey)) {
        event.preventDefault()
        if (mayComment) onPage.begin()
        return
      }
      const step = { ArrowDown: 1, ArrowUp: -1 }[key]
      if (step === undefined || ctrlKey || metaKey || !isShown) return
      if (asked?.closest('select, [role="combobox"], [role="menu"]')) return
      event.preventDefault()
      onPage.leaveText()
      stepCards(onPage.desk, step)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [onPage, panel, mayComment, isShown])
}

/**
 * Words that are pressed select their thread; the caret stays where it was put. The margin opens for it, unless whoever
 * reads has closed it, or it would lie over the text that she writes.
 */
function usePresses({ onPage: { desk, comments }, panel }: Commenting, margin: Margin): void {
  const { shown, is, show } = margin
  const before = useRef(shown)
  const isUnwanted = useRef(false)
  if (before.current?.key === commentsKey && shown === null) isUnwanted.current = true
  before.current = shown
  useEffect(() => {
    if (panel === null) return
    const onPress = ({ target }: MouseEvent) => {
      if (!(target instanceof Element)) return
      const words = target.closest<HTMLElement>('[data-comment]')
      const id = words?.dataset.comment
      if (!words || id === undefined || id === draftId || comments.entry(id) === null) return
      if (document.getSelection()?.isCollapsed === false) return
      desk.set({ selected: id })
      const covers = is === 'drawer' && words.closest('[contenteditable="true"]') !== null
      if (shown === null && !isUnwanted.current && !covers) show(commentsKey, 'stay')
    }
    document.addEventListener('click', onPress)
    return () => document.removeEventListener('click', onPress)
  }, [panel, desk, comments, shown, is, show])
}

/** `?kommentar=‹thread›` opens it, as soon as the comments and their words are there. */
function useLink({ onPage, panel }: Commenting): void {
  const question = useSearch()
  const threadId = threadInQuestion(question)
  const notices = useNotices()
  const { comments: words } = useText()
  const followed = useRef<string | null>(null)
  useEffect(() => {
    // Whoever asks for it once more comes by the address without it.
    if (threadId === null) followed.current = null
    if (threadId === null || panel === null || followed.current === question) return
    const { comments, open } = onPage
    const follow = () => {
      if (!comments.isLoaded || followed.current === question) return
      followed.current = question
      const thread = comments.entry(threadId)?.thread
      if (!thread) {
        notices.toast(words.unknownThread)
        return
      }
      whenOnPage(
        () => document.querySelector('article[aria-busy="false"]'),
        () => {
          open(threadId)
          whenOnPage(
            () => anchorOf(document, thread.place, threadId),
            anchor => anchor.scrollIntoView({ block: 'center' }),
          )
        },
      )
    }
    follow()
    return comments.subscribe(follow)
  }, [threadId, question, onPage, panel, notices, words])
}
