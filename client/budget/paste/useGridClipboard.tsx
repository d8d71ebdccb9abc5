import { type ReactNode, useCallback, useMemo, useState } from 'react'
import { parseHtml } from '../../editor/paste/htmlTree.ts'
import { useForm } from '../../form/FormContext.ts'
import { useText } from '../../text/useText.ts'
import { useNotices } from '../../ui/notices.ts'
import { copyCells } from '../copy/copyCells.ts'
import type { GridClipboard, OnGrid } from '../grid/GridContext.ts'
import { PasteReport } from './PasteReport.tsx'
import { type PastedReport, reportOf } from './pastedReport.ts'
import { planPaste } from './planPaste.ts'
import { type PastedBlock, readBlock, readPasted } from './readBlock.ts'

/**
 * Copy and paste of a grid, as in a spreadsheet. What is pasted is written as one step of undo. Whatever of it is not
 * taken, or is reckoned out of another unit, is listed; the report is to be drawn beside the grid.
 */
export function useGridClipboard(): { readonly clipboard: GridClipboard; readonly report: ReactNode } {
  const { budget } = useText()
  const { open } = useForm()
  const { toast } = useNotices()
  const [report, setReport] = useState<PastedReport | null>(null)
  const undo = open?.live.undo ?? null

  const pasteBlock = useCallback(
    (grid: OnGrid, block: PastedBlock) => {
      const { model, store } = grid
      const plan = planPaste(model.sheet, model.marked(), block, {
        value: path => store.value(path),
        whyNot: path => grid.whyNot(path),
      })
      undo?.stopCapturing()
      const written = grid.write(plan.edits).length
      undo?.stopCapturing()
      const made = reportOf(plan, block.unit, written, store.view())
      if (made.isPlain) toast(budget.paste.done(written))
      else setReport(made)
    },
    [undo, toast, budget],
  )

  const clipboard = useMemo<GridClipboard>(
    () => ({
      copy: ({ model, store }, data) => {
        const { text, html } = copyCells(model.sheet, model.marked(), store)
        data.setData('text/plain', text)
        data.setData('text/html', html)
      },
      paste: (grid, data) => {
        const html = data.getData('text/html')
        const block = readBlock({
          text: data.getData('text/plain'),
          html: html === '' ? null : parseHtml(html),
        })
        if (block === 'tooMuch') toast(budget.paste.tooMuch)
        else if (!pasteOne(grid, block)) pasteBlock(grid, block)
      },
    }),
    [pasteBlock, toast, budget],
  )

  return {
    clipboard,
    report: report !== null && (
      <PasteReport report={report} onUndo={() => undo?.undo()} onClose={() => setReport(null)} />
    ),
  }
}

/** One cell into one is as if it were typed: what there is to say of it stands at the cell. False for anything more. */
function pasteOne(grid: OnGrid, { rows, unit }: PastedBlock): boolean {
  const { model, states } = grid
  const [[only] = [], ...others] = rows
  const cell = model.selection() === null ? model.places.cellAt(model.active) : null
  if (!only || others.length > 0 || rows[0]?.length !== 1 || cell?.is !== 'value' || states === null)
    return false
  const why = grid.whyNot(cell.path)
  const reading = readPasted(only, cell.format, unit)
  if (why !== null) states.refuse(cell.path, why)
  else if ('value' in reading && !reading.converted) grid.write([{ path: cell.path, value: reading.value }])
  else {
    states.type(cell.path, only.text, cell.format)
    states.finish(cell.path)
  }
  return true
}
