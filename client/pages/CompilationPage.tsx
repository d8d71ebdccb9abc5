import { useCallback } from 'react'
import type { FormTemplate } from '../../shared/form/FormTemplate.ts'
import { formById } from '../../shared/form/forms.ts'
import type { Application } from '../../shared/http/application.ts'
import { CompilationView } from '../consultation/compilation/CompilationView.tsx'
import { useReplies } from '../consultation/compilation/useReplies.ts'
import { useNowAndThen, useSame } from '../consultation/round/freshRound.ts'
import { useRounds } from '../consultation/useRounds.ts'
import { readApplication } from '../http/applications.ts'
import { CallFailed } from '../http/call.ts'
import { useText } from '../text/useText.ts'
import { NoAccessPage } from './NoAccessPage.tsx'
import { NotFoundPage } from './NotFoundPage.tsx'
import { RoundsRefused } from './rounds/RoundsRefused.tsx'
import { useLoaded } from './useLoaded.ts'
import { Waiting } from './Waiting.tsx'

interface CompilationPageProps {
  readonly applicationId: string
  /** Of the round, as it stands in the address. */
  readonly number: string
}

/** The sammanställning of a round of remiss. */
export function CompilationPage({ applicationId, number }: CompilationPageProps) {
  const { round: words, compilation, problem, pages } = useText()
  const [loaded, reload] = useLoaded(() => readApplication(applicationId), [applicationId])
  if (!/^[1-9]\d{0,3}$/.test(number))
    return <NotFoundPage title={words.unknownTitle} help={words.unknownHelp} />
  if (loaded.is === 'failed' && loaded.fault instanceof CallFailed) {
    const { kind } = loaded.fault
    if (kind === 'unknownApplication') return <NoAccessPage applicationId={applicationId} />
    if (kind === 'unknownAddress') return <NotFoundPage />
  }
  if (loaded.is !== 'loaded') return <Waiting loading={loaded} onAgain={reload} words={compilation.loading} />
  const application = loaded.value
  const form = formById(application.formId)
  if (!form) return <NotFoundPage title={application.name || pages.unnamed} help={problem.damagedDocument} />
  return <FreshCompilation application={application} form={form} number={Number(number)} />
}

interface FreshCompilationProps {
  readonly application: Application
  readonly form: FormTemplate
  readonly number: number
}

/** The answers as they are now: others come, and are answered by a colleague, while they are read. */
function FreshCompilation({ application, form, number }: FreshCompilationProps) {
  const { round: words, compilation } = useText()
  const { id } = application
  const listed = useRounds(id)
  const seen = useReplies(id, number)
  const round = useSame(listed.rounds?.find(known => known.number === number) ?? null)
  const { reload } = listed
  const { look } = seen
  const lookAgain = useCallback(() => {
    void reload()
    look()
  }, [reload, look])
  useNowAndThen(lookAgain)
  const fault = listed.fault ?? seen.fault
  const kind = fault instanceof CallFailed ? fault.kind : null
  // Also when my access is taken away while it is read.
  if (kind === 'mayNot') return <RoundsRefused applicationId={id} />
  if (kind === 'unknownApplication') return <NoAccessPage applicationId={id} />
  if (kind === 'unknownRound' || (listed.rounds !== null && round === null))
    return <NotFoundPage title={words.unknownTitle} help={words.unknownHelp} />
  if (round === null || seen.replies === null) {
    const loading = fault === null ? ({ is: 'loading' } as const) : ({ is: 'failed', fault } as const)
    return <Waiting loading={loading} onAgain={lookAgain} words={compilation.loading} />
  }
  return (
    <CompilationView
      application={application}
      form={form}
      round={round}
      replies={seen.replies}
      seen={seen}
      onRound={listed.took}
    />
  )
}
