import { Link } from 'wouter'
import { useText } from '../../text/useText.ts'
import pageStyles from '../pages.module.css'
import { useTabTitle } from '../useTabTitle.ts'

/** There are rounds, but not for her: says for whom. */
export function RoundsRefused({ applicationId }: { readonly applicationId: string }) {
  const { round: words } = useText()
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
