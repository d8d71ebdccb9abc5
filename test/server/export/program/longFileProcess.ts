import { subscribe } from 'node:diagnostics_channel'
import { FileMaker } from '../../../../server/export/FileMaker.ts'
import { asking } from '../asking.ts'

/** A server that makes a PDF which takes half a minute, and says the id of the program that does when that has it all. */
let program: { readonly pid?: number; readonly stdin: { readonly writableLength: number } } | null = null
subscribe('child_process', message => {
  if (typeof message === 'object' && message !== null && 'process' in message)
    program = message.process as typeof program
})

const note = { type: 'footnote' as const, content: [{ type: 'text' as const, text: 'x '.repeat(20_000) }] }
const content = Array.from({ length: 10 }, () => note)
const form = {
  formId: '2024',
  sections: { background: { kind: 'rich' as const, blocks: [{ type: 'paragraph' as const, content }] } },
}
const making = new FileMaker(() => {}).make(asking(), async () => ({
  is: 'pdf',
  of: {
    of: { is: 'application', formId: '2024', form, documentId: 'abc' },
    ...{ standard: 'a-2a', madeAt: '2026-11-22T10:00:00Z', pictures: new Map() },
  },
}))
const waiting = setInterval(() => {
  if (program?.pid === undefined || program.stdin.writableLength > 0) return
  clearInterval(waiting)
  console.info(program.pid)
}, 20)
await making
