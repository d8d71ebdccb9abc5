import { useCallback, useMemo, useState, useSyncExternalStore } from 'react'
import { Link } from 'wouter'
import type { FormTemplate, RichSection as RichSectionOfForm } from '../../shared/form/FormTemplate.ts'
import type { Application } from '../../shared/http/application.ts'
import { may } from '../../shared/people/may.ts'
import { presentPerson } from '../../shared/people/presentPerson.ts'
import { AccessLost } from '../access/AccessLost.tsx'
import { ReadingBanner } from '../access/ReadingBanner.tsx'
import { ShareButton } from '../access/ShareButton.tsx'
import { type LoadedAccess, useAccess } from '../access/useAccess.ts'
import { whomToAsk } from '../access/whomToAsk.ts'
import { AuthorsButton } from '../authors/AuthorsButton.tsx'
import { EditorToolbar } from '../editor/EditorToolbar.tsx'
import { editorPage } from '../editor/editorPage.ts'
import { RichSection } from '../editor/RichSection.tsx'
import { ContentsTree } from '../form/ContentsTree.tsx'
import { FormView } from '../form/FormView.tsx'
import { uploadImage } from '../http/applications.ts'
import type { OpenDocument } from '../sync/OpenDocument.ts'
import { isShutOut } from '../sync/savedState.ts'
import { useText } from '../text/useText.ts'
import { Button } from '../ui/Button.tsx'
import { FaultBoundary } from '../ui/FaultBoundary.tsx'
import { useNotices } from '../ui/notices.ts'
import { ContentsDrawer } from './ContentsDrawer.tsx'
import { KeepCopy } from './KeepCopy.tsx'
import { leftWords } from './leftWords.ts'
import { moment } from './moment.ts'
import styles from './OpenPage.module.css'
import { PeopleHere } from './PeopleHere.tsx'
import { RescuedTexts } from './RescuedTexts.tsx'
import { SavedStatus } from './SavedStatus.tsx'
import { useMe } from './SessionContext.ts'
import { Skeleton } from './Skeleton.tsx'
import { type SectionWhys, sectionWhys, whyRead } from './sectionWhys.ts'
import { useFormRights, useSectionMarks, useStanding } from './useFormRights.tsx'
import { useFreshApplication } from './useFreshApplication.ts'
import { useName } from './useName.ts'
import { type Surroundings, useOpenDocument } from './useOpenDocument.ts'
import type { RescuedList } from './useRescued.ts'
import { useSaveKey } from './useSaveKey.ts'
import { useStillHere } from './useStillHere.ts'
import { useTabTitle } from './useTabTitle.ts'

interface OpenPageProps {
  readonly application: Application
  readonly form: FormTemplate
}

/** An ansökan that may be opened: connects, and shows nothing as its text before the text is there. */
export function OpenPage({ application: loaded, form }: OpenPageProps) {
  const text = useText()
  const { pages, sync } = text
  const notices = useNotices()
  /** Counts refusals: at each, what was refused is to be seen. */
  const [refusals, setRefusals] = useState(0)
  const me = useMe()
  const [application, reloadApplication] = useFreshApplication(loaded)
  const access = useAccess(application.id)
  const standing = useStanding(application)
  const { closings } = application
  const whys = useMemo(() => sectionWhys(standing, closings, form, me), [standing, closings, form, me])
  const { reload: reloadAccess } = access
  const onRecordChanged = useCallback(async () => {
    // Without contact, or access, it stays as it was; the line says which.
    reloadAccess().catch(() => {})
    await reloadApplication()
  }, [reloadAccess, reloadApplication])
  const surroundings = useMemo<Surroundings>(
    () => ({
      onMerged: ({ mine, others }) => notices.toast(sync.merged(mine, others)),
      onRefused: texts => {
        notices.toast(sync.refusedNow(texts))
        if (texts > 0) setRefusals(count => count + 1)
      },
      onRecordChanged,
      mayWriteIn: section => (whys.get(section) ?? null) === null,
      typingOn: sync.typingOn,
      wordsOf: left => leftWords(text, form, left),
    }),
    [notices, sync, text, form, onRecordChanged, whys],
  )
  const { document, ...list } = useOpenDocument(application, form, me, surroundings)
  if (!document) return <Skeleton name={application.name || pages.unnamed} />
  return (
    <WhenLoaded
      document={document}
      application={application}
      form={form}
      access={access}
      whys={whys}
      onRecordChanged={onRecordChanged}
      list={list}
      refusals={refusals}
    />
  )
}

interface WritingProps extends OpenPageProps {
  readonly document: OpenDocument
  readonly access: LoadedAccess
  readonly whys: SectionWhys
  readonly onRecordChanged: () => Promise<void>
  readonly list: RescuedList
  readonly refusals: number
}

function WhenLoaded(props: WritingProps) {
  const { document, application } = props
  const { pages } = useText()
  const loaded = useSyncExternalStore(document.subscribe, () => document.loaded)
  if (loaded) return <Writing {...props} />
  return (
    <Skeleton name={application.name || pages.unnamed}>
      <SavedStatus document={document} />
    </Skeleton>
  )
}

function Writing(props: WritingProps) {
  const { application, form, document, access, whys, onRecordChanged, list, refusals } = props
  const text = useText()
  const { pages } = text
  const me = useMe()
  const isLost = useSyncExternalStore(document.subscribe, () => isShutOut(document.saved))
  const standing = useStanding(application)
  const reading = whyRead(whys)
  // Whoever wrote keeps her words in view; whoever only read has nothing here any more.
  const isShut = isLost && reading !== null
  const marks = useSectionMarks(application, whys, access.access)
  const whom = whomToAsk(text, access.access, me.person.id)
  const rights = useFormRights({
    application,
    form,
    me,
    whys,
    access: access.access,
    isLost,
    onChanged: onRecordChanged,
  })
  const name = useName(document) || pages.unnamed
  const [guidance, setGuidance] = useState<'shown' | 'hidden'>('shown')
  useTabTitle(name)
  useSaveKey(document)
  useStillHere(document)

  const upload = useCallback((file: File) => uploadImage(document.applicationId, file), [document])
  const renderRich = useCallback(
    (section: RichSectionOfForm, mayWrite: boolean) => (
      <FaultBoundary instead={again => <NotDrawn onAgain={again} />}>
        <RichSection section={section} live={document} uploadImage={upload} editable={mayWrite} />
      </FaultBoundary>
    ),
    [document, upload],
  )

  return (
    <div className={styles.page}>
      <div className={styles.side}>
        {!isShut && <ContentsTree form={form} live={document} marks={marks} />}
      </div>
      <main id="content" className={styles.main} tabIndex={-1}>
        <div className={styles.head}>
          <div className={styles.title}>
            <h1>{name}</h1>
            {!isLost && (
              <ShareButton applicationId={application.id} me={me} standing={standing} {...access} />
            )}
          </div>
          <dl className={styles.facts} aria-label={pages.applicationFacts}>
            <div>
              <dt>{pages.factState}</dt>
              <dd>{pages.state[application.state]}</dd>
            </div>
            <div>
              <dt>{pages.factForm}</dt>
              <dd>{form.name}</dd>
            </div>
            {application.lastChange && (
              <div>
                <dt>{pages.factChanged}</dt>
                <dd>{moment(application.lastChange.at)}</dd>
              </div>
            )}
          </dl>
          <div className={styles.choices}>
            {reading === null && (
              <Button look="quiet" onClick={() => setGuidance(guidance === 'shown' ? 'hidden' : 'shown')}>
                {guidance === 'shown' ? pages.hideHelp : pages.showHelp}
              </Button>
            )}
            {!isLost && <AuthorsButton applicationId={application.id} form={form} />}
            {!isLost && may(standing, 'readLog') && (
              <Link className={styles.quietLink} href={`/ansokningar/${application.id}/logg`}>
                {text.authors.log}
              </Link>
            )}
          </div>
        </div>
        <div className={styles.bar}>
          <div className={styles.status}>
            {!isShut && <ContentsDrawer form={form} live={document} marks={marks} />}
            {!isLost && <SavedStatus document={document} />}
            <PeopleHere live={document} form={form} me={presentPerson(me)} />
          </div>
          {reading === null && !isLost && <EditorToolbar live={document} />}
          {reading !== null && !isLost && <ReadingBanner standing={standing} why={reading} whom={whom} />}
        </div>
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
          form={form}
          list={list}
          mayWriteIn={section => !isLost && (whys.get(section ?? '') ?? null) === null}
          refusals={refusals}
        />
        {!isShut && (
          <FormView
            form={form}
            live={document}
            personId={me.person.id}
            renderRich={renderRich}
            guidance={reading === null ? guidance : 'hidden'}
            rights={rights}
            focusOrder={editorPage(document).focus}
          />
        )}
        <KeepCopy />
      </main>
    </div>
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
