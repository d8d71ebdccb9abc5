import { useState } from 'react'
import type { ChangeRound, Round } from '../../shared/http/consultation.ts'
import { Confirm } from '../access/Confirm.tsx'
import { changeRound } from '../http/consultation.ts'
import { useSending } from '../people/useSending.ts'
import { useText } from '../text/useText.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { MenuButton, type MenuChoice } from '../ui/MenuButton.tsx'
import { useNotices } from '../ui/notices.ts'
import { type AboutRound, missingIn } from './aboutRound.ts'
import { CallOffDialog } from './CallOffDialog.tsx'
import { ExtendDialog } from './ExtendDialog.tsx'
import { RemindDialog } from './RemindDialog.tsx'
import styles from './rounds.module.css'

type HoldRoundProps = Omit<AboutRound, 'onClose'>

/** What the owner does with a round that goes on: reminds, extends, closes, calls off, opens or closes the text. */
export function HoldRound({ applicationId, round, onRound }: HoldRoundProps) {
  const { consultation: words, versions } = useText()
  const notices = useNotices()
  const { fault, send } = useSending()
  const [asks, setAsks] = useState<'remind' | 'extend' | 'close' | 'callOff' | null>(null)
  const title = words.roundTitle(round.purpose, round.ordinal)
  const missing = missingIn(round)
  const change = async (wanted: ChangeRound, said: string) => {
    setAsks(null)
    let changed: Round | null = null
    await send(async () => {
      changed = await changeRound(applicationId, round.number, wanted)
    })
    if (changed === null) return
    notices.toast(said)
    onRound(changed)
  }
  const about = { applicationId, round, onRound, onClose: () => setAsks(null) }
  const close: MenuChoice = { label: words.close, onChoose: () => setAsks('close') }
  return (
    <>
      <div className={styles.acts}>
        {missing.length > 0 ? (
          <Button onClick={() => setAsks('remind')}>{words.remind}</Button>
        ) : (
          <Button look="primary" onClick={close.onChoose}>
            {close.label}
          </Button>
        )}
        <Button onClick={() => setAsks('extend')}>
          {round.closesOn === null ? words.setDay : words.extend}
        </Button>
        <MenuButton
          label={words.moreOf(title)}
          className={styles.menuButton}
          frameClass={styles.menuFrame}
          menuClass={styles.menu}
          choices={[
            ...(round.purpose === 'remarks' ? [textChoice()] : []),
            ...(round.closesOn === null ? [] : [byItselfChoice()]),
            ...(missing.length > 0 ? [close] : []),
            { label: words.callOff, onChoose: () => setAsks('callOff') },
          ]}
        >
          {words.more}
          <Icon name="more" />
        </MenuButton>
      </div>
      {fault !== null && (
        <p role="alert" className={styles.fault}>
          {fault}
        </p>
      )}
      {asks === 'remind' && <RemindDialog {...about} />}
      {asks === 'extend' && <ExtendDialog {...about} />}
      {asks === 'callOff' && <CallOffDialog {...about} />}
      {asks === 'close' && (
        <Confirm
          title={words.closeTitle(title)}
          help={words.closeHelp(versions.list(missing.map(({ partyName }) => partyName)))}
          confirm={words.closeNow}
          onConfirm={() => void change({ is: 'close' }, words.closed(title))}
          onClose={about.onClose}
        />
      )}
    </>
  )

  function textChoice(): MenuChoice {
    const textIsOpen = !round.textIsOpen
    return {
      label: textIsOpen ? words.openText : words.closeText,
      onChoose: () =>
        void change({ is: 'textIsOpen', textIsOpen }, textIsOpen ? words.nowTextOpen : words.nowTextClosed),
    }
  }

  function byItselfChoice(): MenuChoice {
    const closesByItself = !round.closesByItself
    return {
      label: closesByItself ? words.closeByItself : words.stayOpen,
      onChoose: () =>
        void change(
          { is: 'closesByItself', closesByItself },
          closesByItself ? words.nowClosesByItself : words.nowStaysOpen,
        ),
    }
  }
}
