import { type Content, Editor, Extension, type Extensions } from '@tiptap/core'
import { dropCursor } from '@tiptap/pm/dropcursor'
import { gapCursor } from '@tiptap/pm/gapcursor'
import type { Schema } from '@tiptap/pm/model'
import { type Command, Plugin, TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type { BudgetSum } from '../../shared/budget/budgetFigure.ts'
import { figureAttributes } from '../../shared/document/nodes/attributes.ts'
import type { Image } from '../../shared/http/image.ts'
import type { PresentPerson } from '../../shared/sync/presence.ts'
import type { LiveDocument } from '../sync/LiveDocument.ts'
import type { editor as words } from '../text/sv/editor.ts'
import { bindingPlugin } from './binding/bindingPlugin.ts'
import { type Caret, caretIn, putCaret } from './binding/caret.ts'
import { SectionBinding } from './binding/SectionBinding.ts'
import type { BudgetFigures } from './budgetFigures/BudgetFigures.ts'
import { figureWords } from './budgetFigures/figureWords.ts'
import { insertBudgetFigure, metBudgetFigure } from './commands/budgetFigures.ts'
import { type AltToEdit, setAlt } from './commands/figures.ts'
import { type LinkToEdit, linkPlace, removeLink, setLink } from './commands/links.ts'
import { editorPlace } from './comments/editorPlace.ts'
import type { TextComments, TextPlace } from './comments/TextComments.ts'
import type { EditorPage } from './editorPage.ts'
import { type RefusedImage, type UploadActions, uploadImages, uploads } from './figures/uploads.ts'
import { blockWords, type Look, lookOf } from './look.ts'
import { nodesWithViews } from './nodesWithViews.ts'
import type { FocusStop } from './pageFocus.ts'
import { type PasteActions, pasting } from './paste/pasting.ts'
import { carets } from './plugins/carets.ts'
import { cells } from './plugins/cells.ts'
import { comments } from './plugins/comments.ts'
import { edges } from './plugins/edges.ts'
import { keys } from './plugins/keys.ts'
import { noteEdges } from './plugins/noteEdges.ts'
import { openLinks } from './plugins/openLinks.ts'
import { ownPlace } from './plugins/ownPlace.ts'
import { placeholder } from './plugins/placeholder.ts'
import { typingRules } from './plugins/typingRules.ts'

export interface SectionEditorOptions {
  /** Where the editor is put. */
  readonly element: HTMLElement
  /** Key of the section. */
  readonly section: string
  readonly live: LiveDocument
  readonly page: EditorPage
  /** The section's place in the page's order of focus. */
  readonly stop: () => FocusStop | null
  /** Ids of its name and of the hint about keys. */
  readonly labelledBy: string
  readonly describedBy: string
  readonly words: typeof words
  /** What is said beside the text. */
  readonly comments: TextComments
  /** Of the budget of the same document. */
  readonly figures: BudgetFigures
  imageUrl(hash: string): string
  /** Another's name, as it stands at her caret. */
  nameOf(person: PresentPerson): string
  uploadImage(file: File): Promise<Image>
  /** In words, something that was thrown. */
  problemWords(fault: unknown): string
  /** Reads aloud what the eye sees already. */
  announce(words: string): void
  /** Shows and reads aloud. */
  toast(words: string): void
  editLink(link: LinkToEdit): void
  editAlt(alt: AltToEdit): void
}

/**
 * The editor of one section: a Tiptap editor, bound to the section's fragment of the shared document, that acts
 * as one with the other sections of the page. Tiptap's own keys, commands and style sheet are left out: its
 * commands change node types, and its style sheet is against the page's security policy.
 */
export class SectionEditor {
  readonly section: string
  readonly #options: SectionEditorOptions
  readonly #editor: Editor
  readonly #binding: SectionBinding
  readonly #uploads: UploadActions

  constructor(options: SectionEditorOptions) {
    this.section = options.section
    this.#options = options
    const { live, words } = options
    const binding = new SectionBinding(live.doc.getXmlFragment(options.section), live.undo)
    this.#binding = binding
    this.#uploads = {
      uploadImage: options.uploadImage,
      refused: refusals => options.toast(refusals.map(refused => this.#refusalWords(refused)).join(' ')),
      inserted: (view, position) => {
        if (!view.hasFocus()) return
        // Its caption is what she writes next.
        view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, position + 1)))
        this.#editAlt(position)
      },
      uploadingWords: words.figure.uploading,
    }
    // Asked for while the editor is being made, when only its schema is there.
    const plugins = (schema: Schema) => this.#plugins(schema)
    const behaviour = Extension.create({
      name: 'section',
      addProseMirrorPlugins() {
        return plugins(this.editor.schema)
      },
    })
    this.#editor = new Editor({
      element: options.element,
      injectCSS: false,
      enableInputRules: false,
      enablePasteRules: false,
      enableCoreExtensions: {
        editable: false,
        clipboardTextSerializer: false,
        commands: false,
        focusEvents: false,
        keymap: false,
        tabindex: false,
        drop: false,
        paste: false,
        delete: false,
        textDirection: false,
      },
      extensions: [...this.#nodes(), behaviour],
      onBeforeCreate: ({ editor }) => {
        // A node, which Tiptap takes but does not say so in its types: what shows what is known by its nodes.
        editor.options.content = binding.read(editor.schema) as unknown as Content
      },
      editorProps: {
        attributes: {
          class: 'richText',
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-labelledby': options.labelledBy,
          'aria-describedby': options.describedBy,
        },
        // The page's toolbar covers the upper edge of the window.
        scrollMargin: { top: 140, bottom: 60, left: 5, right: 5 },
        scrollThreshold: { top: 140, bottom: 60, left: 5, right: 5 },
      },
    })
  }

  /** Its words, to be commented on. */
  get place(): TextPlace {
    return editorPlace(this.view, this.#binding, this.section)
  }

  get caret(): Caret {
    return caretIn(this.view, this.#binding)
  }

  /** Gives it focus with the caret there, or last in the section. */
  resumeAt(caret: Caret | null): void {
    putCaret(this.view, this.#binding, this.section, caret)
  }

  get view(): EditorView {
    return this.#editor.view
  }

  destroy(): void {
    this.#options.page.active.leave(this)
    this.#editor.destroy()
  }

  /** Runs a command, as a step of its own for undo, and says aloud what it changed. False if it could not run. */
  run(command: Command): boolean {
    const { live } = this.#options
    const before = lookOf(this.view.state)
    live.undo.stopCapturing()
    if (!command(this.view.state, this.view.dispatch, this.view)) return false
    live.undo.stopCapturing()
    this.view.focus()
    this.#announceChange(before, lookOf(this.view.state))
    return true
  }

  undo(): void {
    const { live, announce, words } = this.#options
    if (live.undo.undo()) announce(words.undone)
  }

  redo(): void {
    const { live, announce, words } = this.#options
    if (live.undo.redo()) announce(words.redone)
  }

  editLink(): void {
    const place = linkPlace(this.view.state)
    if (place === null) return
    const from = this.#binding.relative(place.from)
    const to = this.#binding.relative(place.to)
    const placeNow = () => ({
      from: this.#binding.absolute(from) ?? this.view.state.selection.from,
      to: this.#binding.absolute(to) ?? this.view.state.selection.to,
    })
    this.#options.editLink({
      href: place.href,
      save: (href, written) => this.run(setLink(placeNow(), href, written)),
      remove: () => this.run(removeLink(placeNow())),
    })
  }

  insertBudgetFigure(sum: BudgetSum): void {
    if (this.run(insertBudgetFigure(sum))) this.#announceFigure(sum)
  }

  insertImages(files: readonly File[]): void {
    this.#options.live.undo.stopCapturing()
    uploadImages(this.view, files, this.view.state.selection.to, this.#uploads)
    this.view.focus()
  }

  #editAlt(position: number): void {
    const node = this.view.state.doc.nodeAt(position)
    if (node === null) return
    const at = this.#binding.relative(position)
    this.#options.editAlt({
      alt: figureAttributes(name => node.attrs[name]).alt ?? '',
      save: alt => this.run(setAlt(this.#binding.absolute(at) ?? position, alt)),
    })
  }

  #nodes(): Extensions {
    const { live, imageUrl, figures, words } = this.#options
    return nodesWithViews({
      ...{ documentId: live.id, imageUrl, figures, words },
      editAlt: position => this.#editAlt(position),
      figureWords: sum => this.#figureWords(sum),
    })
  }

  #plugins(schema: Schema): Plugin[] {
    const binding = this.#binding
    const { live, page, section, stop, words, imageUrl, nameOf, toast } = this.#options
    const stopCapturing = () => live.undo.stopCapturing()
    const pasteActions: PasteActions = {
      ...this.#uploads,
      documentId: live.id,
      imageUrl,
      imagesLost: count => toast(words.figure.lost(count)),
      beforeChange: stopCapturing,
      cutMarks: page.cutMarks,
    }
    return [
      bindingPlugin(binding),
      pasting(schema, pasteActions),
      uploads(this.#uploads),
      typingRules(stopCapturing),
      keys({
        run: command => this.run(command),
        undo: () => this.undo(),
        redo: () => this.redo(),
        editLink: () => this.editLink(),
        focusToolbar: () => page.active.focusToolbar(),
      }),
      noteEdges(),
      edges(page.focus, stop),
      cells(),
      gapCursor(),
      dropCursor({ class: 'dropCursor', color: false }),
      openLinks(),
      placeholder(words.placeholder),
      carets(section, live.presence, binding, nameOf),
      ownPlace(section, live.presence, binding),
      comments(section, this.#options.comments),
      this.#activity(),
    ]
  }

  /** Tells the toolbar, and ends the step of undo when the caret is moved. */
  #activity(): Plugin {
    const { live, page } = this.#options
    return new Plugin({
      view: () => ({
        update: (view, before) => {
          if (view.state === before || !view.hasFocus()) return
          const moved = view.state.doc === before.doc && !view.state.selection.eq(before.selection)
          if (moved) live.undo.stopCapturing()
          const look = lookOf(view.state)
          if (moved) {
            this.#announceList(lookOf(before), look)
            const met = metBudgetFigure(before, view.state)
            if (met !== null) this.#announceFigure(met)
          }
          page.active.enter(this, look)
        },
      }),
      props: {
        handleDOMEvents: {
          focus: view => page.active.enter(this, lookOf(view.state)),
        },
      },
    })
  }

  #announceChange(before: Look, after: Look): void {
    const { words, announce } = this.#options
    if (before.bold !== after.bold) announce((after.bold ? words.on : words.off)(words.toolbar.bold))
    else if (before.italic !== after.italic)
      announce((after.italic ? words.on : words.off)(words.toolbar.italic))
    else if (blockWords(before, words) !== blockWords(after, words)) announce(blockWords(after, words))
  }

  /** A list item says itself what it is only by its sign; a subheading and a cell the browser tells of. */
  #announceList(before: Look, after: Look): void {
    const { words, announce } = this.#options
    const isSame = before.list === after.list && (after.list === null || before.indent === after.indent)
    if (!isSame && after.level === 0) announce(blockWords(after, words))
  }

  #announceFigure(sum: BudgetSum): void {
    const { words, announce } = this.#options
    announce(this.#figureWords(sum) + words.budgetFigure.source)
  }

  #figureWords(sum: BudgetSum): string {
    const { figures, words } = this.#options
    return figureWords(words, sum, figures.amount(sum))
  }

  #refusalWords({ file, why }: RefusedImage): string {
    const { words, problemWords } = this.#options
    return typeof why === 'string'
      ? words.figure[why](file.name)
      : words.figure.notUploaded(file.name, problemWords(why.fault))
  }
}
