import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { partyCount, rowCount } from './budgetForm.ts'

const script = `
const cells = [...document.querySelectorAll('input')]
const amount = cell => Number(cell.value.replace(/\\D/g, '')) || 0
const write = (sum, of) => { sum.textContent = new Intl.NumberFormat('sv-SE').format(of) }
function commit(cell) {
  const row = cell.closest('tr')
  const column = cell.dataset.field.split('.')[0]
  const add = (sum, other) => sum + amount(other)
  write(row.querySelector('[data-is]'), [...row.querySelectorAll('input')].reduce(add, 0))
  write(document.getElementById(column), cells.filter(one => one.dataset.field.startsWith(column + '.')).reduce(add, 0))
  write(document.getElementById('all'), cells.reduce(add, 0))
}
document.addEventListener('change', event => commit(event.target))
document.addEventListener('keydown', event => {
  if (event.key !== 'Enter') return
  const next = cells[cells.indexOf(event.target) + ${partyCount}]
  next.focus()
  next.select()
})
document.addEventListener('click', event => event.target.select?.())
`

/** The floor: as many plain input boxes in a plain table with their sums, which nobody saves and no colleague sees. */
export async function startPlainGrid(): Promise<{ readonly origin: string; stop(): Promise<void> }> {
  const columns = Array.from({ length: partyCount }, (_, index) => (index === 0 ? 'owner' : `part${index}`))
  const row = (nth: number) => {
    const inputs = columns.map(key => `<td><input data-field="${key}.${nth}" value="100000"></td>`).join('')
    return `<tr role="row"><th>Rad ${nth}</th>${inputs}<td data-is="computed">600 000</td></tr>`
  }
  const rows = Array.from({ length: rowCount }, (_, nth) => row(nth)).join('')
  const sums = columns.map(key => `<td id="${key}">0</td>`).join('')
  const page = `<!doctype html><html lang="sv"><meta charset="utf-8"><title>Plain</title>
<style>table { table-layout: fixed; width: 1100px } td, th { border: 1px solid #999; padding: 2px } input { width: 100%; box-sizing: border-box; text-align: right; border: 0 }</style>
<table><tbody>${rows}<tr><th>Summa</th>${sums}<td id="all">0</td></tr></tbody></table><script>${script}</script></html>`
  const server = createServer((_, answer) => {
    answer.setHeader('content-type', 'text/html; charset=utf-8')
    answer.end(page)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    stop: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
