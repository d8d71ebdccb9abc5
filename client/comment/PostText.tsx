import { useText } from '../text/useText.ts'
import { piecesOf } from './mentions.ts'
import styles from './ThreadCard.module.css'
import { useNameOf } from './useNameOf.ts'

/** What was said, with its mentions by the names of now. */
export function PostText({ text }: { readonly text: string }) {
  const { comments: words } = useText()
  const nameOf = useNameOf()
  return (
    <p className={styles.words}>
      {piecesOf(text).map((piece, at) =>
        piece.is === 'words' ? (
          piece.text
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces are drawn anew as a whole
          <span key={at} className={styles.mention}>
            {words.mention(nameOf(piece.of, piece.id))}
          </span>
        ),
      )}
    </p>
  )
}
