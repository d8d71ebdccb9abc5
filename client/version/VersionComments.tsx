import type { FormTemplate } from '../../shared/form/FormTemplate.ts'
import type { Post, Thread } from '../../shared/http/comments.ts'
import type { Party } from '../../shared/people/person.ts'
import { asWritten } from '../comment/mentions.ts'
import { placeWords } from '../comment/placeWords.ts'
import { useText } from '../text/useText.ts'
import styles from './version.module.css'
import { whoWords } from './versionWords.ts'

export const threadCardId = (threadId: string): string => `then-${threadId}`

interface VersionCommentsProps {
  readonly form: FormTemplate
  readonly threads: readonly Thread[]
  readonly parties: readonly Party[]
}

/** What was said beside the text when a version was made, in the order of the form. To be read only. */
export function VersionComments({ form, threads, parties }: VersionCommentsProps) {
  const { versions: words } = useText()
  const order = new Map(form.sections.map(({ key }, at) => [key, at]))
  const placeOf = ({ place }: Thread) => order.get(place.section) ?? order.size
  const sorted = [...threads].sort((one, other) => placeOf(one) - placeOf(other))
  return (
    <section aria-labelledby="comments-then" className={styles.comments}>
      <h2 id="comments-then">{words.commentsThen}</h2>
      {sorted.length === 0 && <p className={styles.soft}>{words.noComments}</p>}
      <ol>
        {sorted.map(thread => (
          <li key={thread.id}>
            <ThreadThen thread={thread} form={form} threads={threads} parties={parties} />
          </li>
        ))}
      </ol>
    </section>
  )
}

interface ThreadThenProps extends VersionCommentsProps {
  readonly thread: Thread
}

function ThreadThen({ thread, form, threads, parties }: ThreadThenProps) {
  const text = useText()
  const { versions: words } = text
  const [first, ...answers] = thread.posts
  if (!first) return null
  const signs = [
    thread.internalTo === null ? '' : words.onlyPartyThen(partyName(parties, thread.internalTo)),
    thread.isMaterial ? words.materialThen : '',
    thread.resolved === null ? '' : words.resolvedThen,
  ].filter(sign => sign !== '')
  return (
    <article
      id={threadCardId(thread.id)}
      tabIndex={-1}
      className={styles.thread}
      aria-label={words.commentSaid(whoWords(text, first.by, parties))}
    >
      {signs.length > 0 && <p className={styles.soft}>{signs.join(' · ')}</p>}
      <p className={styles.quote}>
        <span className="sr-only">{words.commentAbout} </span>
        {placeWords(text, form, thread.place, null)}
      </p>
      <PostThen post={first} threads={threads} parties={parties} />
      {answers.length > 0 && (
        <ul aria-label={words.answers} className={styles.answers}>
          {answers.map(post => (
            <li key={post.id}>
              <PostThen post={post} threads={threads} parties={parties} />
            </li>
          ))}
        </ul>
      )}
    </article>
  )
}

interface PostThenProps {
  readonly post: Post
  readonly threads: readonly Thread[]
  readonly parties: readonly Party[]
}

function PostThen({ post, threads, parties }: PostThenProps) {
  const text = useText()
  const { versions: words } = text
  const nameOf = ({ of, id }: { readonly of: 'person' | 'party'; readonly id: string }) =>
    of === 'party' ? partyName(parties, id) : (personIn(threads, id) ?? words.somebodyElse)
  return (
    <div className={styles.post}>
      <p>
        <strong>{whoWords(text, post.by, parties)}</strong>{' '}
        <time dateTime={post.at} className={styles.soft}>
          {words.moment(post.at)}
        </time>
      </p>
      {post.deletedAt === null ? (
        <p className={styles.said}>{asWritten(post.text, nameOf)}</p>
      ) : (
        <p className={styles.soft}>{words.deletedThen}</p>
      )}
    </div>
  )
}

function partyName(parties: readonly Party[], partyId: string): string {
  return parties.find(({ id }) => id === partyId)?.name ?? partyId
}

/** The name of somebody who has said something here. */
function personIn(threads: readonly Thread[], personId: string): string | undefined {
  for (const { posts } of threads) for (const { by } of posts) if (by.personId === personId) return by.name
  return undefined
}
