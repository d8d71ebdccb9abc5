import { memo, useSyncExternalStore } from 'react'
import { mayWithThread } from '../../shared/comment/mayWithThread.ts'
import { useText } from '../text/useText.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { useNotices } from '../ui/notices.ts'
import type { Entry } from './acts.ts'
import { partyNameOf, useCommentsOnPage } from './CommentsContext.ts'
import { Composer } from './Composer.tsx'
import { cardId } from './Desk.ts'
import { answerKey } from './Drafts.ts'
import { namesFor } from './mentions.ts'
import { newId } from './newId.ts'
import { PostView } from './PostView.tsx'
import { isInRow, placeWords } from './placeWords.ts'
import { ThreadActions } from './ThreadActions.tsx'
import styles from './ThreadCard.module.css'
import { useNameOf } from './useNameOf.ts'
import { WaitingLine } from './WaitingLine.tsx'
import { wholeMoment } from './When.tsx'
import { whoName } from './whoName.ts'

interface ThreadCardProps {
  readonly entry: Entry
  readonly isSelected: boolean
  /** Tab comes to it; to the others the arrows do. */
  readonly isStop: boolean
  /** It stands away from its words, and says which they are. */
  readonly saysWhere: boolean
}

/** A thread: folded to its beginning, or, when it is selected, whole and to be answered. */
export const ThreadCard = memo(function ThreadCard(props: ThreadCardProps) {
  const { entry, isSelected, isStop, saysWhere } = props
  const { thread, waiting } = entry
  const onPage = useCommentsOnPage()
  const { comments, desk, drafts, form, budget, me, standing, parties, named } = onPage
  const text = useText()
  const { comments: words } = text
  const notices = useNotices()
  const nameOf = useNameOf()
  const hasDraft = useSyncExternalStore(drafts.subscribe, () => drafts.get(answerKey(thread.id)) !== null)
  const { posts, internalTo, resolved, released, assignee, place } = thread
  const [first, ...answers] = posts
  if (!first) return null
  const isAway = saysWhere || isInRow(form, place)
  const party = partyNameOf(parties, first.by.partyId)
  const startedBy = first.by
  const mayAnswer = mayWithThread(standing, me, { internalTo, startedBy }, 'answer')
  const namedHere = namesFor(named, internalTo)
  const shownAnswers = isSelected ? answers : []
  const changed = waiting.find(({ act }) => act.is === 'change')
  const label =
    answers.length === 0
      ? words.said(whoName(text, first.by), party)
      : words.saidFolded(whoName(text, first.by), party, answers.length)

  return (
    // A comment can be reached and read as a whole; what can be done with it are the buttons inside.
    <div
      id={cardId(thread.id)}
      role="comment"
      aria-label={label}
      className={styles.card}
      data-thread-card={thread.id}
      data-selected={isSelected || undefined}
      data-internal={internalTo === null ? undefined : ''}
      data-resolved={resolved === null ? undefined : ''}
      tabIndex={isStop ? 0 : -1}
      onFocus={() => desk.set({ selected: thread.id })}
    >
      {(internalTo !== null || thread.isMaterial) && (
        <p className={styles.signs}>
          {internalTo !== null && (
            <span>
              <Icon name="lock" />
              {words.onlyParty(partyNameOf(parties, internalTo))}
            </span>
          )}
          {thread.isMaterial && <span className={styles.material}>{words.isMaterial}</span>}
        </p>
      )}
      {(isAway || resolved !== null) && (
        <p className={styles.quote}>
          <span className="sr-only">{words.quote} </span>
          {placeWords(text, form, place, budget())}
        </p>
      )}
      <div className={isSelected ? styles.whole : styles.folded}>
        <PostView thread={thread} post={first} waiting={waiting} isOpen={isSelected} named={namedHere} />
        {shownAnswers.length > 0 && (
          <ul className={styles.answers}>
            {shownAnswers.map(post => (
              <li key={post.id}>
                <PostView thread={thread} post={post} waiting={waiting} isOpen named={namedHere} />
              </li>
            ))}
          </ul>
        )}
      </div>
      {!isSelected && hasDraft && <p className={styles.draft}>{words.keptDraft}</p>}
      {!isSelected && answers.length > 0 && (
        <p className={styles.soft}>{words.moreAnswers(answers.length)}</p>
      )}
      {assignee !== null && (
        <p className={styles.waits}>
          {words.waitsFor(
            assignee.is === 'party' ? nameOf('party', assignee.partyId) : nameOf('person', assignee.personId),
          )}
        </p>
      )}
      {resolved !== null && (
        <p className={styles.soft}>
          {words.resolvedBy(whoName(text, resolved.by), partyNameOf(parties, resolved.by.partyId))}{' '}
          <time dateTime={resolved.at}>{wholeMoment(resolved.at)}</time>
        </p>
      )}
      {isSelected && released !== null && (
        <p className={styles.soft}>
          {words.releasedBy(whoName(text, released.by), partyNameOf(parties, released.by.partyId))}{' '}
          <time dateTime={released.at}>{wholeMoment(released.at)}</time>
        </p>
      )}
      {isSelected && onPage.round === null && (
        <p className={styles.soft} title={thread.round === null ? words.workingMaterialHelp : undefined}>
          {thread.round === null ? words.workingMaterial : words.madeInRound(thread.round)}
        </p>
      )}
      {changed && <WaitingLine waiting={changed} />}
      {isSelected && (
        <>
          {mayAnswer && (
            <Composer
              draftKey={answerKey(thread.id)}
              label={words.answerTo(whoName(text, first.by))}
              placeholder={words.answer}
              sendWord={words.answer}
              namedIn={() => namedHere}
              isLine
              onSend={said => {
                comments.do({
                  is: 'answer',
                  threadId: thread.id,
                  post: { id: newId(), text: said },
                  isInternal: internalTo !== null,
                })
                notices.announce(words.answered)
              }}
              onClose={() => {
                if (!onPage.goBack()) document.getElementById(cardId(thread.id))?.focus()
              }}
            />
          )}
          {isAway && (
            <Button look="quiet" onClick={() => onPage.goToText(thread)}>
              {words.goToText}
            </Button>
          )}
          {onPage.round?.tools(thread)}
          <ThreadActions thread={thread} named={namedHere} />
        </>
      )}
    </div>
  )
})
