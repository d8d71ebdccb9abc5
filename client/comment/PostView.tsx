import { useState } from 'react'
import { isOwnPost } from '../../shared/comment/mayWithThread.ts'
import type { Post, Thread } from '../../shared/http/comments.ts'
import { may } from '../../shared/people/may.ts'
import { useText } from '../text/useText.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { Button } from '../ui/Button.tsx'
import { useNotices } from '../ui/notices.ts'
import { Ask } from './Ask.tsx'
import { postOf, type WaitingAct } from './acts.ts'
import { partyShortNameOf, useCommentsOnPage } from './CommentsContext.ts'
import { Composer } from './Composer.tsx'
import { editKey } from './Drafts.ts'
import { asWritten, type Named, piecesOf } from './mentions.ts'
import { PostText } from './PostText.tsx'
import { personSign } from './personSign.ts'
import styles from './ThreadCard.module.css'
import { useNameOf } from './useNameOf.ts'
import { WaitingLine } from './WaitingLine.tsx'
import { When, wholeMoment } from './When.tsx'
import { whoName } from './whoName.ts'

interface PostViewProps {
  readonly thread: Pick<Thread, 'id' | 'internalTo'>
  readonly post: Post
  readonly waiting: readonly WaitingAct[]
  /** It can be changed, and says its times to the minute. */
  readonly isOpen: boolean
  /** Whom a change of it can name. */
  readonly named: readonly Named[]
}

/** One thing said in a thread: who, when, what, and what has become of it. */
export function PostView({ thread, post, waiting, isOpen, named }: PostViewProps) {
  const { comments, drafts, me, standing, parties } = useCommentsOnPage()
  const text = useText()
  const { comments: words } = text
  const notices = useNotices()
  const nameOf = useNameOf()
  const [isEdited, setEdited] = useState(() => drafts.get(editKey(post.id)) !== null)
  const [asks, setAsks] = useState(false)
  const { by, at, editedAt, deletedAt } = post
  const party = partyShortNameOf(parties, by.partyId)
  const mine = waiting.find(({ act }) => postOf(act) === post.id)
  const mayChange = isOpen && deletedAt === null && isOwnPost(me, by) && may(standing, 'comment')
  const edits = isOpen && isEdited && mayChange

  return (
    <div className={styles.post} data-post={post.id}>
      <div className={styles.by}>
        <Avatar person={personSign(by, parties)} />
        <div className={styles.names}>
          <p className={styles.name}>
            {whoName(text, by)} <span className={styles.soft}>{party}</span>
          </p>
          <p className={styles.soft}>
            <When at={at} isWhole={isOpen} />
            {editedAt !== null && deletedAt === null && (
              <span title={words.editedAt(wholeMoment(editedAt))}> · {words.edited}</span>
            )}
          </p>
        </div>
      </div>
      {edits ? (
        <Composer
          draftKey={editKey(post.id)}
          label={words.yourComment}
          placeholder=""
          sendWord={words.save}
          start={{
            text: asWritten(post.text, piece => nameOf(piece.of, piece.id)),
            picked: piecesOf(post.text).flatMap(piece =>
              piece.is === 'mention'
                ? [{ is: piece.of, id: piece.id, partyId: '', name: nameOf(piece.of, piece.id), more: '' }]
                : [],
            ),
          }}
          namedIn={() => named}
          takesFocus
          onSend={changed => {
            setEdited(false)
            if (changed !== post.text) {
              const isInternal = thread.internalTo !== null
              comments.do({ is: 'edit', threadId: thread.id, postId: post.id, text: changed, isInternal })
            }
            notices.announce(words.savedNow)
          }}
          onClose={() => setEdited(false)}
        />
      ) : deletedAt !== null ? (
        <p className={styles.trace}>
          {words.deleted} <time dateTime={deletedAt}>{wholeMoment(deletedAt)}</time>
        </p>
      ) : (
        <PostText text={post.text} />
      )}
      {mine && <WaitingLine waiting={mine} />}
      {mayChange && !edits && (
        <div className={styles.own}>
          <Button look="quiet" onClick={() => setEdited(true)}>
            {words.edit}
          </Button>
          <Button look="quiet" onClick={() => setAsks(true)}>
            {words.remove}
          </Button>
        </div>
      )}
      {asks && (
        <Ask
          title={words.removeTitle}
          help={words.removeHelp}
          confirm={words.remove}
          onConfirm={() => {
            setAsks(false)
            comments.do({ is: 'delete', threadId: thread.id, postId: post.id })
            notices.announce(words.removedNow)
          }}
          onClose={() => setAsks(false)}
        />
      )}
    </div>
  )
}
