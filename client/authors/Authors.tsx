import type { FormTemplate } from '../../shared/form/FormTemplate.ts'
import type { AuthorsAnswer } from '../../shared/http/access.ts'
import { readAuthors } from '../http/authors.ts'
import { partyBeside } from '../log/told.ts'
import { useLoaded } from '../pages/useLoaded.ts'
import { problemWords } from '../text/problemWords.ts'
import { useText } from '../text/useText.ts'
import { Button } from '../ui/Button.tsx'
import { StatusLine } from '../ui/StatusLine.tsx'
import styles from './authors.module.css'

interface AuthorsProps {
  readonly applicationId: string
  readonly form: FormTemplate
}

/** Who has written what stands in each section now, in the order of the form. */
export function Authors({ applicationId, form }: AuthorsProps) {
  const text = useText()
  const [loaded, again] = useLoaded(() => readAuthors(applicationId), [applicationId])
  if (loaded.is === 'failed') {
    return (
      <>
        <p role="alert">{problemWords(text, loaded.fault)}</p>
        <Button onClick={again}>{text.pages.tryAgain}</Button>
      </>
    )
  }
  if (loaded.is === 'loading') return <StatusLine>{text.authors.loading}</StatusLine>
  const written = form.sections.filter(({ key }) => (loaded.value.sections[key]?.length ?? 0) > 0)
  return (
    <>
      <p className={styles.help}>{written.length === 0 ? text.authors.nobody : text.authors.help}</p>
      <dl className={styles.sections}>
        {written.map(({ key, heading }) => (
          <div key={key}>
            <dt>{heading}</dt>
            {(loaded.value.sections[key] ?? []).map(author => (
              <dd key={`${author.personName} ${author.partyShortName}`}>
                <Author {...author} />
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </>
  )
}

function Author({ personName, partyShortName, letters }: AuthorsAnswer['sections'][string][number]) {
  const { authors } = useText()
  const party = partyBeside({ name: personName, partyShortName })
  return (
    <>
      <span>{[personName, party].filter(Boolean).join(', ')}</span>
      <span className={styles.letters}>{authors.letters(letters)}</span>
    </>
  )
}
