import { Mark } from '@tiptap/core'
import { isHref } from './href.ts'

/** A link to somewhere else. It never opens in the page's own window, and tells nobody where it came from. */
export const Link = Mark.create({
  name: 'link',
  inclusive: false,

  addAttributes: () => ({ href: { default: null } }),

  parseHTML: () => [
    {
      tag: 'a[href]',
      getAttrs: element => (isHref(element.getAttribute('href')) ? null : false),
    },
  ],

  renderHTML: ({ HTMLAttributes }) => [
    'a',
    {
      // Somebody else's client may have written anything: what is no target of a link is drawn as none.
      href: isHref(HTMLAttributes.href) ? HTMLAttributes.href : null,
      target: '_blank',
      rel: 'noopener noreferrer',
    },
    0,
  ],
})
