import { useText } from '../../text/useText.ts'
import { shortened } from './changeWords.ts'
import { useDrawing } from './Drawing.ts'
import { Tag } from './Mark.tsx'

const namedLetters = 40

/** Where what stands here now came from. */
export function MovedTag({ change }: { readonly change: number }) {
  const { changeOf } = useDrawing()
  const { versions: words } = useText()
  const what = changeOf(change)?.what
  if (what?.is !== 'moved') return null
  const where =
    what.wasBefore === null
      ? words.movedFromEnd
      : what.wasBefore.trim() === ''
        ? ''
        : words.movedFromBefore(shortened(what.wasBefore, namedLetters))
  return <Tag>{words.movedHere(what.count, where)}</Tag>
}
