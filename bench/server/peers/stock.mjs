/** What the peers' programs share: where their documents are laid, and how they say that they listen. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The state of a document that has been laid in a folder as `‹name›.bin`; null when there is none. */
export function laidDocument(folder, name) {
  const file = join(folder, `${name}.bin`)
  return existsSync(file) ? readFileSync(file) : null
}

/** Listens on a free port of this machine and says which. */
export function listen(server) {
  server.listen(0, '127.0.0.1', () => console.log(`http://localhost:${server.address().port}`))
}
