import type { Text } from './text.ts'

interface Named {
  readonly name: string
  readonly isGuest?: boolean
}

/** A person's name as others see it: of guests, who choose their own, it says that they are. */
export function personName({ people }: Text, { name, isGuest }: Named): string {
  return isGuest ? people.guestName(name) : name
}
