import { useText } from '../../text/useText.ts'
import styles from '../rounds.module.css'
import { Choices } from './Choices.tsx'
import type { RoundDraft } from './RoundDraft.ts'

interface MeanwhileFieldsProps {
  readonly draft: RoundDraft
  readonly onChange: (
    change: Partial<Pick<RoundDraft, 'textIsOpen' | 'repliesAreSeen' | 'closesByItself'>>,
  ) => void
}

/** What goes on while the answers are waited for. */
export function MeanwhileFields({ draft, onChange }: MeanwhileFieldsProps) {
  const { sendRound: words } = useText()
  const { purpose, textIsOpen, repliesAreSeen, closesByItself, closesOn } = draft
  return (
    <>
      {purpose === 'remarks' && (
        <Choices
          legend={words.text}
          value={textIsOpen ? 'open' : 'closed'}
          onChange={value => onChange({ textIsOpen: value === 'open' })}
          choices={[
            { value: 'closed', word: words.textClosed, help: words.textClosedHelp },
            { value: 'open', word: words.textOpen, help: words.textOpenHelp },
          ]}
        />
      )}
      <Choices
        legend={words.seen}
        value={repliesAreSeen}
        onChange={value => onChange({ repliesAreSeen: value })}
        choices={[
          { value: 'whenOver', word: words.seenWhenOver, help: words.seenWhenOverHelp },
          { value: 'whenSent', word: words.seenWhenSent },
        ]}
      />
      {closesOn !== '' && (
        <Choices
          legend={words.afterDay}
          value={closesByItself ? 'closes' : 'stays'}
          onChange={value => onChange({ closesByItself: value === 'closes' })}
          choices={[
            { value: 'stays', word: words.staysOpen, help: words.staysOpenHelp },
            { value: 'closes', word: words.closesByItself, help: words.closesByItselfHelp },
          ]}
        />
      )}
      {purpose === 'proof' && <p className={styles.soft}>{words.proofText}</p>}
    </>
  )
}
