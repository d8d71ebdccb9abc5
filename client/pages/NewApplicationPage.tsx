import { type FormEvent, useId, useState } from 'react'
import { Link, useLocation, useSearchParams } from 'wouter'
import { formById, forms } from '../../shared/form/forms.ts'
import { nameMaxLength } from '../../shared/http/application.ts'
import { BlankFormMenu } from '../export/BlankFormMenu.tsx'
import { createApplication } from '../http/applications.ts'
import { problemWords } from '../text/problemWords.ts'
import { useText } from '../text/useText.ts'
import { Button } from '../ui/Button.tsx'
import styles from './NewApplicationPage.module.css'
import { useTabTitle } from './useTabTitle.ts'

/** Start an ansökan: its name, and the form version it is written on. */
export function NewApplicationPage() {
  const text = useText()
  const { pages, formImport } = text
  const [, navigate] = useLocation()
  const [search] = useSearchParams()
  const newest = forms.at(-1)?.id ?? ''
  const [formId, setFormId] = useState(formById(search.get('blankett') ?? '')?.id ?? newest)
  const chosen = formById(formId)
  const [name, setName] = useState('')
  const [fault, setFault] = useState<string | null>(null)
  const [sending, setSending] = useState(false)
  const nameId = useId()
  const tooLong = name.length > nameMaxLength
  useTabTitle(pages.newTitle)

  const start = async (event: FormEvent) => {
    event.preventDefault()
    if (tooLong || sending) return
    setSending(true)
    try {
      const application = await createApplication(formId, name)
      navigate(`/ansokningar/${application.id}`)
    } catch (thrown) {
      setFault(problemWords(text, thrown))
      setSending(false)
    }
  }

  return (
    <main id="content" className={styles.page} tabIndex={-1}>
      <h1>{pages.newTitle}</h1>
      <p className={styles.other}>
        {formImport.fromWordHelp} <Link href="/ansokningar/fran-word">{formImport.fromWord}</Link>
      </p>
      <form onSubmit={event => void start(event)} noValidate>
        <div className={styles.field}>
          <label htmlFor={nameId}>{pages.newName}</label>
          <input
            id={nameId}
            value={name}
            onChange={event => setName(event.target.value)}
            aria-invalid={tooLong}
            aria-describedby={`${nameId}-help`}
            autoComplete="off"
          />
          <p id={`${nameId}-help`} className={tooLong ? styles.fault : styles.help} role="status">
            {tooLong ? pages.newNameTooLong(name.length) : pages.newNameHelp}
          </p>
        </div>
        <fieldset className={styles.forms}>
          <legend>{pages.newForm}</legend>
          {forms.toReversed().map(form => (
            <label key={form.id} className={styles.form}>
              <input
                type="radio"
                name="form"
                value={form.id}
                checked={formId === form.id}
                onChange={() => setFormId(form.id)}
              />
              {form.name}
            </label>
          ))}
        </fieldset>
        <div className={styles.blank}>{chosen && <BlankFormMenu form={chosen} />}</div>
        {fault && (
          <p role="alert" className={styles.fault}>
            {fault}
          </p>
        )}
        <div className={styles.actions}>
          <Button type="submit" look="primary" disabled={sending}>
            {pages.start}
          </Button>
          <Link href="/ansokningar">{pages.cancel}</Link>
        </div>
      </form>
    </main>
  )
}
