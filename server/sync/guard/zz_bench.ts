import * as Y from 'yjs'
import type { RootShape } from '../../../shared/document/roots.ts'
import { GuardedDocument } from './GuardedDocument.ts'

const roots = new Map<string, RootShape>([
  ['background', { type: 'blocks' }],
  ['goals', { type: 'fields', fixed: {}, items: { text: { is: 'prose' } } }],
])
const rules = { mayWriteAs: () => true, mayTouch: () => true }
function run(label: string, paragraphs: number, n: number) {
  const server = new Y.Doc()
  const guarded = new GuardedDocument(server, roots)
  const seed = new Y.Doc()
  const f = seed.getXmlFragment('background')
  for (let i = 0; i < paragraphs; i++) {
    const p = new Y.XmlElement('paragraph')
    const t = new Y.XmlText()
    p.insert(0, [t])
    f.insert(i, [p])
    t.insert(0, 'hej '.repeat(20))
  }
  Y.applyUpdate(server, Y.encodeStateAsUpdate(seed))
  const c = new Y.Doc()
  Y.applyUpdate(c, Y.encodeStateAsUpdate(seed))
  const ups: Uint8Array[] = []
  c.on('update', u => ups.push(u))
  for (let i = 0; i < n; i++) {
    const el = c.getXmlFragment('background').get(((i / 50) | 0) % paragraphs) as Y.XmlElement
    const t = el.get(0) as Y.XmlText
    if (i % 10 === 9) t.delete(t.length - 1, 1)
    else t.insert(t.length, 'x')
  }
  let check = 0n,
    apply = 0n
  for (const u of ups) {
    const a = process.hrtime.bigint()
    const v = guarded.check(u, rules)
    const b = process.hrtime.bigint()
    if (!v.ok) throw new Error(v.refusal)
    guarded.apply(u)
    const d = process.hrtime.bigint()
    check += b - a
    apply += d - b
  }
  const plain = new Y.Doc()
  Y.applyUpdate(plain, Y.encodeStateAsUpdate(seed))
  const p0 = process.hrtime.bigint()
  for (const u of ups) Y.applyUpdate(plain, u)
  const p1 = process.hrtime.bigint()
  const d0 = process.hrtime.bigint()
  for (const u of ups) Y.decodeUpdate(u)
  const d1 = process.hrtime.bigint()
  console.log(
    label,
    'check µs',
    (Number(check) / ups.length / 1000).toFixed(2),
    'apply µs',
    (Number(apply) / ups.length / 1000).toFixed(2),
    'plain apply',
    (Number(p1 - p0) / ups.length / 1000).toFixed(2),
    'Y.decodeUpdate',
    (Number(d1 - d0) / ups.length / 1000).toFixed(2),
  )
  const full = Y.encodeStateAsUpdate(c)
  const a = process.hrtime.bigint()
  const v = guarded.check(full, rules)
  console.log(
    '  whole state',
    full.length,
    'bytes, all known',
    v.ok && v.nothingNew,
    Number(process.hrtime.bigint() - a) / 1e6,
    'ms',
  )
}
run('warm', 300, 20000)
run('300 paragraphs', 300, 20000)
run('300 paragraphs', 300, 20000)
