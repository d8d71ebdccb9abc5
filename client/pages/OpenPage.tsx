import { useMemo, useSyncExternalStore } from 'react'
import { rootsOf } from '../../shared/document/roots.ts'
import type { FormTemplate } from '../../shared/form/FormTemplate.ts'
import type { Application } from '../../shared/http/application.ts'
import type { Party } from '../../shared/people/person.ts'
import { useText } from '../text/useText.ts'
import { RestoredNotice } from '../version/RestoredNotice.tsx'
import { useOpenComments } from './commenting/useOpenComments.ts'
import { LoadedPage, type OpenedProps } from './LoadedPage.tsx'
import { SavedStatus } from './SavedStatus.tsx'
import { useMe } from './SessionContext.ts'
import { Skeleton } from './Skeleton.tsx'
import { useMyRights } from './useMyRights.ts'
import { useOpenDocument } from './useOpenDocument.ts'
import { useSurroundings } from './useSurroundings.ts'
import { useRestored } from './versions/useRestored.ts'

const noParties: readonly Party[] = []

interface OpenPageProps {
  readonly application: Application
  readonly form: FormTemplate
}

/** An ansökan that may be opened: connects, and shows nothing as its text before the text is there. */
export function OpenPage({ application: loaded, form }: OpenPageProps) {
  const { pages } = useText()
  const me = useMe()
  const rights = useMyRights(loaded, form)
  const comments = useOpenComments(rights)
  const [restored, lookForRestored] = useRestored(rights)
  const [surroundings, refusals] = useSurroundings(form, rights, comments.look, lookForRestored)
  const { application } = rights
  const roots = useMemo(() => rootsOf(form), [form])
  const { document, ...list } = useOpenDocument({ id: application.id, roots, application }, me, surroundings)
  return (
    <>
      {document ? (
        <WhenLoaded
          document={document}
          form={form}
          rights={rights}
          comments={comments}
          list={list}
          refusals={refusals}
        />
      ) : (
        <Skeleton name={application.name || pages.unnamed} />
      )}
      <RestoredNotice
        applicationId={application.id}
        parties={rights.access.access?.parties ?? noParties}
        mayHaveWritten={rights.reading === null}
        {...restored}
      />
    </>
  )
}

function WhenLoaded(props: OpenedProps) {
  const { document, rights } = props
  const { pages } = useText()
  const loaded = useSyncExternalStore(document.subscribe, () => document.loaded)
  if (loaded) return <LoadedPage {...props} />
  return (
    <Skeleton name={rights.application.name || pages.unnamed}>
      <SavedStatus document={document} />
    </Skeleton>
  )
}
