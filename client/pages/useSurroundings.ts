import { useMemo, useState } from 'react'
import type { FormTemplate } from '../../shared/form/FormTemplate.ts'
import { writableKeys } from '../../shared/people/closedSection.ts'
import { tellNewNotices } from '../notices/newNotices.ts'
import { useText } from '../text/useText.ts'
import { useNotices } from '../ui/notices.ts'
import { leftWords } from './leftWords.ts'
import { useMe } from './SessionContext.ts'
import type { MyRights } from './useMyRights.ts'
import type { Surroundings } from './useOpenDocument.ts'

/**
 * What the page says and does about what happens to the document. The second value counts refusals: at each, what was
 * refused is to be seen.
 */
export function useSurroundings(
  form: FormTemplate,
  { whys, standing, application: { closings }, lookAgain }: MyRights,
  onComments: () => void,
  onVersions: () => void,
): readonly [Surroundings, number] {
  const text = useText()
  const me = useMe()
  const { sync } = text
  const notices = useNotices()
  const [refusals, setRefusals] = useState(0)
  const surroundings = useMemo<Surroundings>(
    () => ({
      onMerged: ({ mine, others }) => notices.toast(sync.merged(mine, others)),
      onRefused: texts => {
        notices.toast(sync.refusedNow(texts))
        if (texts > 0) setRefusals(count => count + 1)
      },
      onRecordChanged: lookAgain,
      onComments,
      onVersions,
      onNotices: tellNewNotices,
      mayWriteIn: (section, key) => {
        if ((whys.get(section) ?? null) !== null) return false
        const keys = writableKeys(standing, me.party.id, closings[section]?.closing)
        return keys === 'all' || typeof key !== 'string' || keys(key)
      },
      typingOn: sync.typingOn,
      wordsOf: (left, state) => leftWords(text, form, left, state),
    }),
    [notices, sync, text, form, lookAgain, onComments, onVersions, whys, standing, closings, me],
  )
  return [surroundings, refusals]
}
