import type { FormTemplate } from '../../shared/form/FormTemplate.ts'
import type { WantedPlace } from '../../shared/http/comments.ts'
import type { TextPlace } from '../editor/comments/TextComments.ts'
import { fixedRange } from './fixedText.ts'

/** Where somebody is on the page, as what a comment can be about. */
export interface PlaceOnPage {
  readonly place: WantedPlace
  /** Brings focus back to where she was. */
  readonly resume: () => void
}

/**
 * What a comment that is begun now is about: what is selected, in text that is written, read or fixed; else the paragraph
 * that the caret is in, the field that has focus, or the section. Null outside the form.
 */
export function placeOnPage(
  form: FormTemplate,
  texts: ReadonlyMap<string, TextPlace>,
  selection: Selection | null,
  focused: Element | null,
): PlaceOnPage | null {
  const field = placeOfField(focused)
  if (field) return field
  const marked = selection?.focusNode ?? null
  const start = elementOf(marked)
  const section = sectionOf(start) ?? sectionOf(focused)
  if (section === null) return null
  const key = section.id
  const resume = resumeTo(focused)
  if (start?.closest('.richText')) {
    const text = texts.get(key)
    const place = text?.selected()
    if (text && place) return { place, resume: () => text.resume() }
  }
  const template = form.sections.find(known => known.key === key)
  if (!template) return null
  if (template.kind === 'lockedText' && selection) {
    const range = fixedRange(section, selection)
    if (range) return { place: { is: 'lockedText', section: key, ...range }, resume }
  }
  return { place: { is: 'section', section: key }, resume }
}

function placeOfField(focused: Element | null): PlaceOnPage | null {
  // What is worked out in a row of cells is commented on where something of the row is written.
  const element =
    focused?.closest<HTMLElement>('[data-field]') ??
    focused?.closest('[data-row]')?.querySelector<HTMLElement>('[data-field]')
  const section = sectionOf(element ?? null)
  const path = element?.dataset.field
  if (!section || path === undefined) return null
  return {
    place: { is: 'field', section: section.id, field: fieldOf(path) },
    resume: () => {
      // What a cell was typed in goes when one leaves it.
      if (focused?.isConnected) resumeTo(focused)()
      else resumeTo(element)()
    },
  }
}

/** A field's path as comments say it: `‹item›.text`. */
export function fieldOf(path: string): string {
  return path.replace('/', '.')
}

function resumeTo(focused: Element | null | undefined): () => void {
  return () => {
    if (focused instanceof HTMLElement && focused.isConnected) focused.focus({ preventScroll: true })
  }
}

function sectionOf(element: Element | null): HTMLElement | null {
  return element?.closest<HTMLElement>('section[data-section]') ?? null
}

function elementOf(node: Node | null): Element | null {
  return node instanceof Element ? node : (node?.parentElement ?? null)
}
