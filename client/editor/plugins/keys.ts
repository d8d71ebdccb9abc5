import { chainCommands, deleteSelection, selectAll } from '@tiptap/pm/commands'
import { undoInputRule } from '@tiptap/pm/inputrules'
import { keydownHandler } from '@tiptap/pm/keymap'
import { type Command, Plugin } from '@tiptap/pm/state'
import { deleteBudgetFigure, stepBudgetFigure } from '../commands/budgetFigures.ts'
import { joinParagraphs, meetBlock, removeLook } from '../commands/deleting.ts'
import { enter, leaveBlock } from '../commands/enter.ts'
import { deleteAtFootnote, insertFootnote, leaveFootnote, stepFootnote } from '../commands/footnotes.ts'
import { toggleLook } from '../commands/marks.ts'
import { indent, inList, outdent, setLevel, toggleList } from '../commands/paragraphs.ts'
import { stepCell } from '../commands/tables.ts'

/** What keys do beyond the text of the section. */
export interface KeyActions {
  /** Runs a command and says aloud what it changed. */
  run(command: Command): boolean
  undo(): void
  redo(): void
  editLink(): void
  focusToolbar(): void
}

/**
 * The keys of the editor, as in Word and Google Docs. Ctrl+Alt and a digit types a character on a Swedish
 * keyboard (Ctrl+Alt+2 is @), so the subheadings have Ctrl+Shift too.
 *
 * Tab moves in lists and tables and leaves the editor everywhere else; after Esc it leaves those too, so that
 * nobody is caught in them.
 */
export function keys(actions: KeyActions): Plugin {
  let tabLeaves = false
  const act =
    (command: Command): Command =>
    () =>
      actions.run(command)
  const doing =
    (action: () => void): Command =>
    () => {
      action()
      return true
    }
  const backspace = chainCommands(
    undoInputRule,
    deleteSelection,
    deleteAtFootnote(-1),
    deleteBudgetFigure(-1),
    removeLook,
    joinParagraphs(-1),
    meetBlock(-1),
  )
  const del = chainCommands(
    deleteSelection,
    deleteAtFootnote(1),
    deleteBudgetFigure(1),
    joinParagraphs(1),
    meetBlock(1),
  )
  const step = (direction: -1 | 1, extend: boolean) =>
    chainCommands(stepFootnote(direction, extend), stepBudgetFigure(direction, extend))
  const unlessLeaving =
    (command: Command): Command =>
    (state, dispatch, view) =>
      !tabLeaves && command(state, dispatch, view)

  const handle = keydownHandler({
    Enter: enter,
    'Shift-Enter': enter,
    'Mod-Enter': leaveBlock,
    Backspace: backspace,
    'Shift-Backspace': backspace,
    'Mod-Backspace': backspace,
    Delete: del,
    'Mod-Delete': del,
    'Mod-a': selectAll,
    ArrowLeft: step(-1, false),
    ArrowRight: step(1, false),
    'Shift-ArrowLeft': step(-1, true),
    'Shift-ArrowRight': step(1, true),
    Tab: unlessLeaving(chainCommands(stepCell(1), inList(chainCommands(act(indent), () => true)))),
    'Shift-Tab': unlessLeaving(chainCommands(stepCell(-1), inList(act(outdent)))),
    'Mod-]': act(indent),
    'Mod-[': act(outdent),
    'Mod-m': act(indent),
    'Mod-Shift-m': act(outdent),
    'Mod-b': act(toggleLook('bold')),
    'Mod-i': act(toggleLook('italic')),
    'Mod-Alt-0': act(setLevel(null)),
    'Mod-Alt-1': act(setLevel(1)),
    'Mod-Alt-2': act(setLevel(2)),
    'Mod-Shift-1': act(setLevel(1)),
    'Mod-Shift-2': act(setLevel(2)),
    'Mod-Shift-7': act(toggleList('number')),
    'Mod-Shift-8': act(toggleList('bullet')),
    'Mod-Alt-f': act(insertFootnote),
    'Mod-k': doing(actions.editLink),
    'Mod-z': doing(actions.undo),
    'Mod-y': doing(actions.redo),
    'Mod-Shift-z': doing(actions.redo),
    'Alt-F10': doing(actions.focusToolbar),
    Escape: (state, dispatch) => {
      tabLeaves = true
      return leaveFootnote(state, dispatch)
    },
  })

  return new Plugin({
    props: {
      handleKeyDown: (view, event) => {
        const handled = handle(view, event)
        const leaving = event.key === 'Escape' || event.key === 'Tab' || event.key === 'Shift'
        if (!leaving) tabLeaves = false
        return handled
      },
      handleDOMEvents: {
        blur: () => {
          tabLeaves = false
        },
        // The same from the browser's own menus.
        beforeinput: (_view, event) => {
          const fromMenu: Readonly<Record<string, () => unknown>> = {
            historyUndo: actions.undo,
            historyRedo: actions.redo,
            formatBold: () => actions.run(toggleLook('bold')),
            formatItalic: () => actions.run(toggleLook('italic')),
          }
          const action = fromMenu[event.inputType]
          if (action === undefined) return false
          event.preventDefault()
          action()
          return true
        },
      },
    },
  })
}
