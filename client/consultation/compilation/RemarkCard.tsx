import { memo, useId } from 'react'
import type { CompiledParty, CompiledRemark } from '../../../shared/consultation/compilation.ts'
import type { Remark, RemarkAnswer, Reply } from '../../../shared/http/replies.ts'
import { useText } from '../../text/useText.ts'
import { AnswerForm } from './AnswerForm.tsx'
import { AnswerShown } from './AnswerShown.tsx'
import { useCompilation } from './CompilationContext.ts'
import styles from './parts.module.css'
import { Wording } from './Wording.tsx'

interface RemarksOfPartyProps {
  readonly party: CompiledParty
  readonly remarks: readonly CompiledRemark[]
  /** Nothing around it says whose they are. */
  readonly isNamed?: boolean
}

/** What a party has said about a section. */
export function RemarksOfParty({ party, remarks, isNamed = false }: RemarksOfPartyProps) {
  const { compilation: words } = useText()
  const { reply } = party
  if (reply === null) return null
  return remarks.map(({ number, remark, answer }) => (
    <RemarkCard
      key={remark.id}
      name={words.remarkName(party.shortName, number)}
      partyName={isNamed ? party.name : ''}
      reply={reply}
      remark={remark}
      answer={answer}
    />
  ))
}

interface RemarkCardProps {
  /** `FK 3` */
  readonly name: string
  /** Empty where it is said already. */
  readonly partyName: string
  readonly reply: Reply
  readonly remark: Remark
  readonly answer: RemarkAnswer | null
}

/** A remark, and what the owner answers. Of hundreds only those are drawn anew that have changed. */
const RemarkCard = memo(function RemarkCard({ name, partyName, reply, remark, answer }: RemarkCardProps) {
  const { answering, colourOf } = useCompilation()
  const id = useId()
  const { quote, text, wording } = remark
  return (
    <article
      className={styles.remark}
      aria-labelledby={id}
      tabIndex={-1}
      data-party={colourOf(reply.partyId)}
      data-unanswered={answering !== null && answer === null ? '' : undefined}
    >
      <div className={styles.name}>
        <h4 id={id}>{name}</h4>
        {partyName !== '' && <p>{partyName}</p>}
      </div>
      {quote !== '' && wording.trim() === '' && <Wording quote={quote} wording="" />}
      {text.trim() !== '' && <p className={styles.words}>{text}</p>}
      {wording.trim() !== '' && <Wording quote={quote} wording={wording} />}
      {answering === null ? (
        answer !== null && <AnswerShown answer={answer} />
      ) : (
        <AnswerForm name={name} reply={reply} remarkId={remark.id} answer={answer} answering={answering} />
      )}
    </article>
  )
})
