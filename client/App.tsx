import { useCallback, useEffect, useState } from 'react'
import { Redirect, Route, Switch } from 'wouter'
import type { SessionAnswer } from '../shared/http/session.ts'
import { askSession } from './http/session.ts'
import { ApplicationListPage } from './pages/ApplicationListPage.tsx'
import { ApplicationPage } from './pages/ApplicationPage.tsx'
import { BlankFormPage } from './pages/BlankFormPage.tsx'
import { Frame } from './pages/Frame.tsx'
import { NewApplicationPage } from './pages/NewApplicationPage.tsx'
import { NotFoundPage } from './pages/NotFoundPage.tsx'
import { SessionContext } from './pages/SessionContext.ts'
import { StartPage } from './pages/StartPage.tsx'
import { useLoaded } from './pages/useLoaded.ts'
import { Waiting } from './pages/Waiting.tsx'
import { rememberedMe, rememberMe } from './sync/deviceCopy.ts'
import { chosenLanguage, rememberLanguage } from './text/language.ts'
import { texts } from './text/text.ts'
import { TextContext, useText } from './text/useText.ts'
import { Button } from './ui/Button.tsx'
import { FaultBoundary } from './ui/FaultBoundary.tsx'
import { NoticeBoard } from './ui/NoticeBoard.tsx'

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
          <Pages onLanguage={() => setLanguage(language === 'sv' ? 'en' : 'sv')} />
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
  const [asked, reload] = useLoaded(askSessionOrRemember, [])
  const [entered, setEntered] = useState<SessionAnswer | null>(null)
  const session = entered ?? (asked.is === 'loaded' ? asked.value : null)
  const change = useCallback((answer: SessionAnswer) => {
    rememberMe(answer.me)
    setEntered(answer)
  }, [])

  if (!session) {
    return (
      <Frame onLanguage={onLanguage}>
        <Waiting loading={asked} onAgain={reload} />
      </Frame>
    )
  }
  return (
    <SessionContext value={{ session, change }}>
      <Frame onLanguage={onLanguage}>
        <Switch>
          <Route path="/blanketter/:formId">{({ formId }) => <BlankFormPage formId={formId} />}</Route>
          <Route path="/">{session.me ? <Redirect to="/ansokningar" replace /> : <StartPage />}</Route>
          {session.me === null && (
            <Route path="/ansokningar/*?">
              <StartPage />
            </Route>
          )}
          <Route path="/ansokningar">
            <ApplicationListPage />
          </Route>
          <Route path="/ansokningar/ny">
            <NewApplicationPage />
          </Route>
          <Route path="/ansokningar/:id">{({ id }) => <ApplicationPage key={id} applicationId={id} />}</Route>
          <Route>
            <NotFoundPage />
          </Route>
        </Switch>
      </Frame>
    </SessionContext>
  )
}

/** Without contact, a person who keeps copies on this device is still who she was. */
async function askSessionOrRemember(): Promise<SessionAnswer> {
  try {
    const answer = await askSession()
    rememberMe(answer.me)
    return answer
  } catch (fault) {
    const me = rememberedMe()
    if (me) return { me, demoPersons: [] }
    throw fault
  }
}
