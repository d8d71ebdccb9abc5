import { useForm } from '../../form/FormContext.ts'
import { useText } from '../../text/useText.ts'
import { softHyphens } from '../softHyphens.ts'
import { useBudgetStore, useOfBudget } from '../useBudget.ts'
import styles from './detailed.module.css'
import { partyRole } from './detailedSheet.ts'

/** Whose column it is: its role in the form, and the organisation. */
export function PartyHead({ party }: { readonly party: string }) {
  const text = useText().budget
  const { open } = useForm()
  const { labels } = useBudgetStore().template
  const role = useOfBudget(view => partyRole(view, party, labels))
  const organisation = useOfBudget(
    ({ budget }) => budget.parties.find(({ key }) => key === party)?.organisation ?? null,
  )
  return (
    <span className={styles.party}>
      <span className={styles.role}>{softHyphens(role)}</span>
      <span className={organisation === null ? styles.missing : styles.organisation}>
        {softHyphens(organisation ?? (open === null ? '' : text.unnamedParty))}
      </span>
    </span>
  )
}
