import * as Y from 'yjs'
import * as encoding from 'lib0/encoding'
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { GuardedDocument } from './GuardedDocument.ts'
import type { RootShape } from '../../../shared/document/roots.ts'
const roots = new Map<string, RootShape>([['background', { type: 'blocks' }]])
const rules = { mayWriteAs: () => true, mayTouch: () => true }
const t = () => Number(process.hrtime.bigint()) / 1e6
function house() {
  const doc = new Y.Doc(); const g = new GuardedDocument(doc, roots)
  const seed = new Y.Doc(); seed.clientID = 7; const p = new Y.XmlElement('paragraph'); p.insert(0, [new Y.XmlText('hej')]); seed.getXmlFragment('background').insert(0, [p])
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(seed)); return { doc, g, state: Y.encodeStateAsUpdate(seed) }
}
const textOf = (d: Y.Doc) => (d.getXmlFragment('background').get(0) as Y.XmlElement).get(0) as Y.XmlText
function take(h: ReturnType<typeof house>, name: string, u: Uint8Array, apply = true) {
  const a = t(); const v = h.g.check(u, rules); const b = t(); if (v.ok && apply) h.g.apply(u); console.log(name, u.length, 'bytes', v.ok ? 'ok' : v.refusal, 'check', (b - a).toFixed(1), 'ms apply', (t() - b).toFixed(1))
}
// trace
const trace = JSON.parse(gunzipSync(readFileSync('/work/shared/traces/automerge-paper.json.gz')).toString())
{
  const h = house(); const c = new Y.Doc({ gc: false }); Y.applyUpdate(c, h.state)
  const ups: Uint8Array[] = []; c.on('update', u => ups.push(u))
  const txt = textOf(c)
  for (const txn of trace.txns.slice(0, 260000)) for (const [pos, del, ins] of txn.patches) { if (del) txt.delete(pos + 0, del); if (ins) txt.insert(pos, ins) }
  take(h, 'whole trace as one update', Y.encodeStateAsUpdate(c))
  const h2 = house(); let ck = 0, ap = 0, bad = 0
  for (const u of ups) { const a = t(); const v = h2.g.check(u, rules); const b = t(); if (!v.ok) { bad++; continue } h2.g.apply(u, 'update'); ck += b - a; ap += t() - b }
  console.log('trace one by one', ups.length, 'refused', bad, 'check µs', (ck / ups.length * 1000).toFixed(2), 'apply µs', (ap / ups.length * 1000).toFixed(2))
}
{
  const h = house(); const make = (id: number) => { const d = new Y.Doc(); d.clientID = id; Y.applyUpdate(d, h.state); const x = textOf(d); let at = 0; for (let i = 0; i < 30000; i++) { if (i % 7 === 0) at = Math.floor(Math.random() * x.length); if (i % 5 === 4 && x.length > at + 1) x.delete(at, 1); else { x.insert(Math.min(at, x.length), 'x'); at++ } } return Y.encodeStateAsUpdate(d, Y.encodeStateVector(h.doc)) }
  const [a, b, c] = [make(50), make(20), make(90)]
  take(h, 'offline A', a); take(h, 'offline B', b); take(h, 'offline C', c)
}
{
  // prepend paragraphs, concurrently
  const h = house(); const make = (id: number, front: boolean) => { const d = new Y.Doc(); d.clientID = id; Y.applyUpdate(d, h.state); const f = d.getXmlFragment('background'); for (let i = 0; i < 3000; i++) { const p = new Y.XmlElement('paragraph'); p.insert(0, [new Y.XmlText('abc')]); f.insert(front ? 0 : f.length, [p]) } return Y.encodeStateAsUpdate(d, Y.encodeStateVector(h.doc)) }
  const us = [make(50, true), make(20, true), make(90, true), make(51  ), make(21  ), make(91  )]
  us.forEach((u, i) => take(h, `3000 paragraphs each ${i}`, u))
}
function raw(write: (e: encoding.Encoder) => void) { const e = encoding.createEncoder(); write(e); return encoding.toUint8Array(e) }
const N = 100_000
take(house(), 'a million collected', raw(e => { encoding.writeVarUint(e, 1); encoding.writeVarUint(e, N); encoding.writeVarUint(e, 5); encoding.writeVarUint(e, 0); for (let i = 0; i < N; i++) { encoding.writeUint8(e, 0); encoding.writeUint8(e, 1) } encoding.writeUint8(e, 0) })  )
take(house(), 'chain of 190000', raw(e => { const n = 100000; encoding.writeVarUint(e, 1); encoding.writeVarUint(e, n); encoding.writeVarUint(e, 5); encoding.writeVarUint(e, 0); for (let i = 0; i < n; i++) { if (i === 0) { encoding.writeUint8(e, 4); encoding.writeVarUint(e, 0); encoding.writeVarUint(e, 7); encoding.writeVarUint(e, 1) } else { encoding.writeUint8(e, 0x84); encoding.writeVarUint(e, 5); encoding.writeVarUint(e, i - 1) } encoding.writeVarString(e, 'x') } encoding.writeUint8(e, 0) }))
take(house(), 'a million deletes', raw(e => { encoding.writeVarUint(e, 0); encoding.writeVarUint(e, 1); encoding.writeVarUint(e, 7); encoding.writeVarUint(e, N / 2); for (let i = 0; i < N / 2; i++) { encoding.writeVarUint(e, i * 2); encoding.writeVarUint(e, 1) } })  )
take(house(), '600000 sections', raw(e => { const n = 100000; encoding.writeVarUint(e, n); for (let i = 0; i < n; i++) { encoding.writeVarUint(e, 1); encoding.writeVarUint(e, i + 10); encoding.writeVarUint(e, 0); encoding.writeUint8(e, 0); encoding.writeUint8(e, 1) } encoding.writeUint8(e, 0) })  )
