import { internalPartyOf } from '../../shared/comment/mayWithThread.ts'
import { useText } from '../text/useText.ts'
import { useNotices } from '../ui/notices.ts'
import { partyNameOf, useCommentsOnPage } from './CommentsContext.ts'
import { Composer } from './Composer.tsx'
import type { Composing } from './Desk.ts'
import { namesFor } from './mentions.ts'
import { newId } from './newId.ts'
import { placeWords } from './placeWords.ts'
import styles from './ThreadCard.module.css'

/** The card of a comment that is being begun. */
export function NewComment({ composing }: { readonly composing: Composing }) {
  const { round, comments, desk, form, budget, me, parties, named, placeNow, goBack } = useCommentsOnPage()
  const text = useText()
  const { comments: words } = text
  const notices = useNotices()
  const party = partyNameOf(parties, me.partyId)
  const where = placeWords(text, form, composing.place, budget())
  const close = () => {
    desk.set({ composing: null })
    goBack()
  }
  return (
    <section className={styles.card} data-selected="" aria-label={words.newAt(where)}>
      <p className={styles.quote}>{where}</p>
      <Composer
        draftKey={composing.key}
        label={words.newAt(where)}
        placeholder={words.mentionsHelp}
        sendWord={words.comment}
        place={composing.place}
        namedIn={({ isInternal }) => namesFor(named, isInternal || round !== null ? me.partyId : null)}
        takesFocus
        choices={({ isInternal, isMaterial }, change, onKeyDown) => (
          <div className={styles.choices}>
            {round !== null && <p>{words.onlyUntilReply(party)}</p>}
            {round === null && internalPartyOf(me) !== null && (
              <label title={words.onlyMyPartyHelp}>
                <input
                  type="checkbox"
                  checked={isInternal}
                  onKeyDown={onKeyDown}
                  onChange={event => change({ isInternal: event.currentTarget.checked })}
                />
                {words.onlyMyParty(party)}
              </label>
            )}
            <label>
              <input
                type="checkbox"
                checked={isMaterial}
                onKeyDown={onKeyDown}
                onChange={event => change({ isMaterial: event.currentTarget.checked })}
              />
              {words.isMaterial}
            </label>
          </div>
        )}
        onSend={(said, { isInternal, isMaterial }) => {
          const id = newId()
          comments.do({
            is: 'start',
            threadId: id,
            thread: {
              id,
              postId: newId(),
              place: placeNow(composing.place),
              text: said,
              isInternal: isInternal || round !== null,
              isMaterial,
              assignee: null,
              round: round?.number ?? null,
            },
          })
          notices.announce(words.sent)
          desk.set({ composing: null, selected: id })
          goBack()
        }}
        onClose={close}
      />
    </section>
  )
}
