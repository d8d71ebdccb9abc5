import { Link } from 'wouter'
import type { FormTemplate } from '../../shared/form/FormTemplate.ts'
import { may } from '../../shared/people/may.ts'
import { ShareButton } from '../access/ShareButton.tsx'
import { AuthorsButton } from '../authors/AuthorsButton.tsx'
import { StateLine } from '../consultation/StateLine.tsx'
import { DownloadMenu } from '../export/DownloadMenu.tsx'
import { newerForms } from '../import/newerForms.ts'
import { WatchButton } from '../notices/WatchButton.tsx'
import { useText } from '../text/useText.ts'
import { Button } from '../ui/Button.tsx'
import styles from './ApplicationHead.module.css'
import { moment } from './moment.ts'
import pageStyles from './OpenPage.module.css'
import { useMe } from './SessionContext.ts'
import type { MyRights } from './useMyRights.ts'

export type Guidance = 'shown' | 'hidden'

interface ApplicationHeadProps {
  readonly name: string
  readonly form: FormTemplate
  readonly rights: MyRights
  /** My access has been taken away. */
  readonly isLost: boolean
  readonly guidance: Guidance
  readonly onGuidance: (guidance: Guidance) => void
}

/** Name and facts of an ansökan, and what can be done with the whole of it. */
export function ApplicationHead(props: ApplicationHeadProps) {
  const { name, form, rights, isLost, guidance, onGuidance } = props
  const { application, standing, reading, access } = rights
  const { pages, authors, formImport } = useText()
  const me = useMe()
  return (
    <div className={pageStyles.head}>
      <div className={styles.title}>
        <h1>{name}</h1>
        {!isLost && <ShareButton applicationId={application.id} me={me} standing={standing} {...access} />}
      </div>
      {!isLost && (
        <div className={styles.state}>
          <StateLine application={application} />
        </div>
      )}
      <dl className={styles.facts} aria-label={pages.applicationFacts}>
        <div>
          <dt>{pages.factForm}</dt>
          <dd>{form.name}</dd>
        </div>
        {application.lastChange && (
          <div>
            <dt>{pages.factChanged}</dt>
            <dd>
              <time dateTime={application.lastChange.at}>{moment(application.lastChange.at)}</time>
            </dd>
          </div>
        )}
      </dl>
      <div className={styles.choices}>
        {reading === null && (
          <Button look="quiet" onClick={() => onGuidance(guidance === 'shown' ? 'hidden' : 'shown')}>
            {guidance === 'shown' ? pages.hideHelp : pages.showHelp}
          </Button>
        )}
        {!isLost && <AuthorsButton applicationId={application.id} form={form} />}
        {!isLost && may(standing, 'readComments') && <WatchButton applicationId={application.id} />}
        {!isLost && (
          <DownloadMenu
            applicationId={application.id}
            version={null}
            hasComments={may(standing, 'readComments')}
          />
        )}
        {!isLost && may(standing, 'readLog') && (
          <Link className={styles.quietLink} href={`/ansokningar/${application.id}/logg`}>
            {authors.log}
          </Link>
        )}
        {!isLost && newerForms(form).length > 0 && may(standing, 'moveToForm') && (
          <Link className={styles.quietLink} href={`/ansokningar/${application.id}/flytta`}>
            {formImport.move}
          </Link>
        )}
      </div>
    </div>
  )
}
