import { useCallback, useEffect, useMemo } from 'react'
import type { FilledForm } from '../../shared/document/filledForm.ts'
import type { FormTemplate, RichSection } from '../../shared/form/FormTemplate.ts'
import type { Thread } from '../../shared/http/comments.ts'
import type { DrawnThread } from '../editor/comments/TextComments.ts'
import { StillText } from '../editor/StillText.tsx'
import type { FormRights } from '../form/FormRights.ts'
import { FormView } from '../form/FormView.tsx'
import { stillDocument } from './stillDocument.ts'
import { threadCardId } from './VersionComments.tsx'
import '../editor/richText.css'
import '../editor/lists.css'
import '../editor/footnotes.css'
import '../editor/comments/comments.css'

interface VersionSheetProps {
  readonly applicationId: string
  readonly form: FormTemplate
  readonly filled: FilledForm
  readonly threads: readonly Thread[]
  readonly personId: string
  /** Whoever began a thread, in words. */
  readonly saidBy: (thread: Thread) => string
}

/** Nothing of a version is to be written in, and the page has said so. */
const onlyToRead: FormRights = {
  mayWrite: () => false,
  whyNot: () => null,
  whyNotCell: () => null,
  tools: () => null,
  line: () => null,
}

/** A form with all that it said once. */
export function VersionSheet(props: VersionSheetProps) {
  const { applicationId, form, filled, threads, personId, saidBy } = props
  const live = useMemo(() => stillDocument(form, filled), [form, filled])
  useEffect(() => () => live.doc.destroy(), [live])
  const drawn = useMemo(
    () =>
      new Map(
        threads.map(thread => [
          thread.id,
          {
            id: thread.id,
            look: 'plain',
            isInternal: thread.internalTo !== null,
            words: null,
            description: saidBy(thread),
            cardId: threadCardId(thread.id),
          } satisfies DrawnThread,
        ]),
      ),
    [threads, saidBy],
  )
  const renderRich = useCallback(
    ({ key }: RichSection) => {
      const content = filled.sections[key]
      return (
        <div className="richSection">
          <div className="richText">
            <StillText
              blocks={content?.kind === 'rich' ? content.blocks : []}
              imageUrl={hash => `/api/applications/${applicationId}/images/${hash}`}
              drawn={drawn}
            />
          </div>
        </div>
      )
    },
    [applicationId, filled, drawn],
  )
  return (
    <FormView
      form={form}
      live={live}
      personId={personId}
      renderRich={renderRich}
      guidance="hidden"
      rights={onlyToRead}
    />
  )
}
