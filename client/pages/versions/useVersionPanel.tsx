import { useMemo } from 'react'
import { may } from '../../../shared/people/may.ts'
import { CallFailed } from '../../http/call.ts'
import type { OpenDocument } from '../../sync/OpenDocument.ts'
import { useText } from '../../text/useText.ts'
import { VersionPanel } from '../../version/VersionPanel.tsx'
import type { MarginPanel } from '../margin/MarginPanel.ts'
import type { MyRights } from '../useMyRights.ts'

/** As long as what I have just written may take to be saved; without contact it does not get there. */
const longestMs = 8_000

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

async function inTime(saved: Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new CallFailed('noContact')), longestMs)
  })
  try {
    await Promise.race([saved, tooLate])
  } finally {
    clearTimeout(timer)
  }
}
