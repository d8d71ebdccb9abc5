import { type RefObject, useEffect, useRef } from 'react'
import type { FormTemplate } from '../../../shared/form/FormTemplate.ts'
import { type PlaceOnPage, placeOnPage } from '../../comment/placeOnPage.ts'
import { editorPage } from '../../editor/editorPage.ts'
import type { LiveDocument } from '../../sync/LiveDocument.ts'

/**
 * Where somebody was in the form when she left it, for what is begun above it: from a drawer nothing of the form is
 * selected, or has focus, any more. Null when she has not been anywhere.
 */
export function useLeftAt(
  document: LiveDocument,
  form: FormTemplate,
  isAsked: () => boolean,
): RefObject<PlaceOnPage | null> {
  const left = useRef<PlaceOnPage | null>(null)
  useEffect(() => {
    const page = window.document
    const look = (focused: Element | null) => {
      if (!isAsked() || page.querySelector('dialog:modal') !== null) return
      const { texts } = editorPage(document)
      left.current = placeOnPage(form, texts, page.getSelection(), focused) ?? left.current
    }
    const onFocusOut = ({ target }: FocusEvent) => {
      if (target instanceof Element && target.closest('main article') !== null) look(target)
    }
    // What is selected to be read has no focus, and may not be selected any more when the press is over.
    const onPress = () => look(page.activeElement)
    page.addEventListener('focusout', onFocusOut)
    page.addEventListener('pointerdown', onPress, true)
    return () => {
      page.removeEventListener('focusout', onFocusOut)
      page.removeEventListener('pointerdown', onPress, true)
    }
  }, [document, form, isAsked])
  return left
}

/** The section in the upper half of the window: where she reads, if she has not been anywhere. */
export function sectionInView(form: FormTemplate): PlaceOnPage | null {
  const sections = [...window.document.querySelectorAll<HTMLElement>('section[data-section]')]
  const seen =
    sections.findLast(section => section.getBoundingClientRect().top < innerHeight / 2) ?? sections[0]
  if (!seen || !form.sections.some(({ key }) => key === seen.id)) return null
  return { place: { is: 'section', section: seen.id }, resume: () => {} }
}
