import { type ReactNode, useMemo, useState } from 'react'
import type { FormTemplate } from '../../../shared/form/FormTemplate.ts'
import { may } from '../../../shared/people/may.ts'
import type { Party } from '../../../shared/people/person.ts'
import { RoundsPanel } from '../../consultation/RoundsPanel.tsx'
import { SendDialog } from '../../consultation/send/SendDialog.tsx'
import type { OpenDocument } from '../../sync/OpenDocument.ts'
import { useText } from '../../text/useText.ts'
import { inTime } from '../inTime.ts'
import type { MarginPanel } from '../margin/MarginPanel.ts'
import { useMe } from '../SessionContext.ts'
import type { MyRights } from '../useMyRights.ts'

const noParties: readonly Party[] = []

interface RoundsPanelOptions {
  readonly document: OpenDocument
  readonly form: FormTemplate
  readonly rights: MyRights
  /** What the insats is called. */
  readonly name: string
  readonly isLost: boolean
}

export interface RoundsBeside {
  /** Null for those who may not see rounds. */
  readonly panel: MarginPanel | null
  /** What is filled in of one that is to be sent. Not in the margin, which goes away when the window gets narrower. */
  readonly sending: ReactNode
}

/** The rounds in the margin, and *Skicka på remiss*. */
export function useRoundsPanel(options: RoundsPanelOptions): RoundsBeside {
  const { document, form, rights, name, isLost } = options
  const { application, standing, access, lookAgain } = rights
  const { consultation: words } = useText()
  const me = useMe()
  const mayRead = may(standing, 'readRounds') && !isLost
  /** Number of the round that is being filled in. */
  const [number, setNumber] = useState<number | null>(null)
  const parties = access.access?.parties ?? noParties
  const panel = useMemo<MarginPanel | null>(
    () =>
      mayRead
        ? {
            key: 'rounds',
            title: words.panel,
            buttonName: words.panelButton(application.rounds.length),
            icon: 'send',
            count: application.rounds.length,
            tall: 'window',
            draw: () => (
              <RoundsPanel
                // Told of anew when a round has changed.
                stamp={application}
                applicationId={application.id}
                form={form}
                me={me}
                standing={standing}
                parties={parties}
                onChanged={() => void lookAgain()}
                onSend={setNumber}
              />
            ),
          }
        : null,
    [mayRead, words, application, form, me, standing, parties, lookAgain],
  )
  const sending = mayRead && number !== null && (
    <SendDialog
      applicationId={application.id}
      form={form}
      name={name}
      me={me}
      standing={standing}
      access={access.access}
      reloadAccess={access.reload}
      number={number}
      allSaved={() => inTime(document.allSaved())}
      onSent={() => void lookAgain()}
      onClose={() => setNumber(null)}
    />
  )
  return { panel, sending }
}
