import { useCallback, useId, useMemo } from 'react'
import type { FilledForm } from '../../../shared/document/filledForm.ts'
import type { FormTemplate, RichSection } from '../../../shared/form/FormTemplate.ts'
import type { TextComments } from '../../editor/comments/TextComments.ts'
import { editorPage } from '../../editor/editorPage.ts'
import type { BesideForm } from '../../form/BesideForm.ts'
import type { FormRights } from '../../form/FormRights.ts'
import { FormView } from '../../form/FormView.tsx'
import type { LiveDocument } from '../../sync/LiveDocument.ts'
import { useText } from '../../text/useText.ts'
import { Icon } from '../../ui/Icon.tsx'
import { SentText } from './SentText.tsx'
import styles from './sheet.module.css'
import '../../editor/richText.css'
import '../../editor/lists.css'
import '../../editor/footnotes.css'
import '../../editor/comments/comments.css'

interface SentSheetProps {
  readonly applicationId: string
  readonly form: FormTemplate
  readonly filled: FilledForm
  /** The same, made a document to be read (`stillDocument`). */
  readonly live: LiveDocument
  readonly personId: string
  /** Those that the round asks about; null for all. */
  readonly asked: ReadonlySet<string> | null
  readonly comments: TextComments
  readonly beside: BesideForm
}

/** The whole form as a round sent it, with what it asks about marked, to be read and commented on. */
export function SentSheet(props: SentSheetProps) {
  const { applicationId, form, filled, live, personId, asked, comments, beside } = props
  const { round: words } = useText()
  const hintId = useId()
  const renderRich = useCallback(
    ({ key }: RichSection) => {
      const content = filled.sections[key]
      return (
        <SentText
          section={key}
          blocks={content?.kind === 'rich' ? content.blocks : []}
          imageUrl={hash => `/api/applications/${applicationId}/images/${hash}`}
          comments={comments}
          texts={editorPage(live).texts}
          hintId={hintId}
        />
      )
    },
    [applicationId, filled, live, comments, hintId],
  )
  const rights = useMemo<FormRights>(
    () => ({
      mayWrite: () => false,
      whyNot: () => null,
      whyNotCell: () => null,
      tools: () => null,
      line: ({ key }) =>
        asked?.has(key) && (
          <p className={styles.asked} data-asked={key}>
            <Icon name="turn" />
            {words.asked}
          </p>
        ),
    }),
    [asked, words],
  )
  return (
    <>
      <p id={hintId} hidden>
        {words.wordKeys}
      </p>
      <FormView
        form={form}
        live={live}
        personId={personId}
        renderRich={renderRich}
        guidance="hidden"
        rights={rights}
        beside={beside}
      />
    </>
  )
}
