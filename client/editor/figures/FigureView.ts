import type { Node } from '@tiptap/pm/model'
import type { NodeView, ViewMutationRecord } from '@tiptap/pm/view'
import { figureAttributes } from '../../../shared/document/nodes/attributes.ts'
import type { editor } from '../../text/sv/editor.ts'

export interface FigureActions {
  imageUrl(hash: string): string
  /** Asks what the picture at `position` shows. */
  editAlt(position: number): void
  readonly words: typeof editor
}

/** A figure while editing: the picture, what is still missing about it, and its caption to write in. */
export class FigureView implements NodeView {
  readonly dom = document.createElement('figure')
  readonly contentDOM = document.createElement('figcaption')
  readonly #picture = document.createElement('div')
  readonly #image = document.createElement('img')
  readonly #button = document.createElement('button')
  readonly #missing = document.createElement('p')
  readonly #actions: FigureActions
  #node: Node

  constructor(node: Node, position: () => number | undefined, actions: FigureActions) {
    this.#node = node
    this.#actions = actions
    this.#picture.contentEditable = 'false'
    this.#picture.className = 'picture'
    this.#missing.className = 'missingAlt'
    this.#missing.textContent = actions.words.figure.missingAlt
    this.#button.type = 'button'
    this.#button.addEventListener('click', () => {
      const at = position()
      if (at !== undefined) actions.editAlt(at)
    })
    this.#picture.append(this.#image, this.#missing, this.#button)
    this.dom.append(this.#picture, this.contentDOM)
    this.#draw()
  }

  update(node: Node): boolean {
    if (node.type !== this.#node.type) return false
    this.#node = node
    this.#draw()
    return true
  }

  stopEvent(event: Event): boolean {
    return event.target === this.#button
  }

  ignoreMutation(mutation: ViewMutationRecord): boolean {
    return mutation.type !== 'selection' && !this.contentDOM.contains(mutation.target)
  }

  #draw(): void {
    const { image, width, height, alt } = figureAttributes(name => this.#node.attrs[name])
    const { words, imageUrl } = this.#actions
    const address = image === null ? null : imageUrl(image)
    if (address === null) this.#image.removeAttribute('src')
    else if (this.#image.getAttribute('src') !== address) this.#image.src = address
    this.#image.alt = alt ?? ''
    if (width !== null && height !== null) {
      this.#image.width = width
      this.#image.height = height
    }
    this.#missing.hidden = alt !== null
    this.#button.textContent = alt === null ? words.figure.writeAlt : words.figure.changeAlt
    this.dom.toggleAttribute('data-empty', this.#node.content.size === 0)
    this.contentDOM.dataset.placeholder = words.figure.caption
  }
}
