/** An organisation (*part*) that takes part in an ansökan, or the förbund that receives it. */
export interface Party {
  /** Stable id: lower-case letters, digits and hyphens. */
  readonly id: string
  readonly name: string
  /** Short name for carets and lists, e.g. `AF`. */
  readonly shortName: string
  readonly kind: PartyKind
  /** Which of the six party colours of the style sheet; never the only sign of a party. */
  readonly colour: PartyColour
}

export type PartyKind = 'kommun' | 'arbetsformedlingen' | 'forsakringskassan' | 'region' | 'forbund'
export type PartyColour = 1 | 2 | 3 | 4 | 5 | 6

/** A person, who always acts for one party. */
export interface Person {
  readonly id: string
  readonly name: string
  /** Title in her organisation, e.g. `processledare`. */
  readonly title: string
  readonly partyId: string
  /** Came by a guest link, and has said herself what she is called; absent for all others. */
  readonly isGuest?: true
}
