import { useEffect } from 'react'
import { Link } from 'wouter'
import { formById, forms } from '../../shared/form/forms.ts'
import type { Application } from '../../shared/http/application.ts'
import type { Me } from '../../shared/http/session.ts'
import { StateLine } from '../consultation/StateLine.tsx'
import { listApplications } from '../http/applications.ts'
import { partyBeside } from '../log/told.ts'
import { waitingDatabase } from '../sync/waitingDatabase.ts'
import { useText } from '../text/useText.ts'
import { Icon } from '../ui/Icon.tsx'
import styles from './ApplicationListPage.module.css'
import { rememberListed } from './loadApplication.ts'
import { moment } from './moment.ts'
import { useMe } from './SessionContext.ts'
import { useLoaded } from './useLoaded.ts'
import { useTabTitle } from './useTabTitle.ts'
import { Waiting } from './Waiting.tsx'

/** All ansökningar that I may see: name, state, parties, and who has changed what last. */
export function ApplicationListPage() {
  const { pages, formImport } = useText()
  const me = useMe()
  const [loaded, reload] = useLoaded(() => listAndRemember(me), [me])
  useTabTitle(pages.listTitle)
  useEffect(() => {
    // Ready when an ansökan is chosen. Where it cannot be opened, whoever needs it says so.
    waitingDatabase().catch(() => {})
  }, [])
  if (loaded.is !== 'loaded') return <Waiting loading={loaded} onAgain={reload} />
  const applications = loaded.value
  const forbund = me.party.kind === 'forbund'

  return (
    <main id="content" className={styles.page} tabIndex={-1}>
      <div className={styles.head}>
        <h1>{pages.listTitle}</h1>
        {!forbund && (
          <div className={styles.ways}>
            <Link href="/ansokningar/fran-word">{formImport.fromWord}</Link>
            <Link href="/ansokningar/ny" className={styles.new}>
              <Icon name="add" />
              {pages.newApplication}
            </Link>
          </div>
        )}
      </div>
      {applications.length === 0 ? (
        <p className={styles.empty}>{forbund ? pages.listForbund : pages.listEmpty}</p>
      ) : (
        <ul className={styles.list}>
          {applications.map(application => (
            <li key={application.id}>
              <ApplicationCard application={application} />
            </li>
          ))}
        </ul>
      )}
      <section className={styles.blank} aria-labelledby="blank">
        <h2 id="blank">{pages.blankForms}</h2>
        <p>{pages.blankFormsLead}</p>
        <ul>
          {forms.map(form => (
            <li key={form.id}>
              <Link href={`/blanketter/${form.id}`}>{form.name}</Link>
            </li>
          ))}
        </ul>
      </section>
    </main>
  )
}

async function listAndRemember(me: Me): Promise<Application[]> {
  const applications = await listApplications()
  rememberListed(applications, me)
  return applications
}

function ApplicationCard({ application }: { readonly application: Application }) {
  const { pages } = useText()
  const form = formById(application.formId)
  const parties = [application.ownerOrganisation, ...application.partnerOrganisations].filter(Boolean)
  const { lastChange } = application
  const changedAt = lastChange?.at ?? application.createdAt
  const section = form?.sections.find(known => known.key === lastChange?.section)?.heading
  return (
    <article className={styles.card}>
      <h2>
        {application.damaged ? (
          application.name || pages.unnamed
        ) : (
          <Link href={`/ansokningar/${application.id}`}>{application.name || pages.unnamed}</Link>
        )}
      </h2>
      <StateLine application={application} />
      {application.damaged && (
        <p role="note" className={styles.damaged}>
          {pages.damaged}
        </p>
      )}
      <dl className={styles.facts}>
        <div>
          <dt>{pages.factForm}</dt>
          <dd>{form?.name}</dd>
        </div>
        <div>
          <dt>{pages.parties}</dt>
          <dd>{parties.length > 0 ? parties.join(', ') : pages.noParties}</dd>
        </div>
        <div>
          <dt>{lastChange ? pages.lastChange : pages.started}</dt>
          <dd>
            <time dateTime={changedAt}>{moment(changedAt)}</time>
            {lastChange && ` ${pages.changedBy(whoChanged(lastChange))}`}
            {section && <span className={styles.section}> · {section}</span>}
          </dd>
        </div>
      </dl>
    </article>
  )
}

function whoChanged({ personName, partyShortName }: NonNullable<Application['lastChange']>): string {
  return [personName, partyBeside({ name: personName, partyShortName })].filter(Boolean).join(', ')
}
