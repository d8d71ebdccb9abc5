import type { FormTemplate } from '../../shared/form/FormTemplate.ts'
import { presentPerson } from '../../shared/people/presentPerson.ts'
import { ReadingBanner } from '../access/ReadingBanner.tsx'
import { EditorToolbar } from '../editor/EditorToolbar.tsx'
import type { BesideForm } from '../form/BesideForm.ts'
import type { SectionMark } from '../form/ContentsTree.tsx'
import { headingIn } from '../form/headingIn.ts'
import type { OpenDocument } from '../sync/OpenDocument.ts'
import { ContentsDrawer } from './ContentsDrawer.tsx'
import { MarginButtons } from './margin/MarginButtons.tsx'
import type { Margin } from './margin/useMargin.ts'
import styles from './PageBar.module.css'
import { PeopleHere } from './PeopleHere.tsx'
import { SavedStatus } from './SavedStatus.tsx'
import { useMe } from './SessionContext.ts'
import { useBarHeight } from './useBarHeight.ts'
import type { MyRights } from './useMyRights.ts'

interface PageBarProps {
  readonly document: OpenDocument
  readonly form: FormTemplate
  readonly rights: MyRights
  readonly marks: ReadonlyMap<string, SectionMark>
  readonly margin: Margin
  readonly beside: BesideForm
  /** Begins a comment on what is selected; null for those who may not. */
  readonly onComment: (() => void) | null
  /** My access has been taken away. */
  readonly isLost: boolean
  /** Nothing of the form is shown. */
  readonly isShut: boolean
  /** Who can give more rights, in words. */
  readonly whom: string
}

/** Stays at the top of the window: where my words are, who is here, the tools, or why there are none. */
export function PageBar({
  document,
  form,
  rights,
  marks,
  margin,
  beside,
  onComment,
  isLost,
  isShut,
  whom,
}: PageBarProps) {
  const { standing, reading } = rights
  const me = useMe()
  const bar = useBarHeight()
  return (
    <div ref={bar} className={styles.bar}>
      <div className={styles.status}>
        {!isShut && <ContentsDrawer form={form} live={document} marks={marks} beside={beside} />}
        {!isLost && <SavedStatus document={document} />}
        <div className={styles.here}>
          <PeopleHere live={document} nameOf={section => headingIn(form, section)} me={presentPerson(me)} />
          <MarginButtons margin={margin} />
        </div>
      </div>
      {reading === null && !isLost && <EditorToolbar live={document} form={form} onComment={onComment} />}
      {reading !== null && !isLost && (
        <ReadingBanner standing={standing} why={reading} whom={whom} onComment={onComment} />
      )}
    </div>
  )
}
