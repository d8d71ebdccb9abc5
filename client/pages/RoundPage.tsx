import type { FormTemplate } from '../../shared/form/FormTemplate.ts'
import { formById } from '../../shared/form/forms.ts'
import type { Application } from '../../shared/http/application.ts'
import type { WholeVersion } from '../../shared/http/versions.ts'
import { useSame } from '../consultation/round/freshRound.ts'
import { OneRound } from '../consultation/round/OneRound.tsx'
import { useRounds } from '../consultation/useRounds.ts'
import { readApplication } from '../http/applications.ts'
import { CallFailed } from '../http/call.ts'
import { readSentVersion } from '../http/consultation.ts'
import { problemWords } from '../text/problemWords.ts'
import { useText } from '../text/useText.ts'
import { NoAccessPage } from './NoAccessPage.tsx'
import { NotFoundPage } from './NotFoundPage.tsx'
import { RoundsRefused } from './rounds/RoundsRefused.tsx'
import { useLoaded } from './useLoaded.ts'
import { Waiting } from './Waiting.tsx'

interface RoundPageProps {
  readonly applicationId: string
  /** As it stands in the address. */
  readonly number: string
}

/** A round of remiss: where a mail about it leads. */
export function RoundPage({ applicationId, number }: RoundPageProps) {
  const { round: words } = useText()
  if (!/^[1-9]\d{0,3}$/.test(number))
    return <NotFoundPage title={words.unknownTitle} help={words.unknownHelp} />
  return <ReadRound applicationId={applicationId} number={Number(number)} />
}

interface ReadRoundProps {
  readonly applicationId: string
  readonly number: number
}

function ReadRound({ applicationId, number }: ReadRoundProps) {
  const text = useText()
  const { round: words, problem, pages } = text
  const [loaded, reload] = useLoaded(() => load(applicationId, number), [applicationId, number])
  if (loaded.is === 'failed' && loaded.fault instanceof CallFailed) {
    const { kind } = loaded.fault
    if (kind === 'unknownApplication') return <NoAccessPage applicationId={applicationId} />
    if (kind === 'unknownAddress') return <NotFoundPage />
    if (kind === 'unknownRound') return <NotFoundPage title={words.unknownTitle} help={words.unknownHelp} />
    if (kind === 'mayNot') return <RoundsRefused applicationId={applicationId} />
    if (kind === 'damagedVersion')
      return <NotFoundPage title={text.versions.damagedTitle} help={problemWords(text, loaded.fault)} />
  }
  if (loaded.is !== 'loaded') return <Waiting loading={loaded} onAgain={reload} words={words.loading} />
  const { application, whole } = loaded.value
  const form = formById(application.formId)
  if (!form) return <NotFoundPage title={application.name || pages.unnamed} help={problem.damagedDocument} />
  return <FreshRound application={application} form={form} whole={whole} number={number} />
}

async function load(applicationId: string, number: number) {
  const [application, whole] = await Promise.all([
    readApplication(applicationId),
    readSentVersion(applicationId, number),
  ])
  return { application, whole }
}

interface FreshRoundProps {
  readonly application: Application
  readonly form: FormTemplate
  readonly whole: WholeVersion
  readonly number: number
}

/** The round as it is now: others answer it, and its owner extends or ends it, while it is read. */
function FreshRound({ application, form, whole, number }: FreshRoundProps) {
  const { round: words } = useText()
  const listed = useRounds(application.id)
  const round = useSame(listed.rounds?.find(known => known.number === number) ?? null)
  // My access has been taken away while it was read.
  const kind = listed.fault instanceof CallFailed ? listed.fault.kind : null
  if (kind === 'unknownApplication') return <NoAccessPage applicationId={application.id} />
  if (kind === 'mayNot') return <RoundsRefused applicationId={application.id} />
  if (round === null) {
    if (listed.rounds !== null) return <NotFoundPage title={words.unknownTitle} help={words.unknownHelp} />
    const { fault } = listed
    const loading = fault === null ? ({ is: 'loading' } as const) : ({ is: 'failed', fault } as const)
    return <Waiting loading={loading} onAgain={listed.reload} words={words.loading} />
  }
  return <OneRound application={application} form={form} round={round} listed={listed} whole={whole} />
}
