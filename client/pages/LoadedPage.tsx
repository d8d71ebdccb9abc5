import { useMemo, useState, useSyncExternalStore } from 'react'
import type { FormTemplate } from '../../shared/form/FormTemplate.ts'
import { AccessLost } from '../access/AccessLost.tsx'
import { whomToAsk } from '../access/whomToAsk.ts'
import { CommentsContext } from '../comment/CommentsContext.ts'
import { SelectionButton } from '../comment/SelectionButton.tsx'
import { ContentsTree } from '../form/ContentsTree.tsx'
import { headingIn } from '../form/headingIn.ts'
import type { OpenDocument } from '../sync/OpenDocument.ts'
import { isShutOut } from '../sync/savedState.ts'
import { useText } from '../text/useText.ts'
import { ApplicationHead, type Guidance } from './ApplicationHead.tsx'
import { useCommenting } from './commenting/useCommenting.tsx'
import { useCommentKeys } from './commenting/useCommentKeys.ts'
import { type CommentsOfPage, useAttached } from './commenting/useOpenComments.ts'
import { KeepCopy } from './KeepCopy.tsx'
import { MarginColumn } from './margin/MarginColumn.tsx'
import type { MarginPanel } from './margin/MarginPanel.ts'
import { useMargin } from './margin/useMargin.ts'
import styles from './OpenPage.module.css'
import { PageBar } from './PageBar.tsx'
import { RescuedTexts } from './RescuedTexts.tsx'
import { useRoundsPanel } from './rounds/useRoundsPanel.tsx'
import { useMe } from './SessionContext.ts'
import { useFormRights, useSectionMarks } from './useFormRights.tsx'
import type { MyRights } from './useMyRights.ts'
import { useName } from './useName.ts'
import type { RescuedList } from './useRescued.ts'
import { useSaveKey } from './useSaveKey.ts'
import { useStillHere } from './useStillHere.ts'
import { useTabTitle } from './useTabTitle.ts'
import { useVersionPanel } from './versions/useVersionPanel.tsx'
import { WrittenForm } from './WrittenForm.tsx'

export interface OpenedProps {
  readonly document: OpenDocument
  readonly form: FormTemplate
  readonly rights: MyRights
  readonly comments: CommentsOfPage
  readonly list: RescuedList
  /** How often something of mine has been refused. */
  readonly refusals: number
}

/** An ansökan whose text has come: contents, what is said above the text, the form, and the margin. */
export function LoadedPage({ document, form, rights, comments, list, refusals }: OpenedProps) {
  const { application, whys, reading, lookAgain } = rights
  const { access } = rights.access
  const text = useText()
  const me = useMe()
  const isLost = useSyncExternalStore(document.subscribe, () => isShutOut(document.saved))
  // Whoever wrote keeps her words in view; whoever only read has nothing here any more.
  const isShut = isLost && reading !== null
  const marks = useSectionMarks(application, whys, access)
  const whom = whomToAsk(text, access, me.person.id)
  const formRights = useFormRights({
    ...{ application, form, me, whys, access, isLost },
    live: document,
    onChanged: lookAgain,
  })
  const name = useName(document) || text.pages.unnamed
  const [guidance, setGuidance] = useState<Guidance>('shown')
  useAttached(comments, document)
  const commenting = useCommenting({ document, form, rights, opened: comments, isShut: isLost, round: null })
  const rounds = useRoundsPanel({ document, form, rights, name, isLost })
  const history = useVersionPanel(document, rights, isLost)
  /** What stands in the margin, in the order of its tabs. */
  const panels = useMemo(
    () => [commenting.panel, rounds.panel, history].filter(isThere),
    [commenting.panel, rounds.panel, history],
  )
  const margin = useMargin(panels)
  useCommentKeys(commenting, margin)
  useTabTitle(name)
  useSaveKey(document)
  useStillHere(document)

  return (
    <CommentsContext value={commenting.onPage}>
      <div className={styles.page} data-margin={margin.shown && margin.is === 'column' ? '' : undefined}>
        <div className={styles.side}>
          {!isShut && <ContentsTree form={form} live={document} marks={marks} beside={commenting.beside} />}
        </div>
        <main id="content" className={styles.main} tabIndex={-1}>
          <ApplicationHead
            name={name}
            form={form}
            rights={rights}
            isLost={isLost}
            guidance={guidance}
            onGuidance={setGuidance}
          />
          <PageBar
            document={document}
            form={form}
            rights={rights}
            marks={marks}
            margin={margin}
            beside={commenting.beside}
            onComment={commenting.mayComment ? () => commenting.onPage.begin() : null}
            isLost={isLost}
            isShut={isShut}
            whom={whom}
          />
          {isLost && (
            <AccessLost
              applicationId={application.id}
              hasUnsaved={list.rescued.length > 0}
              isReader={reading !== null}
              whom={whom}
            />
          )}
          <RescuedTexts
            live={document}
            nameOf={section => headingIn(form, section)}
            list={list}
            mayWriteIn={section => !isLost && (whys.get(section ?? '') ?? null) === null}
            refusals={refusals}
          />
          {!isShut && (
            <WrittenForm
              document={document}
              form={form}
              rights={formRights}
              beside={commenting.beside}
              comments={comments.desk}
              guidance={reading === null ? guidance : 'hidden'}
            />
          )}
          <KeepCopy />
        </main>
        <MarginColumn margin={margin} />
        {rounds.sending}
        {commenting.mayComment && <SelectionButton />}
      </div>
    </CommentsContext>
  )
}

function isThere(panel: MarginPanel | null): panel is MarginPanel {
  return panel !== null
}
