import { useCallback } from 'react'
import type { FormTemplate, RichSection as RichSectionOfForm } from '../../shared/form/FormTemplate.ts'
import type { TextComments } from '../editor/comments/TextComments.ts'
import { editorPage } from '../editor/editorPage.ts'
import { RichSection } from '../editor/RichSection.tsx'
import type { BesideForm } from '../form/BesideForm.ts'
import type { FormRights } from '../form/FormRights.ts'
import { FormView } from '../form/FormView.tsx'
import { uploadImage } from '../http/applications.ts'
import type { OpenDocument } from '../sync/OpenDocument.ts'
import { useText } from '../text/useText.ts'
import { Button } from '../ui/Button.tsx'
import { FaultBoundary } from '../ui/FaultBoundary.tsx'
import type { Guidance } from './ApplicationHead.tsx'
import { useMe } from './SessionContext.ts'
import styles from './WrittenForm.module.css'

interface WrittenFormProps {
  readonly document: OpenDocument
  readonly form: FormTemplate
  readonly rights: FormRights
  readonly guidance: Guidance
  readonly beside: BesideForm
  /** What is said beside the text. */
  readonly comments: TextComments
}

/** The form with what is written in it. */
export function WrittenForm({ document, form, rights, guidance, beside, comments }: WrittenFormProps) {
  const me = useMe()
  const upload = useCallback((file: File) => uploadImage(document.id, file), [document])
  const renderRich = useCallback(
    (section: RichSectionOfForm, mayWrite: boolean) => (
      <FaultBoundary instead={again => <NotDrawn onAgain={again} />}>
        <RichSection
          section={section}
          live={document}
          uploadImage={upload}
          editable={mayWrite}
          comments={comments}
        />
      </FaultBoundary>
    ),
    [document, upload, comments],
  )
  return (
    <FormView
      form={form}
      live={document}
      personId={me.person.id}
      renderRich={renderRich}
      guidance={guidance}
      rights={rights}
      beside={beside}
      focusOrder={editorPage(document).focus}
    />
  )
}

/** One section could not be drawn; the others, and all that is written, are as they were. */
function NotDrawn({ onAgain }: { readonly onAgain: () => void }) {
  const { pages } = useText()
  return (
    <div role="alert" className={styles.notDrawn}>
      <p>{pages.notDrawn}</p>
      <Button onClick={onAgain}>{pages.tryAgain}</Button>
    </div>
  )
}
