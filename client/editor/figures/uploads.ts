import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import type { Image } from '../../../shared/http/image.ts'
import { insertFigure } from '../commands/figures.ts'
import { imageFiles, refusal } from './imageFiles.ts'

const uploadsKey = new PluginKey<DecorationSet>('uploads')

type Change = { readonly add: Decoration } | { readonly remove: string }

export interface UploadActions {
  /** Rejects when the server did not take it. */
  uploadImage(file: File): Promise<Image>
  /** Says why files were not taken. */
  refused(refusals: readonly RefusedImage[]): void
  /** A picture stands in the text at `position`. */
  inserted(view: EditorView, position: number): void
  /** What stands in its place until then. */
  uploadingWords(fileName: string): string
}

export interface RefusedImage {
  readonly file: File
  /** `fault` is what `uploadImage` was rejected with. */
  readonly why: 'tooLarge' | 'notAnImage' | { readonly fault: unknown }
}

let uploadsBegun = 0

/** Pictures on their way to the server, each with a frame where it will stand; and those that are dropped. */
export function uploads(actions: UploadActions): Plugin {
  return new Plugin<DecorationSet>({
    key: uploadsKey,
    state: {
      init: () => DecorationSet.empty,
      apply: (transaction, before) => {
        const frames = before.map(transaction.mapping, transaction.doc)
        const change: Change | undefined = transaction.getMeta(uploadsKey)
        if (change === undefined) return frames
        return 'add' in change
          ? frames.add(transaction.doc, [change.add])
          : frames.remove(framesOf(frames, change.remove))
      },
    },
    props: {
      decorations: state => uploadsKey.getState(state),
      handleDrop: (view, event, _slice, moved) => {
        const files = imageFiles(event.dataTransfer?.files)
        if (moved || files.length === 0 || !view.editable) return false
        event.preventDefault()
        const place = view.posAtCoords({ left: event.clientX, top: event.clientY })
        uploadImages(view, files, place?.pos ?? view.state.selection.to, actions)
        return true
      },
    },
  })
}

/** Sends pictures to the server and puts each under the block at `position` when it is there. */
export function uploadImages(
  view: EditorView,
  files: readonly File[],
  position: number,
  actions: UploadActions,
): void {
  const refused: RefusedImage[] = []
  for (const file of files) {
    const why = refusal(file)
    if (why) refused.push({ file, why })
    else void upload(view, file, position, actions)
  }
  if (refused.length > 0) actions.refused(refused)
}

async function upload(view: EditorView, file: File, position: number, actions: UploadActions): Promise<void> {
  uploadsBegun += 1
  const id = `upload-${uploadsBegun}`
  const words = actions.uploadingWords(file.name)
  const frame = Decoration.widget(blockEnd(view.state, position), () => frameElement(words), {
    id,
    key: id,
    side: -1,
  })
  view.dispatch(view.state.tr.setMeta(uploadsKey, { add: frame } satisfies Change))
  let image: Image | null = null
  try {
    image = await actions.uploadImage(file)
  } catch (fault) {
    actions.refused([{ file, why: { fault } }])
  }
  if (view.isDestroyed) return
  const at = framesOf(uploadsKey.getState(view.state), id)[0]?.from ?? view.state.selection.to
  const transaction = view.state.tr.setMeta(uploadsKey, { remove: id } satisfies Change)
  const inserted = image && insertFigure(transaction, at, image)
  view.dispatch(transaction)
  if (inserted !== null) actions.inserted(view, inserted)
}

function framesOf(frames: DecorationSet | undefined, id: string): Decoration[] {
  return frames?.find(undefined, undefined, spec => spec.id === id) ?? []
}

function blockEnd({ doc }: EditorState, position: number): number {
  const $position = doc.resolve(position)
  return $position.depth === 0 ? position : $position.after(1)
}

function frameElement(words: string): HTMLElement {
  const frame = document.createElement('div')
  frame.className = 'uploading'
  frame.setAttribute('role', 'status')
  frame.textContent = words
  return frame
}
