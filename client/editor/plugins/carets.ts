import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import type { Presence, PresentPerson } from '../../../shared/sync/presence.ts'
import type { PresenceChannel } from '../../sync/LiveDocument.ts'
import { parseRelativePosition } from '../binding/positions.ts'
import { type SectionBinding, type SharedChange, sharedChangeKey } from '../binding/SectionBinding.ts'
import { CaretLabels, caretElement } from './caretElement.ts'

/** How long a name stands at a caret after it moved, and beside a paragraph after somebody wrote in it. */
const shownForMs = 3000

const caretsKey = new PluginKey<Carets>('carets')

interface Carets {
  readonly decorations: DecorationSet
  /** Client ids of those who have just written, with the time until which it shows. */
  readonly writing: ReadonlyMap<number, number>
}

/** Somebody else's selection in this section. */
interface OtherCaret {
  readonly clientId: number
  readonly person: PresentPerson
  /** Of the person, as it is shown. */
  readonly name: string
  readonly anchor: number
  readonly head: number
}

/**
 * The others' carets and selections in this section, and a bar beside the paragraph that somebody is writing in.
 * Drawn again only when somebody in this section moves; carets elsewhere cost one comparison. All of it is for
 * the eye: `ContentsTree` and the list of people say the same to those who listen.
 */
export function carets(
  section: string,
  presence: PresenceChannel,
  binding: SectionBinding,
  nameOf: (person: PresentPerson) => string,
): Plugin {
  const labels = new CaretLabels(shownForMs)

  function others(state: EditorState): OtherCaret[] {
    const found: OtherCaret[] = []
    for (const [clientId, { person, place }] of presence.others) {
      if (place?.section !== section) continue
      const anchor = absolute(place.anchor, state)
      const head = absolute(place.head, state)
      if (anchor !== null && head !== null) {
        found.push({ clientId, person, name: nameOf(person), anchor, head })
      }
    }
    return found
  }

  function absolute(position: unknown, { doc }: EditorState): number | null {
    const relative = parseRelativePosition(position, section)
    const found = relative && binding.absolute(relative)
    return found === null || found > doc.content.size ? null : found
  }

  function draw(state: EditorState, writing: Carets['writing']): DecorationSet {
    const decorations = others(state).flatMap(other => [
      ...drawCaret(other, labels),
      ...(writing.has(other.clientId) ? drawBar(other, state) : []),
    ])
    return DecorationSet.create(state.doc, decorations)
  }

  return new Plugin<Carets>({
    key: caretsKey,
    state: {
      init: () => ({ decorations: DecorationSet.empty, writing: new Map() }),
      apply: (transaction, value, _before, state) => {
        const change: SharedChange | undefined = transaction.getMeta(sharedChangeKey)
        const now: number | undefined = transaction.getMeta(caretsKey)
        if (change === undefined && now === undefined) return moved(value, transaction)
        const writing = new Map([...value.writing].filter(([, until]) => until > (now ?? 0)))
        if (change && !change.undone) {
          for (const { clientId, head } of others(state)) {
            if (change.from <= head && head <= change.to) writing.set(clientId, Date.now() + shownForMs)
          }
        }
        return { decorations: draw(state, writing), writing }
      },
    },
    props: { decorations: state => caretsKey.getState(state)?.decorations },
    view: view => {
      let timer: ReturnType<typeof setTimeout> | undefined
      const redraw = () => view.dispatch(view.state.tr.setMeta(caretsKey, Date.now()))
      let seen = placesIn(section, presence.others)
      const stop = presence.subscribe(() => {
        const now = placesIn(section, presence.others)
        if (same(seen, now)) return
        for (const [clientId, place] of now) if (seen.get(clientId) !== place) labels.show(clientId)
        seen = now
        redraw()
      })
      queueMicrotask(() => {
        if (!view.isDestroyed && seen.size > 0) redraw()
      })
      return {
        update: () => {
          clearTimeout(timer)
          const writing = caretsKey.getState(view.state)?.writing
          if (writing && writing.size > 0) timer = setTimeout(redraw, shownForMs)
        },
        destroy: () => {
          clearTimeout(timer)
          stop()
          labels.forgetAll()
        },
      }
    },
  })
}

function moved(carets: Carets, transaction: Transaction): Carets {
  if (!transaction.docChanged) return carets
  return { ...carets, decorations: carets.decorations.map(transaction.mapping, transaction.doc) }
}

/** Where each of the others is in the section, by client id; the same object for as long as she has not moved. */
function placesIn(section: string, others: ReadonlyMap<number, Presence>): Map<number, object> {
  const places = new Map<number, object>()
  for (const [clientId, { place }] of others) if (place?.section === section) places.set(clientId, place)
  return places
}

function same(one: ReadonlyMap<number, object>, other: ReadonlyMap<number, object>): boolean {
  return one.size === other.size && [...one].every(([clientId, place]) => other.get(clientId) === place)
}

function drawCaret({ clientId, person, name, anchor, head }: OtherCaret, labels: CaretLabels): Decoration[] {
  const caret = Decoration.widget(head, () => caretElement(clientId, person, name, labels), {
    key: `caret-${clientId}`,
    side: 10,
    ignoreSelection: true,
    stopEvent: () => true,
  })
  if (anchor === head) return [caret]
  const selected = { class: 'otherSelection', 'data-party': String(person.colour) }
  return [caret, Decoration.inline(Math.min(anchor, head), Math.max(anchor, head), selected)]
}

/** The name stands in the margin of the paragraph, cell or caption. */
function drawBar({ person, name, head }: OtherCaret, { doc }: EditorState): Decoration[] {
  const $head = doc.resolve(head)
  for (let depth = $head.depth; depth > 0; depth -= 1) {
    if (!$head.node(depth).isTextblock) continue
    const look = { class: 'beingWritten', 'data-party': String(person.colour), 'data-writer': name }
    return [Decoration.node($head.before(depth), $head.after(depth), look)]
  }
  return []
}
