import { useCallback, useMemo } from 'react'
import type { FormTemplate } from '../../shared/form/FormTemplate.ts'
import type { Application } from '../../shared/http/application.ts'
import type { Standing } from '../../shared/people/may.ts'
import { type LoadedAccess, useAccess } from '../access/useAccess.ts'
import { useMe } from './SessionContext.ts'
import { type SectionWhys, sectionWhys, whyRead } from './sectionWhys.ts'
import { useStanding } from './useFormRights.tsx'
import { useFreshApplication } from './useFreshApplication.ts'

/** What the records of an ansökan say of me and of the others, as last heard. */
export interface MyRights {
  readonly application: Application
  readonly standing: Standing
  readonly whys: SectionWhys
  /** Why I may write nowhere; null if I may somewhere. */
  readonly reading: 'role' | 'state' | null
  readonly access: LoadedAccess
  /** Asks for all of it again, and resolves when the ansökan is known anew; without an answer it stays as it was. */
  readonly lookAgain: () => Promise<void>
}

export function useMyRights(loaded: Application, form: FormTemplate): MyRights {
  const me = useMe()
  const [application, reloadApplication] = useFreshApplication(loaded)
  const access = useAccess(application.id)
  const standing = useStanding(application)
  const { closings } = application
  const whys = useMemo(() => sectionWhys(standing, closings, form, me), [standing, closings, form, me])
  const { reload: reloadAccess } = access
  const lookAgain = useCallback(async () => {
    // Without contact, or access, it stays as it was; the line says which.
    reloadAccess().catch(() => {})
    await reloadApplication()
  }, [reloadAccess, reloadApplication])
  return { application, standing, whys, reading: whyRead(whys), access, lookAgain }
}
