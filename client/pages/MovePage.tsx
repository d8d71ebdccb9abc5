import { useState } from 'react'
import { Link } from 'wouter'
import type { FormTemplate } from '../../shared/form/FormTemplate.ts'
import { formById } from '../../shared/form/forms.ts'
import type { Application } from '../../shared/http/application.ts'
import { may } from '../../shared/people/may.ts'
import { readApplication } from '../http/applications.ts'
import { CallFailed } from '../http/call.ts'
import { MoveReport } from '../import/MoveReport.tsx'
import { newerForms } from '../import/newerForms.ts'
import { useText } from '../text/useText.ts'
import { NoAccessPage } from './NoAccessPage.tsx'
import { NotFoundPage } from './NotFoundPage.tsx'
import pageStyles from './pages.module.css'
import { useMe } from './SessionContext.ts'
import { useLeaveQuestion } from './useLeaveQuestion.tsx'
import { useLoaded } from './useLoaded.ts'
import { useTabTitle } from './useTabTitle.ts'
import { Waiting } from './Waiting.tsx'

/** An ansökan as it would be on a newer form, before a new one is made of it. */
export function MovePage({ applicationId }: { readonly applicationId: string }) {
  const { formImport: words, pages, problem } = useText()
  const [loaded, reload] = useLoaded(() => readApplication(applicationId), [applicationId])
  useTabTitle(words.move)
  if (loaded.is === 'failed' && loaded.fault instanceof CallFailed) {
    const { kind } = loaded.fault
    if (kind === 'unknownApplication') return <NoAccessPage applicationId={applicationId} />
    if (kind === 'unknownAddress') return <NotFoundPage />
  }
  if (loaded.is !== 'loaded') return <Waiting loading={loaded} onAgain={reload} words={words.moveLoading} />
  const application = loaded.value
  const form = formById(application.formId)
  if (!form || application.damaged) {
    return <NotFoundPage title={application.name || pages.unnamed} help={problem.damagedDocument} />
  }
  const newer = newerForms(form)
  const [newest] = newer
  if (!newest) return <Refused application={application} why={words.noNewer} />
  const standing = { ...application.standing, state: application.state }
  if (!may(standing, 'moveToForm')) return <Refused application={application} why={words.mayNotMove} />
  return <Move application={application} form={form} newer={newer} newest={newest} />
}

interface MoveProps {
  readonly application: Application
  readonly form: FormTemplate
  readonly newer: readonly FormTemplate[]
  readonly newest: FormTemplate
}

function Move({ application, form, newer, newest }: MoveProps) {
  const { formImport: words } = useText()
  const me = useMe()
  const [decided, setDecided] = useState(0)
  const { question, letGo } = useLeaveQuestion(decided > 0, words.leaveHelp(decided))
  return (
    <main id="content" tabIndex={-1}>
      <MoveReport
        application={application}
        from={form}
        newer={newer}
        newest={newest}
        personId={me.person.id}
        onDecided={setDecided}
        onMade={letGo}
      />
      {question}
    </main>
  )
}

function Refused({ application, why }: { readonly application: Application; readonly why: string }) {
  const { formImport: words } = useText()
  return (
    <main id="content" className={pageStyles.card} tabIndex={-1}>
      <h1>{words.move}</h1>
      <p>{why}</p>
      <p>
        <Link href={`/ansokningar/${application.id}`}>{words.back}</Link>
      </p>
    </main>
  )
}
