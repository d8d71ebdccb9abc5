import type { PresentPerson } from '../../../shared/sync/presence.ts'
import { personShape } from '../../ui/personSign.ts'

/** Which carets show their name just now: those that moved a moment ago. */
export class CaretLabels {
  readonly #shownForMs: number
  readonly #timers = new Map<number, ReturnType<typeof setTimeout>>()
  readonly #elements = new Map<number, HTMLElement>()

  constructor(shownForMs: number) {
    this.#shownForMs = shownForMs
  }

  show(clientId: number): void {
    clearTimeout(this.#timers.get(clientId))
    this.#elements.get(clientId)?.setAttribute('data-active', '')
    this.#timers.set(
      clientId,
      setTimeout(() => {
        this.#timers.delete(clientId)
        this.#elements.get(clientId)?.removeAttribute('data-active')
      }, this.#shownForMs),
    )
  }

  /** `element` is where the caret is drawn from now on. */
  drawn(clientId: number, element: HTMLElement): void {
    this.#elements.set(clientId, element)
    element.toggleAttribute('data-active', this.#timers.has(clientId))
  }

  forgetAll(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer)
    this.#timers.clear()
    this.#elements.clear()
  }
}

/**
 * A caret: a line in the party's colour with a sign in the person's own shape, which opens into her name when she
 * moves or is pointed at. Colour is never the only sign.
 */
export function caretElement(
  clientId: number,
  person: PresentPerson,
  personName: string,
  labels: CaretLabels,
): HTMLElement {
  const caret = document.createElement('span')
  caret.className = 'otherCaret'
  caret.setAttribute('aria-hidden', 'true')
  caret.dataset.party = String(person.colour)
  const name = document.createElement('span')
  name.className = 'otherCaretName'
  name.dataset.shape = personShape(person.id)
  name.textContent = `${personName}, ${person.partyShortName}`
  caret.append(name)
  labels.drawn(clientId, caret)
  return caret
}
