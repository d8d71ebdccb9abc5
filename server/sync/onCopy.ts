import * as Y from 'yjs'

/**
 * Makes `change` on a copy of a document, under a client id of the program. So what goes wrong with it leaves the
 * document alone, and what comes of it can be checked like any update; null when it wrote nothing. Throws what `change`
 * throws.
 */
export function changeOnCopy<T>(
  state: Uint8Array,
  clientId: number,
  change: (doc: Y.Doc) => T,
): { readonly value: T; readonly update: Uint8Array | null } {
  const copy = new Y.Doc()
  // Yjs would tidy up redundant formats as it reads them: the document itself has them still.
  copy.on('afterTransaction', transaction => {
    transaction._needFormattingCleanup = false
  })
  Y.applyUpdate(copy, state)
  // Not before: Yjs takes another when it reads what was written under its own.
  copy.clientID = clientId
  const updates: Uint8Array[] = []
  copy.on('update', (update: Uint8Array) => updates.push(update))
  const value = copy.transact(() => change(copy))
  copy.destroy()
  const [update = null] = updates
  return { value, update }
}
