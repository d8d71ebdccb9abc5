import { Link } from 'wouter'
import type { RemarkAnswer, Verdict } from '../../../shared/http/replies.ts'
import { headingIn } from '../../form/headingIn.ts'
import { personName } from '../../text/personName.ts'
import { useText } from '../../text/useText.ts'
import { Icon, type IconName } from '../../ui/Icon.tsx'
import { useCompilation } from './CompilationContext.ts'
import { changeAddress } from './changeAddress.ts'
import styles from './parts.module.css'

const verdictIcons: Readonly<Record<Verdict, IconName>> = {
  met: 'check',
  partly: 'minus',
  notMet: 'close',
}

/** What the owner has answered to a remark, to be read. */
export function AnswerShown({ answer }: { readonly answer: RemarkAnswer }) {
  const text = useText()
  const { compilation: words, consultation } = text
  const { form } = useCompilation()
  const { verdict, reason, changedSection, by, at } = answer
  const heading = changedSection === null ? null : headingIn(form, changedSection)
  return (
    <div className={styles.answer} data-verdict={verdict}>
      <p className={styles.verdict}>
        <Icon name={verdictIcons[verdict]} />
        {consultation.verdict[verdict]}
      </p>
      {reason !== '' && <p className={styles.reason}>{reason}</p>}
      {changedSection !== null && heading !== null && (
        <p>
          {words.changed(heading)} <ChangeLink section={changedSection} heading={heading} />
        </p>
      )}
      <p className={styles.soft}>{words.answeredBy(personName(text, by), at)}</p>
    </div>
  )
}

/** To what has changed in a section since it was sent. */
export function ChangeLink({ section, heading }: { readonly section: string; readonly heading: string }) {
  const { compilation: words } = useText()
  const { applicationId, round, seesVersions } = useCompilation()
  return (
    <Link
      href={changeAddress(applicationId, round, section, seesVersions)}
      aria-label={words.seeChangeIn(heading)}
    >
      {words.seeChange}
    </Link>
  )
}
