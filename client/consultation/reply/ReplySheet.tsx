import type { FormTemplate } from '../../../shared/form/FormTemplate.ts'
import type { Round } from '../../../shared/http/consultation.ts'
import type { Remark, RemarkAnswer, Reply } from '../../../shared/http/replies.ts'
import { headingIn } from '../../form/headingIn.ts'
import { attachmentAddress } from '../../http/consultation.ts'
import { personName } from '../../text/personName.ts'
import { useText } from '../../text/useText.ts'
import styles from './reply.module.css'
import sentStyles from './sent.module.css'
import { stanceWords } from './stanceWords.ts'

interface ReplySheetProps {
  readonly applicationId: string
  readonly form: FormTemplate
  readonly round: Round
  readonly reply: Reply
}

/** An answer as it was sent, to be read. */
export function ReplySheet({ applicationId, form, round, reply }: ReplySheetProps) {
  const text = useText()
  const { reply: words } = text
  const { stance, summary, remarks, attachments, opposition, answers, partyId } = reply
  return (
    <div className={sentStyles.sheet}>
      <p className={styles.stance}>{stanceWords(text, round.purpose, stance)}</p>
      {opposition !== null && (
        <p className={sentStyles.opposition}>
          {(opposition.is === 'lifted' ? words.liftedBy : words.recordedBy)(
            personName(text, opposition.by),
            opposition.at,
          )}{' '}
          {words.reason(opposition.reason)}
        </p>
      )}
      <h4>{words.summary}</h4>
      <p className={sentStyles.words}>{summary.trim() === '' ? words.noSummary : summary}</p>
      <h4>{words.remarks}</h4>
      {remarks.length === 0 && <p>{words.noRemarksSent}</p>}
      <ol className={sentStyles.remarks}>
        {remarks.map(remark => (
          <li key={remark.id}>
            <SentRemark form={form} remark={remark} answer={answers[remark.id] ?? null} />
          </li>
        ))}
      </ol>
      {attachments.length > 0 && (
        <>
          <h4>{words.attachments}</h4>
          <ul>
            {attachments.map(({ hash, name, sizeBytes }) => (
              <li key={hash} className={styles.file}>
                <a href={attachmentAddress(applicationId, round.number, partyId, hash)} download={name}>
                  {name}
                </a>{' '}
                <span className={styles.soft}>{words.size(sizeBytes)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

interface SentRemarkProps {
  readonly form: FormTemplate
  readonly remark: Remark
  /** What the owner has said about it, when that is shown. */
  readonly answer: RemarkAnswer | null
}

function SentRemark({ form, remark, answer }: SentRemarkProps) {
  const { reply: words, consultation } = useText()
  const { section, quote, text, wording } = remark
  return (
    <div className={styles.remark}>
      <p className={styles.where}>
        {(section === null ? null : headingIn(form, section)) ?? words.wholeApplication}
      </p>
      {quote !== '' && (
        <blockquote className={styles.quote}>
          <span className="sr-only">{words.quote} </span>
          {quote}
        </blockquote>
      )}
      {text.trim() !== '' && <p className={sentStyles.words}>{text}</p>}
      {wording.trim() !== '' && (
        <div>
          <p className={styles.soft}>{words.wording}</p>
          <p className={sentStyles.words}>{wording}</p>
        </div>
      )}
      {answer !== null && (
        <p className={sentStyles.answer}>
          <strong>{words.answered}</strong> {consultation.verdict[answer.verdict]}. {answer.reason}
        </p>
      )}
    </div>
  )
}
