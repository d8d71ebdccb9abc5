import { Link } from 'wouter'
import { AskForAccess } from '../access/AskForAccess.tsx'
import { KeptTexts } from '../access/KeptTexts.tsx'
import { Outbox } from '../sync/outbox.ts'
import { useText } from '../text/useText.ts'
import styles from './pages.module.css'
import { useMe } from './SessionContext.ts'
import { useLoaded } from './useLoaded.ts'
import { useTabTitle } from './useTabTitle.ts'

/** An ansökan that is not there, or is closed to me: which of them is not said, but I can ask to be let in. */
export function NoAccessPage({ applicationId }: { readonly applicationId: string }) {
  const { access, pages } = useText()
  const me = useMe()
  useTabTitle(access.noAccessTitle)
  const owner = `${me.person.id}@${me.party.id}`
  // What I typed there while I still could, and nobody has taken in.
  const [kept] = useLoaded(() => new Outbox(owner, applicationId).refusedTexts(), [owner, applicationId])
  return (
    <main id="content" className={styles.card} tabIndex={-1}>
      <h1>{access.noAccessTitle}</h1>
      <p>{access.noAccessHelp}</p>
      <AskForAccess applicationId={applicationId} />
      {kept.is === 'loaded' && kept.value.length > 0 && (
        <KeptTexts texts={kept.value.map(({ text }) => text)} />
      )}
      <p>
        <Link href="/ansokningar">{pages.toList}</Link>
      </p>
    </main>
  )
}
