import { useState } from 'react'
import type { Organisation, OrganisationsAnswer } from '../../shared/http/people.ts'
import { useText } from '../text/useText.ts'
import { Button } from '../ui/Button.tsx'
import { useNotices } from '../ui/notices.ts'
import { OrganisationDialog } from './OrganisationDialog.tsx'
import styles from './people.module.css'

interface OrganisationsProps {
  readonly answer: OrganisationsAnswer
  /** One of them has been added or changed. */
  readonly onChanged: () => void
}

/** The organisations, and how their people get in. */
export function Organisations({ answer, onChanged }: OrganisationsProps) {
  const { admin, people } = useText()
  const notices = useNotices()
  const [edited, setEdited] = useState<Organisation | 'new' | null>(null)
  const saved = ({ name }: Organisation) => {
    setEdited(null)
    notices.toast(admin.organisationSaved(name))
    onChanged()
  }
  return (
    <>
      {answer.organisations.length === 0 ? (
        <p className={styles.help}>{admin.noOrganisations}</p>
      ) : (
        <ul className={styles.rows}>
          {answer.organisations.map(organisation => (
            <li key={organisation.id}>
              <div>
                <h3>
                  <span className={styles.swatch} data-party={organisation.colour} aria-hidden="true" />
                  {organisation.name}
                </h3>
                <p className={styles.help}>
                  {admin.organisationFacts(
                    organisation.shortName,
                    people.kind[organisation.kind],
                    organisation.people,
                  )}
                </p>
                <p className={styles.help}>
                  {organisation.mailDomains.length > 0
                    ? admin.domainsAre(organisation.mailDomains)
                    : admin.noDomains}{' '}
                  {admin.signInIs[organisation.signIn]}
                </p>
                <p className={styles.id}>{admin.idIs(organisation.id)}</p>
              </div>
              <Button aria-label={admin.changeOf(organisation.name)} onClick={() => setEdited(organisation)}>
                {admin.change}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <Button onClick={() => setEdited('new')}>{admin.addOrganisation}</Button>
      {edited !== null && (
        <OrganisationDialog
          organisation={edited === 'new' ? null : edited}
          signIns={answer.signIns}
          taken={answer.organisations.map(({ colour }) => colour)}
          onClose={() => setEdited(null)}
          onSaved={saved}
        />
      )}
    </>
  )
}
