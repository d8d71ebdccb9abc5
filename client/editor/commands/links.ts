import type { ResolvedPos } from '@tiptap/pm/model'
import type { Command, EditorState } from '@tiptap/pm/state'
import { isHref } from '../../../shared/document/nodes/href.ts'
import { signsPlain } from './marks.ts'

/** A link while it is asked for; it follows its words while others write. */
export interface LinkToEdit {
  /** Null where there is no link yet. */
  readonly href: string | null
  /** `written` becomes the text of a link that has none. */
  save(href: string, written: string): void
  remove(): void
}

export interface Range {
  readonly from: number
  readonly to: number
}

/**
 * The link that the caret is in, or the selected text to make one of, with the target that it has; null where a
 * link cannot stand.
 */
export function linkPlace({ selection }: EditorState): (Range & { readonly href: string | null }) | null {
  const { $from, $to } = selection
  if (!$from.parent.inlineContent || !$from.sameParent($to)) return null
  const around = linkAround($from) ?? { from: $from.pos, to: $to.pos, href: null }
  return selection.empty || around.to >= $to.pos ? around : { ...around, from: $from.pos, to: $to.pos }
}

/** Makes a link of a range; without text in it, `href` as it was written becomes the text. */
export function setLink(place: Range, href: string, written: string): Command {
  return (state, dispatch) => {
    const type = state.schema.marks.link
    if (!type || !isHref(href)) return false
    const transaction = state.tr
    const mark = type.create({ href })
    let { to } = place
    if (place.from === to) {
      transaction.insertText(written, to)
      to += written.length
    }
    transaction.removeMark(place.from, to, type).addMark(place.from, to, mark)
    dispatch?.(signsPlain(transaction).removeStoredMark(type).scrollIntoView())
    return true
  }
}

export function removeLink(place: Range): Command {
  return (state, dispatch) => {
    const type = state.schema.marks.link
    if (!type) return false
    dispatch?.(state.tr.removeMark(place.from, place.to, type))
    return true
  }
}

/**
 * What somebody wrote as the target of a link, as one that is allowed: null if it cannot be. `http` becomes
 * `https`, which every authority's site answers to; an address without its beginning gets it.
 */
export function toHref(written: string): string | null {
  const text = written.trim()
  const href = /^http:\/\//i.test(text)
    ? `https://${text.slice(7)}`
    : /^[a-z][a-z0-9+.-]*:/i.test(text) && !/^[^:/]+:\d+(?:\/|$)/.test(text)
      ? text.replace(/^[^:]+/, scheme => scheme.toLowerCase())
      : /^[^\s@/]+@[^\s@/]+\.[^\s@/]+$/.test(text)
        ? `mailto:${text}`
        : /^\+?[\d\s()-]{6,}$/.test(text)
          ? `tel:${text.replace(/[\s()-]/g, '')}`
          : /^[^\s/]+\.[^\s/.]{2,}(?:[/?#:]|$)/.test(text)
            ? `https://${text}`
            : text
  return isHref(href) ? href : null
}

interface Linked extends Range {
  readonly href: string
}

/** A link may be in several pieces, one of them bold. */
function linkAround($position: ResolvedPos): Linked | null {
  const { parent, pos } = $position
  const links: Linked[] = []
  parent.forEach((node, offset) => {
    const href: unknown = node.marks.find(mark => mark.type.name === 'link')?.attrs.href
    const from = $position.start() + offset
    const to = from + node.nodeSize
    if (typeof href !== 'string') return
    const last = links.at(-1)
    if (last?.href === href && last.to === from) links[links.length - 1] = { ...last, to }
    else links.push({ from, to, href })
  })
  return links.find(link => link.from <= pos && pos <= link.to) ?? null
}
