import type * as Y from 'yjs'
import type { Container } from './Container.ts'
import type { Struct } from './readUpdate.ts'

/** A struct of an update that the document does not have yet, or not all of. */
export class NewStruct {
  readonly struct: Struct
  /** Where it will stand; null when that place has been collected, and Yjs will make nothing of it. */
  readonly parent: Parent | null
  readonly key: string | null
  /** Set for a type that can be written in. */
  readonly container: Container | null

  constructor(struct: Struct, parent: Parent | null, key: string | null, container: Container | null) {
    this.struct = struct
    this.parent = parent
    this.key = key
    this.container = container
  }
}

/** A type that an element stands in: one of the document's, or one that the update makes. */
export type Parent = Y.AbstractType<unknown> | NewStruct

/** What an id refers to. */
export type Neighbour = Y.Item | Y.GC | NewStruct
