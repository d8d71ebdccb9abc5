import { useMemo } from 'react'
import type { FormTemplate } from '../../../shared/form/FormTemplate.ts'
import type { Round } from '../../../shared/http/consultation.ts'
import { CommentSign } from '../../comment/CommentSign.tsx'
import type { CommentedRound } from '../../comment/CommentsContext.ts'
import type { BesideForm } from '../../form/BesideForm.ts'
import { type Commenting, useCommenting } from '../../pages/commenting/useCommenting.tsx'
import { type CommentsOfPage, useOpenComments } from '../../pages/commenting/useOpenComments.ts'
import type { MyRights } from '../../pages/useMyRights.ts'
import type { LiveDocument } from '../../sync/LiveDocument.ts'
import { GatherButton } from '../reply/GatherButton.tsx'
import { isAsked, takesComments } from './whyNoReply.ts'

interface RoundCommentingOptions {
  readonly round: Round
  readonly form: FormTemplate
  /** The version that was sent, as a document to be read. */
  readonly live: LiveDocument
  readonly rights: MyRights
  readonly myPartyId: string
  readonly isGuest: boolean
}

/** The comments of my party on what a round has sent: there for those who were asked, and begun while it goes on. */
export function useRoundCommenting(
  options: RoundCommentingOptions,
): Commenting & { readonly opened: CommentsOfPage } {
  const { round, form, live, rights, myPartyId, isGuest } = options
  const { number } = round
  const opened = useOpenComments(rights, number)
  const mayBegin = takesComments(round, isGuest)
  const commented = useMemo<CommentedRound>(
    () => ({
      number,
      mayBegin,
      tools: thread => <GatherButton thread={thread} partyId={myPartyId} round={number} />,
    }),
    [number, mayBegin, myPartyId],
  )
  const isShut = !isAsked(round, isGuest)
  const commenting = useCommenting({ document: live, form, rights, opened, isShut, round: commented })
  const { beside } = commenting
  const besideSent = useMemo<BesideForm>(
    () => ({
      ...beside,
      heading: ({ key, heading }) =>
        !isShut && <CommentSign place={{ is: 'section', section: key }} name={heading} isPlain />,
      // The rows of a version have lost their keys: what is about one is said of its section.
      field: (section, path, label) => (path.includes('/') ? null : beside.field(section, path, label)),
      row: () => null,
    }),
    [beside, isShut],
  )
  return { ...commenting, beside: besideSent, opened }
}
