import { Link } from 'wouter'
import { formById } from '../../shared/form/forms.ts'
import { BlankFormMenu } from '../export/BlankFormMenu.tsx'
import { ContentsTree } from '../form/ContentsTree.tsx'
import { FormView } from '../form/FormView.tsx'
import { useText } from '../text/useText.ts'
import { NotFoundPage } from './NotFoundPage.tsx'
import styles from './OpenPage.module.css'
import { useSession } from './SessionContext.ts'
import { useTabTitle } from './useTabTitle.ts'

/** A form as it is before anybody has written in it, to be compared with the original. */
export function BlankFormPage({ formId }: { readonly formId: string }) {
  const { pages, problem } = useText()
  const me = useSession()?.session.me
  const form = formById(formId)
  useTabTitle(form ? pages.blankTitle(form.name) : pages.unknownFormTitle)
  if (!form) return <NotFoundPage title={pages.unknownFormTitle} help={problem.unknownForm} />
  return (
    <div className={styles.page}>
      <div className={styles.side}>
        <ContentsTree form={form} live={null} />
      </div>
      <main id="content" className={styles.main} tabIndex={-1}>
        <div className={styles.head}>
          <h1>{pages.blankTitle(form.name)}</h1>
          <p>{pages.blankLead}</p>
          {me && <BlankFormMenu form={form} />}
          {me && me.party.kind !== 'forbund' && (
            <p>
              <Link href={`/ansokningar/ny?blankett=${form.id}`}>{pages.startOnThis}</Link>
            </p>
          )}
        </div>
        <FormView form={form} live={null} personId={me?.person.id ?? ''} renderRich={() => null} />
      </main>
    </div>
  )
}
