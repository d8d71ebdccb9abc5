import type { Text } from '../../text/text.ts'

/** What a root of a draft is called on the page; null when there is none of that name. */
export function partName({ reply: words }: Text, root: string): string | null {
  switch (root) {
    case 'stance':
      return words.stance
    case 'summary':
      return words.summary
    case 'remarks':
      return words.remarks
    case 'attachments':
      return words.attachments
    default:
      return null
  }
}
