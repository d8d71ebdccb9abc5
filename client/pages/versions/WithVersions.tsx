import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { FormTemplate } from '../../../shared/form/FormTemplate.ts'
import { formById } from '../../../shared/form/forms.ts'
import type { Application } from '../../../shared/http/application.ts'
import type { VersionList } from '../../../shared/http/versions.ts'
import { may, type Standing } from '../../../shared/people/may.ts'
import type { Party } from '../../../shared/people/person.ts'
import { readAccess } from '../../http/access.ts'
import { readApplication } from '../../http/applications.ts'
import { CallFailed } from '../../http/call.ts'
import { listVersions } from '../../http/versions.ts'
import { useText } from '../../text/useText.ts'
import { NoAccessPage } from '../NoAccessPage.tsx'
import { NotFoundPage } from '../NotFoundPage.tsx'
import pageStyles from '../pages.module.css'
import { useLoaded } from '../useLoaded.ts'
import { useTabTitle } from '../useTabTitle.ts'
import { Waiting } from '../Waiting.tsx'

/** An ansökan of which I may see what it has been. */
export interface Versioned {
  readonly application: Application
  readonly form: FormTemplate
  readonly standing: Standing
  readonly list: VersionList
  /** All that there are, to show their names. */
  readonly parties: readonly Party[]
}

interface WithVersionsProps {
  readonly applicationId: string
  readonly draw: (versioned: Versioned, reload: () => void) => ReactNode
}

/** Asks for the versions of an ansökan, and says why where they cannot be shown. */
export function WithVersions({ applicationId, draw }: WithVersionsProps) {
  const { versions: words, problem, pages } = useText()
  const [loaded, reload] = useLoaded(() => load(applicationId), [applicationId])
  if (loaded.is === 'failed' && loaded.fault instanceof CallFailed) {
    const { kind } = loaded.fault
    if (kind === 'unknownApplication') return <NoAccessPage applicationId={applicationId} />
    if (kind === 'mayNot') return <Refused applicationId={applicationId} />
    if (kind === 'unknownAddress') return <NotFoundPage />
  }
  if (loaded.is !== 'loaded') return <Waiting loading={loaded} onAgain={reload} words={words.loading} />
  const { application, list, parties } = loaded.value
  const form = formById(application.formId)
  if (!form) return <NotFoundPage title={application.name || pages.unnamed} help={problem.damagedDocument} />
  const standing = standingIn(application)
  return draw({ application, form, standing, list, parties }, reload)
}

async function load(applicationId: string) {
  const application = await readApplication(applicationId)
  if (!may(standingIn(application), 'readVersions')) throw new CallFailed('mayNot')
  const [list, { parties }] = await Promise.all([listVersions(applicationId), readAccess(applicationId)])
  return { application, list, parties }
}

function standingIn({ standing, state }: Application): Standing {
  return { ...standing, state }
}

/** There are versions, but not for her: says for whom. */
function Refused({ applicationId }: { readonly applicationId: string }) {
  const { versions: words } = useText()
  useTabTitle(words.refusedTitle)
  return (
    <main id="content" className={pageStyles.card} tabIndex={-1}>
      <h1>{words.refusedTitle}</h1>
      <p>{words.refusedHelp}</p>
      <p>
        <Link href={`/ansokningar/${applicationId}`}>{words.back}</Link>
      </p>
    </main>
  )
}
