import { Plugin } from '@tiptap/pm/state'
import { isHref } from '../../../shared/document/nodes/href.ts'

/** Ctrl and a click opens a link; a click alone puts the caret in it. */
export function openLinks(): Plugin {
  return new Plugin({
    props: {
      handleClick: (_view, _position, event) => {
        if (!event.ctrlKey && !event.metaKey) return false
        const link = event.target instanceof Element ? event.target.closest('a') : null
        const href = link?.getAttribute('href')
        if (!isHref(href)) return false
        window.open(href, '_blank', 'noopener,noreferrer')
        return true
      },
    },
  })
}
