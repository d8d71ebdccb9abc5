import { useState } from 'react'
import { mayWithThread, type ThreadAct } from '../../shared/comment/mayWithThread.ts'
import type { ChangeThread, Thread } from '../../shared/http/comments.ts'
import { useText } from '../text/useText.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { MenuButton, type MenuChoice } from '../ui/MenuButton.tsx'
import { useNotices } from '../ui/notices.ts'
import { Ask } from './Ask.tsx'
import { AssigneeField } from './AssigneeField.tsx'
import { partyNameOf, useCommentsOnPage } from './CommentsContext.ts'
import type { Named } from './mentions.ts'
import styles from './ThreadCard.module.css'
import { threadLink } from './threadLink.ts'

interface ThreadActionsProps {
  readonly thread: Thread
  readonly named: readonly Named[]
}

/** What can be done with a whole thread. */
export function ThreadActions({ thread, named }: ThreadActionsProps) {
  const { applicationId, round, comments, me, standing, parties } = useCommentsOnPage()
  const { comments: words } = useText()
  const notices = useNotices()
  const [assigns, setAssigns] = useState(false)
  const [asks, setAsks] = useState(false)
  const startedBy = thread.posts[0]?.by ?? me
  const mayDo = (act: ThreadAct) =>
    mayWithThread(standing, me, { internalTo: thread.internalTo, startedBy }, act)
  const change = (changed: ChangeThread, said: string) => {
    comments.do({ is: 'change', threadId: thread.id, change: changed })
    notices.announce(said)
  }
  const copyLink = async () => {
    const link = threadLink(applicationId, round?.number ?? null, thread.id)
    try {
      await navigator.clipboard.writeText(link)
      notices.toast(words.linkCopied)
    } catch {
      // Not allowed, or no clipboard over plain http: she can copy it by hand.
      notices.toast(words.linkIs(link))
    }
  }
  const isMaterial = !thread.isMaterial
  const more: MenuChoice[] = [
    ...(mayDo('assign')
      ? [
          { label: words.assign, onChoose: () => setAssigns(true) },
          {
            label: thread.isMaterial ? words.unsetMaterial : words.setMaterial,
            onChoose: () => change({ isMaterial }, isMaterial ? words.setMaterial : words.unsetMaterial),
          },
        ]
      : []),
    { label: words.copyLink, onChoose: () => void copyLink() },
  ]
  return (
    <>
      {assigns && (
        <AssigneeField
          assignee={thread.assignee}
          named={named}
          onChange={assignee => {
            const name = named.find(
              one => one.id === (assignee?.is === 'party' ? assignee.partyId : assignee?.personId),
            )?.name
            change({ assignee }, name === undefined ? words.nobody : words.waitsFor(name))
          }}
        />
      )}
      <div className={styles.actions}>
        {mayDo('resolve') &&
          (thread.resolved === null ? (
            <Button
              look="quiet"
              icon={<Icon name="check" />}
              onClick={() => change({ isResolved: true }, words.resolvedNow)}
            >
              {words.resolve}
            </Button>
          ) : (
            <Button look="quiet" onClick={() => change({ isResolved: false }, words.reopenedNow)}>
              {words.reopen}
            </Button>
          ))}
        {/* What is said in a round is handed over with the answer. */}
        {round === null && mayDo('release') && (
          <Button look="quiet" onClick={() => setAsks(true)}>
            {words.release}
          </Button>
        )}
        <span className={styles.space} />
        <IconButton label={words.copyLink} icon={<Icon name="link" />} onClick={() => void copyLink()} />
        <MenuButton
          label={words.more}
          className={styles.menuButton}
          frameClass={styles.menuFrame}
          menuClass={styles.menu}
          choices={more}
        >
          <Icon name="dots" />
        </MenuButton>
      </div>
      {asks && (
        <Ask
          title={words.releaseTitle}
          help={words.releaseHelp(partyNameOf(parties, thread.internalTo ?? me.partyId))}
          confirm={words.release}
          onConfirm={() => {
            setAsks(false)
            change({ isInternal: false }, words.releasedNow)
          }}
          onClose={() => setAsks(false)}
        />
      )}
    </>
  )
}
