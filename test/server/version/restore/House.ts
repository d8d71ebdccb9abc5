import * as Y from 'yjs'
import { newDocument } from '../../../../server/document/newDocument.ts'
import { changeOnCopy } from '../../../../server/sync/onCopy.ts'
import { writeForm } from '../../../../server/version/restore/writeForm.ts'
import type { FilledForm } from '../../../../shared/document/filledForm.ts'
import { commentKey } from '../../../../shared/document/nodes/commentKey.ts'
import { readDocument } from '../../../../shared/document/readDocument.ts'
import { form2024 } from '../../../../shared/form/forms/2024/form.ts'
import { withoutComments } from '../../../../shared/version/canonicalForm.ts'

/** A document in its house: what the program writes is made on a copy, and comes to everybody as an update. */
export class House {
  readonly doc: Y.Doc
  /** Somebody who reads along. */
  readonly reader: Y.Doc
  #made = 0

  constructor(sections: Partial<FilledForm['sections']>) {
    const { update } = newDocument(form2024, sections)
    this.doc = loaded(update)
    this.reader = loaded(update)
  }

  /** Gives what it took; null when it took nothing. */
  bringBack(target: FilledForm): Uint8Array | null {
    const newKey = () => {
      this.#made += 1
      return `ny${this.#made}`
    }
    const { update } = changeOnCopy(Y.encodeStateAsUpdate(this.doc), 7, doc =>
      writeForm(doc, form2024, target, newKey),
    )
    if (update) this.#tell(update)
    return update
  }

  /** Somebody changes the document. */
  type(change: (doc: Y.Doc) => void): void {
    const typist = loaded(Y.encodeStateAsUpdate(this.doc))
    const updates: Uint8Array[] = []
    typist.on('update', update => updates.push(update))
    typist.transact(() => change(typist))
    for (const update of updates) this.#tell(update)
  }

  /** What it says now. */
  read(): FilledForm {
    return withoutComments(readDocument(this.doc, form2024))
  }

  #tell(update: Uint8Array): void {
    for (const doc of [this.doc, this.reader]) Y.applyUpdate(doc, update)
  }
}

export function loaded(update: Uint8Array): Y.Doc {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, update)
  return doc
}

/** A form as a document says it. */
export function asRead({ sections }: FilledForm): FilledForm {
  return readDocument(loaded(newDocument(form2024, sections).update), form2024)
}

/** Marks words for a thread, as a comment does. */
export function mark(text: Y.XmlText, at: number, length: number, thread: string): void {
  text.format(at, length, { [commentKey(thread)]: { thread } })
}

/** The texts in a part of a document, in order. */
export function textsIn(parent: Y.XmlFragment): Y.XmlText[] {
  return parent.toArray().flatMap(child => {
    if (child instanceof Y.XmlText) return [child]
    return child instanceof Y.XmlElement ? textsIn(child) : []
  })
}
