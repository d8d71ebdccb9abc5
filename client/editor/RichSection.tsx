import { Selection } from '@tiptap/pm/state'
import { useCallback, useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { RichSection as RichSectionOfForm } from '../../shared/form/FormTemplate.ts'
import type { Image } from '../../shared/http/image.ts'
import { useForm } from '../form/FormContext.ts'
import type { LiveDocument } from '../sync/LiveDocument.ts'
import { personName } from '../text/personName.ts'
import { problemWords } from '../text/problemWords.ts'
import { useText } from '../text/useText.ts'
import { useNotices } from '../ui/notices.ts'
import { BudgetFigures } from './budgetFigures/BudgetFigures.ts'
import type { AltToEdit } from './commands/figures.ts'
import type { LinkToEdit } from './commands/links.ts'
import { stillPlace } from './comments/stillPlace.ts'
import type { TextComments } from './comments/TextComments.ts'
import { useDrawn } from './comments/useDrawn.ts'
import { editorPage } from './editorPage.ts'
import { AltForm } from './figures/AltForm.tsx'
import { LinkForm } from './LinkForm.tsx'
import type { FocusStop } from './pageFocus.ts'
import { focusEdge } from './plugins/edges.ts'
import { SectionEditor } from './SectionEditor.ts'
import { StillText } from './StillText.tsx'
import { useBlocks } from './useBlocks.ts'
import { useNearView } from './useNearView.ts'
import './richText.css'
import './lists.css'
import './footnotes.css'
import './writing.css'
import './comments/comments.css'

interface RichSectionProps {
  readonly section: RichSectionOfForm
  readonly live: LiveDocument
  /** Sends a picture to the server; rejects when it was not taken. */
  readonly uploadImage: (file: File) => Promise<Image>
  /** False shows the text to read and select. */
  readonly editable?: boolean
  /** What is said beside the text. */
  readonly comments: TextComments
}

type Asking = { readonly link: LinkToEdit } | { readonly alt: AltToEdit }

/**
 * The text of a section. It is shown at once without an editor; the editor comes when it is nearly in view or
 * somebody reaches for it, in the same place and with the caret where she pointed. It is named by the heading
 * `‹section key›-heading`.
 */
export function RichSection({ section, live, uploadImage, editable = true, comments }: RichSectionProps) {
  const text = useText()
  const notices = useNotices()
  const hintId = useId()
  const page = editorPage(live)
  const { form } = useForm()
  const figures = useMemo(() => new BudgetFigures(live.doc, form), [live, form])
  const fragment = live.doc.getXmlFragment(section.key)
  const frame = useRef<HTMLDivElement>(null)
  const place = useRef<HTMLDivElement>(null)
  const editor = useRef<SectionEditor | null>(null)
  const stop = useRef<FocusStop | null>(null)
  const [reached, setReached] = useState(false)
  const [asking, setAsking] = useState<Asking | null>(null)
  const writing = editable && reached
  const read = useBlocks(fragment, !writing)
  const { drawn, blocks } = useDrawn(section.key, read, writing ? null : comments)
  const shown = useRef(read)
  shown.current = read
  const imageUrl = useCallback((hash: string) => `/api/applications/${live.id}/images/${hash}`, [live.id])

  // What the editor asks of the page changes with every drawing; the editor is made once.
  const asked = useRef({ text, notices, uploadImage })
  useEffect(() => {
    asked.current = { text, notices, uploadImage }
  })

  const words = text.editor
  useLayoutEffect(() => {
    const element = place.current
    if (!writing || element === null) return
    const made = new SectionEditor({
      element,
      section: section.key,
      live,
      page,
      stop: () => stop.current,
      labelledBy: `${section.key}-heading`,
      describedBy: hintId,
      words,
      comments,
      figures,
      imageUrl,
      nameOf: person => personName(asked.current.text, person),
      uploadImage: file => asked.current.uploadImage(file),
      problemWords: fault => problemWords(asked.current.text, fault),
      announce: said => asked.current.notices.announce(said),
      toast: said => asked.current.notices.toast(said),
      editLink: link => setAsking({ link }),
      editAlt: alt => setAsking({ alt }),
    })
    editor.current = made
    return () => {
      editor.current = null
      made.destroy()
    }
  }, [writing, section.key, live, page, hintId, words, comments, figures, imageUrl])

  /** The editor, made at once if it has not come yet; null when the text is only to be read. */
  const reach = useMemo(
    () => () => {
      if (editor.current === null) flushSync(() => setReached(true))
      return editor.current
    },
    [],
  )

  useEffect(() => {
    const element = frame.current
    if (element === null || !editable) return
    const mine: FocusStop = {
      section: section.key,
      element,
      focus: (at, left) => {
        const reachedEditor = reach()
        if (reachedEditor) focusEdge(reachedEditor.view, at, left)
      },
      resume: () => {
        const view = reach()?.view
        view?.focus()
        view?.dispatch(view.state.tr.scrollIntoView())
      },
      caret: () => editor.current?.caret ?? null,
      resumeAt: caret => reach()?.resumeAt(caret),
      insert: typed => reach()?.view.pasteText(typed),
    }
    stop.current = mine
    return page.focus.register(mine)
  }, [section.key, editable, page, reach])

  useEffect(() => {
    const still = stillPlace(
      () => frame.current,
      fragment,
      section.key,
      () => shown.current,
    )
    const now = () => editor.current?.place ?? still
    page.texts.set(section.key, {
      selected: () => now().selected(),
      now: threadId => now().now(threadId),
      resume: () => {
        if (editor.current === null && stop.current?.resume) stop.current.resume()
        else now().resume()
      },
      goTo: threadId => now().goTo(threadId),
    })
    return () => {
      page.texts.delete(section.key)
    }
  }, [page, fragment, section.key])

  useNearView(
    frame,
    editable && !reached,
    useCallback(() => setReached(true), []),
  )

  /** The dialog goes first: while it is open the text takes no focus. */
  function answer(save: () => void) {
    flushSync(() => setAsking(null))
    save()
  }

  return (
    <div ref={frame} className="richSection">
      {writing ? (
        <>
          <div ref={place} />
          <p id={hintId} hidden>
            {words.hint}
          </p>
        </>
      ) : editable ? (
        // biome-ignore lint/a11y/useSemanticElements: what stands here has paragraphs and lists, and becomes an editor
        <div
          className="richText"
          role="textbox"
          aria-multiline="true"
          aria-labelledby={`${section.key}-heading`}
          tabIndex={0}
          onFocus={() => stop.current?.resume?.()}
          onPointerEnter={() => reach()}
          onPointerDown={event => {
            const { clientX: left, clientY: top } = event
            const view = reach()?.view
            const found = view?.posAtCoords({ left, top })
            if (!view || !found) return
            // The press began on what is no longer there.
            event.preventDefault()
            const { doc, tr } = view.state
            view.dispatch(tr.setSelection(Selection.near(doc.resolve(found.pos))))
            view.focus()
          }}
        >
          <StillText blocks={blocks} imageUrl={imageUrl} drawn={drawn} placeholder={words.placeholder} />
        </div>
      ) : (
        <div className="richText">
          <StillText blocks={blocks} imageUrl={imageUrl} drawn={drawn} />
        </div>
      )}
      {editable && asking !== null && 'link' in asking && (
        <LinkForm
          href={asking.link.href}
          onSave={(href, written) => answer(() => asking.link.save(href, written))}
          onRemove={() => answer(asking.link.remove)}
          onClose={() => setAsking(null)}
        />
      )}
      {editable && asking !== null && 'alt' in asking && (
        <AltForm
          alt={asking.alt.alt}
          onSave={alt => answer(() => asking.alt.save(alt))}
          onClose={() => setAsking(null)}
        />
      )}
    </div>
  )
}
