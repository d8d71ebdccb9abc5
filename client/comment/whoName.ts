import type { Who } from '../../shared/http/comments.ts'
import { personName } from '../text/personName.ts'
import type { Text } from '../text/text.ts'

/** Whoever said something, by her name; of guests it says that they are. */
export function whoName(text: Text, { name, isGuest }: Who): string {
  return personName(text, isGuest ? { name, isGuest } : { name })
}
