import { formById } from '../../shared/form/forms.ts'
import { CallFailed } from '../http/call.ts'
import { problemWords } from '../text/problemWords.ts'
import { useText } from '../text/useText.ts'
import { listedApplication, loadApplication } from './loadApplication.ts'
import { NoAccessPage } from './NoAccessPage.tsx'
import { NotFoundPage } from './NotFoundPage.tsx'
import { OpenPage } from './OpenPage.tsx'
import { useMe } from './SessionContext.ts'
import { useLoaded } from './useLoaded.ts'
import { Waiting } from './Waiting.tsx'

/** An address that somebody has cut off, say, leads to nothing that could be asked for. */
function isApplicationId(id: string): boolean {
  return /^[a-z0-9]{12,32}$/.test(id)
}

/** One ansökan: read it and write in it together. */
export function ApplicationPage({ applicationId }: { readonly applicationId: string }) {
  const text = useText()
  const me = useMe()
  const [loaded, reload] = useLoaded(() => loadApplication(applicationId, me), [applicationId])
  if (loaded.is === 'failed' && loaded.fault instanceof CallFailed) {
    const isUnknown = ['unknownApplication', 'unknownAddress'].includes(loaded.fault.kind)
    if (isUnknown && isApplicationId(applicationId)) return <NoAccessPage applicationId={applicationId} />
    if (isUnknown) {
      return (
        <NotFoundPage title={text.pages.unknownApplicationTitle} help={problemWords(text, loaded.fault)} />
      )
    }
  }
  // What the list has shown is enough to open it; without contact the page itself says so.
  const application = loaded.is === 'loaded' ? loaded.value : listedApplication(applicationId, me)
  if (application) {
    const form = formById(application.formId)
    if (form && !application.damaged) return <OpenPage application={application} form={form} />
    return <NotFoundPage title={application.name || text.pages.unnamed} help={text.problem.damagedDocument} />
  }
  return <Waiting loading={loaded} onAgain={reload} words={text.pages.loadingApplication} />
}
