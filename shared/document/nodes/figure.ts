import { Node } from '@tiptap/core'
import { type FigureAttributes, figureAttributes } from './attributes.ts'

interface FigureOptions {
  /** Address of a stored picture. */
  readonly imageUrl: (hash: string) => string
}

/** A picture with its caption as content. Only the server's own pictures, by hash: no address is ever stored. */
export const Figure = Node.create<FigureOptions>({
  name: 'figure',
  group: 'block',
  content: 'text*',
  isolating: true,
  defining: true,

  addOptions: () => ({ imageUrl: () => '' }),

  addAttributes: () => {
    const attribute = (name: keyof FigureAttributes) => ({
      default: null,
      rendered: false,
      parseHTML: (element: { getAttribute(name: string): string | null }) =>
        figureAttributes(wanted => element.getAttribute(`data-${wanted}`))[name],
    })
    return {
      image: attribute('image'),
      width: attribute('width'),
      height: attribute('height'),
      alt: attribute('alt'),
    }
  },

  parseHTML: () => [{ tag: 'figure[data-image]', contentElement: 'figcaption' }],

  renderHTML({ node }) {
    const { image, width, height, alt } = figureAttributes(name => node.attrs[name])
    return [
      'figure',
      { 'data-image': image, 'data-width': width, 'data-height': height, 'data-alt': alt },
      ['img', { src: image === null ? null : this.options.imageUrl(image), alt: alt ?? '', width, height }],
      ['figcaption', 0],
    ]
  },
})
