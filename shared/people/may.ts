import type { PartyKind } from './person.ts'

export type Act = 'open' | 'write' | 'create'

/**
 * Whether somebody of a party of this kind may do this with an ansökan that is a draft. The förbund sees
 * nothing before it is submitted (domain.md 6.3, product.md): a draft that it could read would be received.
 */
export function may(party: PartyKind, act: Act): boolean {
  switch (act) {
    case 'open':
    case 'write':
    case 'create':
      return party !== 'forbund'
  }
}
