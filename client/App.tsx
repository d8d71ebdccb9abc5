import { useEffect, useMemo, useRef, useState } from 'react'
import { Route, Router, Switch, useLocation, useSearch } from 'wouter'
import type { SessionAnswer } from '../shared/http/session.ts'
import { askSession } from './http/session.ts'
import { AccountPage } from './pages/AccountPage.tsx'
import { AdministrationPage } from './pages/AdministrationPage.tsx'
import { ApplicationListPage } from './pages/ApplicationListPage.tsx'
import { ApplicationPage } from './pages/ApplicationPage.tsx'
import { BlankFormPage } from './pages/BlankFormPage.tsx'
import { ComparePage } from './pages/ComparePage.tsx'
import { CompilationPage } from './pages/CompilationPage.tsx'
import { EnterPage } from './pages/EnterPage.tsx'
import { FirstAdministratorPage } from './pages/FirstAdministratorPage.tsx'
import { Frame } from './pages/Frame.tsx'
import { GuestPage } from './pages/GuestPage.tsx'
import { InvitationPage } from './pages/InvitationPage.tsx'
import { LogPage } from './pages/LogPage.tsx'
import { leaveThrough } from './pages/leaveQuestion.ts'
import { MovePage } from './pages/MovePage.tsx'
import { NewApplicationPage } from './pages/NewApplicationPage.tsx'
import { NotFoundPage } from './pages/NotFoundPage.tsx'
import { RoundPage } from './pages/RoundPage.tsx'
import { SessionContext } from './pages/SessionContext.ts'
import { StartPage } from './pages/StartPage.tsx'
import { TasksPage } from './pages/TasksPage.tsx'
import { useHeadingFocus } from './pages/useHeadingFocus.ts'
import { useLoaded } from './pages/useLoaded.ts'
import { VersionPage } from './pages/VersionPage.tsx'
import { Waiting } from './pages/Waiting.tsx'
import { WordImportPage } from './pages/WordImportPage.tsx'
import { takeDestination } from './people/destination.ts'
import { tellEntering, whenEntering } from './people/entering.ts'
import { openIdFaultIn } from './people/openIdFault.ts'
import { rememberedMe, rememberMe } from './sync/deviceCopy.ts'
import { chosenLanguage, rememberLanguage } from './text/language.ts'
import { texts } from './text/text.ts'
import { TextContext, useText } from './text/useText.ts'
import { Button } from './ui/Button.tsx'
import { FaultBoundary } from './ui/FaultBoundary.tsx'
import { NoticeBoard } from './ui/NoticeBoard.tsx'
import { useNotices } from './ui/notices.ts'

/** Every page, behind the session. */
export function App() {
  const [language, setLanguage] = useState(chosenLanguage)
  useEffect(() => {
    document.documentElement.lang = language
    rememberLanguage(language)
  }, [language])

  return (
    <TextContext value={texts[language]}>
      <NoticeBoard>
        <FaultBoundary instead={() => <PageFault />}>
          <Router aroundNav={leaveThrough}>
            <Pages onLanguage={() => setLanguage(language === 'sv' ? 'en' : 'sv')} />
          </Router>
        </FaultBoundary>
      </NoticeBoard>
    </TextContext>
  )
}

/** A page that could not be drawn. What was typed is in the outbox and on its way. */
function PageFault() {
  const { pages, problem } = useText()
  return (
    <main id="content">
      <h1>{pages.faultTitle}</h1>
      <p role="alert">{problem.serverFault}</p>
      <Button onClick={() => location.reload()}>{pages.tryAgain}</Button>
    </main>
  )
}

function Pages({ onLanguage }: { readonly onLanguage: () => void }) {
  const { people } = useText()
  const notices = useNotices()
  const [asked, reload] = useLoaded(askSessionOrRemember, [])
  const [entered, setEntered] = useState<SessionAnswer | null>(null)
  const session = entered ?? (asked.is === 'loaded' ? asked.value : null)
  const owner = ownerOf(session)
  const current = useRef(session)
  current.current = session
  const [path] = useLocation()
  useHeadingFocus(session && `${path} ${owner}`)

  const holder = useMemo(() => {
    const change = (answer: SessionAnswer) => {
      rememberMe(answer.me)
      setEntered(answer)
    }
    const enter = (answer: SessionAnswer) => {
      change(answer)
      tellEntering()
    }
    const lookAgain = async () => {
      try {
        const answer = await askSession()
        const before = current.current?.me
        if (answer.me && ownerOf(answer) !== ownerOf(current.current)) {
          change(answer)
          if (before) notices.toast(people.otherEntered(answer.me.person.name, before.person.name))
        }
        return answer
      } catch {
        // No contact: the page stays as it is, and asks again when there is reason to.
        return null
      }
    }
    return { change, enter, lookAgain }
  }, [notices, people])
  useEffect(() => whenEntering(() => void holder.lookAgain()), [holder])

  if (!session) {
    return (
      <Frame onLanguage={onLanguage}>
        <Waiting loading={asked} onAgain={reload} />
      </Frame>
    )
  }
  return (
    <SessionContext value={{ session, ...holder }}>
      <Frame onLanguage={onLanguage}>
        <Switch>
          <Route path="/blanketter/:formId">{({ formId }) => <BlankFormPage formId={formId} />}</Route>
          <Route path="/logga-in">
            <EnterPage />
          </Route>
          <Route path="/inbjudan">
            <InvitationPage />
          </Route>
          <Route path="/gast">
            <GuestPage />
          </Route>
          <Route path="/forsta">
            <FirstAdministratorPage />
          </Route>
          <Route path="/">{session.me ? <GoOn /> : <StartPage />}</Route>
          {session.me === null && (
            <Route path={/^\/(?:ansokningar|att-gora|konto|administration|logg)(?:\/|$)/}>
              <StartPage />
            </Route>
          )}
          <Route path="/ansokningar">
            <ApplicationListPage />
          </Route>
          <Route path="/ansokningar/ny">
            <NewApplicationPage />
          </Route>
          <Route path="/ansokningar/fran-word">
            <WordImportPage />
          </Route>
          <Route path="/ansokningar/:id">
            {({ id }) => <ApplicationPage key={`${id} ${owner}`} applicationId={id} />}
          </Route>
          <Route path="/ansokningar/:id/logg">
            {({ id }) => <LogPage key={`${id} ${owner}`} applicationId={id} />}
          </Route>
          <Route path="/ansokningar/:id/flytta">
            {({ id }) => <MovePage key={`${id} ${owner}`} applicationId={id} />}
          </Route>
          <Route path="/ansokningar/:id/versioner/:number">
            {({ id, number }) => (
              <VersionPage key={`${id} ${number} ${owner}`} applicationId={id} number={number} />
            )}
          </Route>
          <Route path="/ansokningar/:id/remiss/:number">
            {({ id, number }) => (
              <RoundPage key={`${id} ${number} ${owner}`} applicationId={id} number={number} />
            )}
          </Route>
          <Route path="/ansokningar/:id/remiss/:number/sammanstallning">
            {({ id, number }) => (
              <CompilationPage key={`${id} ${number} ${owner}`} applicationId={id} number={number} />
            )}
          </Route>
          <Route path="/ansokningar/:id/jamfor">
            {({ id }) => <ComparePage key={`${id} ${owner}`} applicationId={id} />}
          </Route>
          <Route path="/logg">
            <LogPage key={owner} applicationId={null} />
          </Route>
          <Route path="/att-gora">
            <TasksPage />
          </Route>
          <Route path="/konto">
            <AccountPage key={owner} />
          </Route>
          {session.isAdministrator && (
            <Route path="/administration">
              <AdministrationPage key={owner} />
            </Route>
          )}
          <Route>
            <NotFoundPage />
          </Route>
        </Switch>
      </Frame>
    </SessionContext>
  )
}

/** Somebody signed in at the front door: on to the page that was asked for. */
function GoOn() {
  const { people } = useText()
  const notices = useNotices()
  const [, navigate] = useLocation()
  const refused = openIdFaultIn(useSearch())
  useEffect(() => {
    // She is in: that the same answer of the provider came twice, by the back button say, is of no use to her.
    if (refused && refused !== 'signInOver') notices.toast(people.openIdFaults[refused])
    // By her organisation's sign-in nothing here has happened before this page; other tabs may wait for her.
    tellEntering()
    navigate(takeDestination(Date.now()), { replace: true })
  }, [refused, notices, people, navigate])
  return null
}

/** Who acts for whom, as the server says it of a line. */
function ownerOf(session: SessionAnswer | null): string {
  return session?.me ? `${session.me.person.id}@${session.me.party.id}` : ''
}

/** Without contact, a person who keeps copies on this device is still who she was. */
async function askSessionOrRemember(): Promise<SessionAnswer> {
  try {
    const answer = await askSession()
    rememberMe(answer.me)
    return answer
  } catch (fault) {
    const me = rememberedMe()
    if (me)
      return { me, isAdministrator: false, isGuest: false, mailLink: false, openId: false, demoPersons: [] }
    throw fault
  }
}
