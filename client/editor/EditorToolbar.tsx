import type { Command } from '@tiptap/pm/state'
import { type KeyboardEvent, useEffect, useMemo, useRef, useSyncExternalStore } from 'react'
import type { FormTemplate } from '../../shared/form/FormTemplate.ts'
import type { LiveDocument } from '../sync/LiveDocument.ts'
import { useText } from '../text/useText.ts'
import type { MenuChoice } from '../ui/MenuButton.tsx'
import { stepByKey } from '../ui/stepByKey.ts'
import { BudgetFigures } from './budgetFigures/BudgetFigures.ts'
import { figureWords, sumName } from './budgetFigures/figureWords.ts'
import { insertFootnote } from './commands/footnotes.ts'
import { toggleLook } from './commands/marks.ts'
import { indent, outdent, setLevel, toggleList } from './commands/paragraphs.ts'
import { insertTable, tableCommands } from './commands/tables.ts'
import { editorPage } from './editorPage.ts'
import { imageTypes } from './figures/imageFiles.ts'
import { Sign } from './toolbar/Sign.tsx'
import { Tool, ToolGroup } from './toolbar/Tool.tsx'
import { ToolMenu } from './toolbar/ToolMenu.tsx'
import styles from './toolbar/toolbar.module.css'
import { useUndoState } from './useUndoState.ts'

interface EditorToolbarProps {
  readonly live: LiveDocument
  readonly form: FormTemplate
  /** Begins a comment on what is selected; null for those who may not. */
  readonly onComment: (() => void) | null
}

/**
 * The page's one toolbar; it acts on the section of rich text that has focus and rests when none has. Reached
 * with Alt+F10 from the text, left with Esc; the arrow keys walk in it.
 */
export function EditorToolbar({ live, form, onComment }: EditorToolbarProps) {
  const words = useText().editor
  const { active } = editorPage(live)
  const look = useSyncExternalStore(active.subscribe, active.look)
  const { canUndo, canRedo } = useUndoState(live)
  const figures = useMemo(() => new BudgetFigures(live.doc, form), [live, form])
  const offered = useSyncExternalStore(figures.subscribe, figures.offered)
  const bar = useRef<HTMLDivElement>(null)
  const file = useRef<HTMLInputElement>(null)

  useEffect(() => active.watch(document), [active])
  useEffect(() => active.setToolbar(() => enterToolbar(bar.current)), [active])
  useEffect(() => keepOneTabStop(bar.current))

  const run = (command: Command) => () => active.editor?.run(command)
  const resting = look === null
  const inText = look !== null && !look.inFootnote && !look.inFigure
  const style = look?.level ?? 0

  return (
    <div
      ref={bar}
      className={styles.toolbar}
      role="toolbar"
      aria-label={words.toolbar.name}
      data-editor-tools=""
      onKeyDown={event => onToolbarKey(event, () => active.editor?.view.focus())}
      // The text keeps its focus, and so its selection, when a tool is pressed.
      onMouseDown={event => event.preventDefault()}
    >
      <ToolGroup>
        <ToolMenu
          label={`${words.toolbar.blockStyle}: ${words.level[style]}`}
          face={<span className={styles.style}>{words.level[style]}</span>}
          resting={!inText}
          choices={([0, 1, 2] as const).map(level => ({
            label: words.level[level],
            ...(level === 0 ? {} : { keys: `Control+Shift+${level}` }),
            chosen: look?.level === level && look.list === null,
            onChoose: run(setLevel(level === 0 ? null : level)),
          }))}
        />
      </ToolGroup>
      <ToolGroup>
        <Tool
          sign="bold"
          label={words.toolbar.bold}
          keys="Control+B"
          pressed={look?.bold ?? false}
          resting={resting}
          onPress={run(toggleLook('bold'))}
        />
        <Tool
          sign="italic"
          label={words.toolbar.italic}
          keys="Control+I"
          pressed={look?.italic ?? false}
          resting={resting}
          onPress={run(toggleLook('italic'))}
        />
        <Tool
          sign="link"
          label={words.toolbar.link}
          keys="Control+K"
          pressed={look?.inLink ?? false}
          resting={resting}
          onPress={() => active.editor?.editLink()}
        />
      </ToolGroup>
      <ToolGroup>
        <Tool
          sign="bullet"
          label={words.toolbar.bullet}
          keys="Control+Shift+8"
          pressed={look?.list === 'bullet'}
          resting={!inText}
          onPress={run(toggleList('bullet'))}
        />
        <Tool
          sign="number"
          label={words.toolbar.number}
          keys="Control+Shift+7"
          pressed={look?.list === 'number'}
          resting={!inText}
          onPress={run(toggleList('number'))}
        />
        <Tool
          sign="outdent"
          label={words.toolbar.outdent}
          keys="Control+Shift+M"
          resting={!inText || look.indent === 0}
          onPress={run(outdent)}
        />
        <Tool
          sign="indent"
          label={words.toolbar.indent}
          keys="Control+M"
          resting={!inText}
          onPress={run(indent)}
        />
      </ToolGroup>
      <ToolGroup>
        <Tool
          sign="footnote"
          label={words.toolbar.footnote}
          keys="Control+Alt+F"
          resting={!inText}
          onPress={run(insertFootnote)}
        />
        <Tool
          sign="figure"
          label={words.toolbar.figure}
          resting={resting}
          onPress={() => file.current?.click()}
        />
        <ToolMenu
          label={words.budgetFigure.insert}
          face={<Sign name="budgetFigure" />}
          resting={!inText}
          choices={offered.map(({ sum, amount }) => ({
            label: words.budgetFigure.choice(sumName(words, sum), figureWords(words, sum, amount)),
            onChoose: () => active.editor?.insertBudgetFigure(sum),
          }))}
        />
        {look?.inTable ? (
          <ToolMenu
            label={words.toolbar.table}
            face={<Sign name="table" />}
            resting={false}
            choices={(Object.keys(tableCommands) as (keyof typeof tableCommands)[]).map(
              (name): MenuChoice => ({ label: words.tables[name], onChoose: run(tableCommands[name]) }),
            )}
          />
        ) : (
          <Tool sign="table" label={words.tables.insert} resting={!inText} onPress={run(insertTable)} />
        )}
      </ToolGroup>
      {onComment !== null && (
        <ToolGroup>
          <Tool
            sign="comment"
            label={words.toolbar.comment}
            keys="Control+Alt+M"
            resting={resting}
            onPress={onComment}
          />
        </ToolGroup>
      )}
      <ToolGroup>
        <Tool
          sign="undo"
          label={words.toolbar.undo}
          keys="Control+Z"
          resting={!canUndo}
          onPress={() => (active.editor ? active.editor.undo() : live.undo.undo())}
        />
        <Tool
          sign="redo"
          label={words.toolbar.redo}
          keys="Control+Y"
          resting={!canRedo}
          onPress={() => (active.editor ? active.editor.redo() : live.undo.redo())}
        />
      </ToolGroup>
      <input
        ref={file}
        type="file"
        accept={imageTypes.join(',')}
        hidden
        onChange={event => {
          active.editor?.insertImages([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
    </div>
  )
}

function toolsIn(bar: HTMLElement | null): HTMLElement[] {
  return [...(bar?.querySelectorAll<HTMLElement>('[data-tool]') ?? [])]
}

/** Tab comes to the toolbar once: to the tool that was used last, at first to the first. */
function keepOneTabStop(bar: HTMLElement | null): void {
  const tools = toolsIn(bar)
  const stop = tools.find(tool => tool.tabIndex === 0) ?? tools[0]
  for (const tool of tools) tool.tabIndex = tool === stop ? 0 : -1
}

function enterToolbar(bar: HTMLElement | null): void {
  toolsIn(bar)
    .find(tool => tool.tabIndex === 0)
    ?.focus()
}

function onToolbarKey(event: KeyboardEvent<HTMLElement>, leave: () => void): void {
  const tools = toolsIn(event.currentTarget)
  const target = stepByKey(tools, event.key, 'ArrowLeft', 'ArrowRight')
  if (target) {
    event.preventDefault()
    for (const tool of tools) tool.tabIndex = tool === target ? 0 : -1
    target.focus()
  } else if (event.key === 'Escape') leave()
}
