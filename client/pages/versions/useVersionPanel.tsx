import { useMemo } from 'react'
import { may } from '../../../shared/people/may.ts'
import type { OpenDocument } from '../../sync/OpenDocument.ts'
import { useText } from '../../text/useText.ts'
import { VersionPanel } from '../../version/VersionPanel.tsx'
import { inTime } from '../inTime.ts'
import type { MarginPanel } from '../margin/MarginPanel.ts'
import type { MyRights } from '../useMyRights.ts'

/** The versions in the margin; null for those who may not see them. */
export function useVersionPanel(
  document: OpenDocument,
  { application, standing, access }: MyRights,
  isLost: boolean,
): MarginPanel | null {
  const { versions: words } = useText()
  const mayRead = may(standing, 'readVersions') && !isLost
  const mayMake = may(standing, 'makeVersion')
  const parties = access.access?.parties
  return useMemo(
    () =>
      mayRead
        ? {
            key: 'versions',
            title: words.panel,
            buttonName: words.panelButton,
            icon: 'clock',
            count: 0,
            tall: 'window',
            draw: () => (
              <VersionPanel
                applicationId={application.id}
                parties={parties ?? []}
                mayMake={mayMake}
                allSaved={() => inTime(document.allSaved())}
                // Told of anew when a version has been made, or something has been written.
                stamp={application}
              />
            ),
          }
        : null,
    [document, mayRead, mayMake, words, application, parties],
  )
}
