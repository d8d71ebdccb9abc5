import * as Y from 'yjs'
import * as encoding from 'lib0/encoding'
import { GuardedDocument } from './GuardedDocument.ts'
import type { RootShape } from '../../../shared/document/roots.ts'
const roots = new Map<string, RootShape>([['background', { type: 'blocks' }]])
const rules = { mayWriteAs: () => true, mayTouch: () => true }
function craft(n: number, clients: number[]) {
  const e = encoding.createEncoder()
  encoding.writeVarUint(e, clients.length)
  for (const c of clients) {
    encoding.writeVarUint(e, n); encoding.writeVarUint(e, c); encoding.writeVarUint(e, 0)
    for (let i = 0; i < n; i++) {
      encoding.writeUint8(e, 4); encoding.writeVarUint(e, 0); encoding.writeVarUint(e, 7); encoding.writeVarUint(e, 1); encoding.writeVarString(e, 'x')
    }
  }
  encoding.writeVarUint(e, 0)
  return encoding.toUint8Array(e)
}
const t = () => Number(process.hrtime.bigint()) / 1e6
for (const n of [1000, 2000, 4000, 8000]) {
  const doc = new Y.Doc(); const g = new GuardedDocument(doc, roots)
  const seed = new Y.Doc(); seed.clientID = 7; const p = new Y.XmlElement('paragraph'); p.insert(0, [new Y.XmlText()]); seed.getXmlFragment('background').insert(0, [p])
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(seed))
  const u0 = craft(n, [1]); g.check(u0, rules); g.apply(u0); const u = craft(n, [2]); const a = t(); const v = g.check(u, rules); const b = t(); if (v.ok) g.apply(u); const c = t()
  console.log(n, u.length, 'bytes', v.ok, 'check', (b - a).toFixed(1), 'apply', (c - b).toFixed(0), 'ms')
}
