import type { PartyColour } from '../people/person.ts'

/**
 * What everybody sees of a connected person. `person` is written by the server from the session, whatever the
 * client sent; the rest is the client's own.
 */
export interface Presence {
  readonly person: PresentPerson
  readonly place: Place | null
}

export interface PresentPerson {
  readonly id: string
  readonly name: string
  readonly partyId: string
  readonly partyName: string
  readonly partyShortName: string
  readonly colour: PartyColour
  /** Has said herself what she is called; absent for those whom the program knows. */
  readonly isGuest?: true
}

/** Where in the document somebody is. */
export interface Place {
  /** Key of the section. */
  readonly section: string
  /** Structured sections: the path of the field in its root, e.g. `value` or `k3f9/organisation`. */
  readonly field?: string
  /** Rich sections: the selection as Yjs relative positions in JSON. */
  readonly anchor?: unknown
  readonly head?: unknown
}
