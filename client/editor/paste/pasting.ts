import type { Schema } from '@tiptap/pm/model'
import { Plugin, Selection, type Transaction } from '@tiptap/pm/state'
import { handlePaste as pasteIntoCells } from '@tiptap/pm/tables'
import type { EditorView } from '@tiptap/pm/view'
import type { Block } from '../../../shared/document/blockContent.ts'
import { linkPlace, setLink, toHref } from '../commands/links.ts'
import { imageFiles } from '../figures/imageFiles.ts'
import { type UploadActions, uploadImages } from '../figures/uploads.ts'
import { blocksFromHtml } from './blocksFromHtml.ts'
import { blocksFromText } from './blocksFromText.ts'
import { clipboardSerializer, onlyWords, plainText } from './copying.ts'
import type { CutMarks } from './cutMarks.ts'
import { parseHtml } from './htmlTree.ts'
import { insertBlocks, tableSlice } from './insertBlocks.ts'

export interface PasteActions extends UploadActions {
  /** Of the ansökan that the text is in. */
  readonly documentId: string
  imageUrl(hash: string): string
  /** Pictures in what was pasted could not come along. */
  imagesLost(count: number): void
  /** Ends what undo would otherwise take back together with it. */
  beforeChange(): void
  /** What was cut last on the page. */
  readonly cutMarks: CutMarks
}

/**
 * Everything that comes in from the clipboard or is dropped goes through `blocksFromHtml`, our own copies too,
 * so that there is one way in. What goes out has real lists, for Word and mail.
 */
export function pasting(schema: Schema, actions: PasteActions): Plugin {
  return new Plugin({
    props: {
      clipboardSerializer: clipboardSerializer(schema),
      transformCopied: onlyWords,
      clipboardTextSerializer: slice => plainText(slice.content),
      // Before the editor's own handling, which would parse what comes in a second time and in its own way.
      handleDOMEvents: {
        cut: view => taken(view, 'cut', actions),
        copy: view => taken(view, 'copy', actions),
        paste: (view, event) => paste(view, event, actions),
        drop: (view, event) => view.dragging === null && drop(view, event, actions),
      },
      handleDrop: (view, event, _slice, moved) => !moved && drop(view, event, actions),
    },
  })
}

/** Leaves the rest to the editor. */
function taken({ state }: EditorView, how: 'cut' | 'copy', { cutMarks }: PasteActions): false {
  if (!state.selection.empty) cutMarks.taken(onlyWords(state.selection.content()), how)
  return false
}

function paste(view: EditorView, event: ClipboardEvent, actions: PasteActions): boolean {
  const data = event.clipboardData
  if (data === null || view.composing) return false
  event.preventDefault()
  const text = data.getData('text/plain')
  if (pasteLink(view, text, actions)) return true
  const blocks = actions.cutMarks.putBack(read(data, actions), text)
  const files = imageFiles(data.files)
  actions.beforeChange()
  const table = tableSlice(blocks, view.state)
  if (table && pasteIntoCells(view, event, table)) return true
  if (blocks.length > 0) insert(view, view.state.tr, blocks, 'paste')
  else uploadImages(view, files, view.state.selection.to, actions)
  return true
}

/** Drops text from elsewhere, or a copy of our own. */
function drop(view: EditorView, event: DragEvent, actions: PasteActions): boolean {
  const data = event.dataTransfer
  const place = view.posAtCoords({ left: event.clientX, top: event.clientY })
  if (data === null || !place || data.files.length > 0) return false
  const blocks = read(data, actions)
  if (blocks.length === 0) return false
  event.preventDefault()
  actions.beforeChange()
  const at = Selection.near(view.state.doc.resolve(place.pos))
  insert(view, view.state.tr.setSelection(at), blocks, 'drop')
  view.focus()
  return true
}

function read(data: DataTransfer, actions: PasteActions): readonly Block[] {
  const html = data.getData('text/html')
  if (html === '') return blocksFromText(data.getData('text/plain'))
  const isOwnImage = (src: string, hash: string) => src === actions.imageUrl(hash)
  const { blocks, lostImages } = blocksFromHtml(parseHtml(html), isOwnImage, actions.documentId)
  // A picture alone comes as a file beside its HTML.
  if (lostImages > 0 && (blocks.length > 0 || imageFiles(data.files).length === 0))
    actions.imagesLost(lostImages)
  return blocks
}

function insert(
  view: EditorView,
  transaction: Transaction,
  blocks: readonly Block[],
  event: 'paste' | 'drop',
): void {
  if (insertBlocks(transaction, blocks)) view.dispatch(transaction.setMeta('uiEvent', event).scrollIntoView())
}

/** An address pasted over words makes a link of them. */
function pasteLink(view: EditorView, text: string, actions: PasteActions): boolean {
  const { selection } = view.state
  if (selection.empty || !/^(?:https?:\/\/|mailto:)\S+$/.test(text.trim())) return false
  const place = linkPlace(view.state)
  const href = toHref(text)
  if (place === null || href === null) return false
  actions.beforeChange()
  return setLink(place, href, text)(view.state, view.dispatch)
}
