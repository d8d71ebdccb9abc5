import { useCallback, useEffect, useMemo, useRef } from 'react'
import type { FilledForm } from '../../shared/document/filledForm.ts'
import type { RichSection } from '../../shared/form/FormTemplate.ts'
import { StillText } from '../editor/StillText.tsx'
import type { FormRights } from '../form/FormRights.ts'
import { FormView } from '../form/FormView.tsx'
import { stillDocument } from '../version/stillDocument.ts'
import { ReadingLine, ReadingSign } from './ReadingLine.tsx'
import { useReport } from './ReportContext.ts'
import '../editor/richText.css'
import '../editor/lists.css'
import '../editor/footnotes.css'
import '../editor/comments/comments.css'

/** Nothing of it is to be written in yet; at each heading stands what became of it. */
const onlyToRead: FormRights = {
  mayWrite: () => false,
  whyNot: () => null,
  whyNotCell: () => null,
  tools: () => <ReadingSign />,
  line: () => <ReadingLine />,
}

const noComments = new Map<string, never>()

/** The ansökan as it will be, with what has been placed by hand where it goes. */
export function ReadSheet({ personId }: { readonly personId: string }) {
  const { decisions } = useReport()
  const { form, filled } = decisions
  const fields = useFields(filled)
  const live = useMemo(() => stillDocument(form, fields), [form, fields])
  useEffect(() => () => live.doc.destroy(), [live])
  const renderRich = useCallback((section: RichSection) => <ReadText section={section} />, [])
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

/** Text is drawn from what is read itself: the rest of the sheet is not drawn anew when some is placed in it. */
function ReadText({ section }: { readonly section: RichSection }) {
  const { decisions, imageUrl } = useReport()
  const content = decisions.filled.sections[section.key]
  return (
    <div className="richSection">
      <div className="richText">
        <StillText
          blocks={content?.kind === 'rich' ? content.blocks : []}
          imageUrl={imageUrl}
          drawn={noComments}
        />
      </div>
    </div>
  )
}

/** All but the running text; the same object until something of it changes. */
function useFields(filled: FilledForm): FilledForm {
  const before = useRef<FilledForm | null>(null)
  const sections = Object.fromEntries(
    Object.entries(filled.sections).filter(([, content]) => content.kind !== 'rich'),
  )
  const known = before.current
  const isSame =
    known !== null &&
    known.formId === filled.formId &&
    Object.keys(known.sections).length === Object.keys(sections).length &&
    Object.entries(sections).every(([key, content]) => known.sections[key] === content)
  if (isSame) return known
  before.current = { formId: filled.formId, sections }
  return before.current
}
