import { useMemo, useRef, useState } from 'react'
import type { FormTemplate } from '../../../shared/form/FormTemplate.ts'
import type { Round } from '../../../shared/http/consultation.ts'
import { tellNewNotices } from '../../notices/newNotices.ts'
import type { Surroundings } from '../../pages/useOpenDocument.ts'
import { useText } from '../../text/useText.ts'
import { useNotices } from '../../ui/notices.ts'
import { leftReplyWords } from './leftReplyWords.ts'

/**
 * What the page says and does about what happens to the draft of an answer. The second value counts refusals: at each,
 * what was refused is to be seen.
 */
export function useReplySurroundings(
  form: FormTemplate,
  { mayDraft }: NonNullable<Round['mine']>,
  onChanged: () => Promise<void>,
): readonly [Surroundings, number] {
  const text = useText()
  const { sync, reply: words } = text
  const notices = useNotices()
  const [refusals, setRefusals] = useState(0)
  const ask = useRef(onChanged)
  ask.current = onChanged
  const surroundings = useMemo<Surroundings>(
    () => ({
      onMerged: ({ mine, others }) => notices.toast(sync.merged(mine, others)),
      onRefused: texts => {
        notices.toast(texts > 0 ? words.notTaken : sync.refusedNow(0))
        if (texts > 0) setRefusals(count => count + 1)
      },
      onRecordChanged: () => ask.current(),
      onComments: () => {},
      onVersions: () => {},
      onNotices: tellNewNotices,
      mayWriteIn: () => mayDraft,
      typingOn: sync.typingOn,
      wordsOf: left => leftReplyWords(text, form, left),
    }),
    [notices, sync, words, text, form, mayDraft],
  )
  return [surroundings, refusals]
}
