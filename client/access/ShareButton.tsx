import { useState } from 'react'
import type { Me } from '../../shared/http/session.ts'
import type { Standing } from '../../shared/people/may.ts'
import { useText } from '../text/useText.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import styles from './access.module.css'
import { ShareDialog } from './ShareDialog.tsx'
import type { LoadedAccess } from './useAccess.ts'

interface ShareButtonProps extends LoadedAccess {
  readonly applicationId: string
  readonly me: Me
  readonly standing: Standing
}

/** *Dela*: opens who has access. Its name says how many, and whether somebody is waiting to be let in. */
export function ShareButton({ access, ...sharing }: ShareButtonProps) {
  const { access: words } = useText()
  const [isOpen, setOpen] = useState(false)
  const people = access === null ? null : access.members.filter(({ isActive }) => isActive).length
  const waiting = access?.requests.length ?? 0
  return (
    <>
      <Button
        icon={<Icon name="people" />}
        aria-label={words.shareWith(people, waiting)}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        {words.share}
        {waiting > 0 && (
          <span className={styles.waiting} aria-hidden="true">
            {waiting}
          </span>
        )}
      </Button>
      {isOpen && <ShareDialog {...sharing} access={access} onClose={() => setOpen(false)} />}
    </>
  )
}
