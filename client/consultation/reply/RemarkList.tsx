import { useCallback, useContext, useEffect, useState } from 'react'
import type { FormTemplate } from '../../../shared/form/FormTemplate.ts'
import type { Thread } from '../../../shared/http/comments.ts'
import type { Round } from '../../../shared/http/consultation.ts'
import { remarksMost } from '../../../shared/http/replies.ts'
import { useMayWrite, useOpenFields } from '../../form/FieldsContext.ts'
import itemStyles from '../../form/items/items.module.css'
import { standing } from '../../form/items/rowSteps.ts'
import { useItemList } from '../../form/items/useItemList.ts'
import { useText } from '../../text/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { useNotices } from '../../ui/notices.ts'
import { GatherDialog } from './GatherDialog.tsx'
import { GatheringContext } from './GatheringContext.ts'
import { gather, gatheredIn, remarkShapes, threadsToGather } from './gathering.ts'
import { RemarkRow } from './RemarkRow.tsx'
import { useRoundThreads } from './RoundThreads.ts'
import styles from './reply.module.css'

interface RemarkListProps {
  readonly form: FormTemplate
  readonly round: Round
  readonly partyId: string
}

/** *Synpunkter per avsnitt*: written here, or made of what my party has said in the round. */
export function RemarkList({ form, round, partyId }: RemarkListProps) {
  const { reply: words } = useText()
  const notices = useNotices()
  const { live } = useOpenFields()
  const mayWrite = useMayWrite()
  const items = useItemList()
  const [isGathering, setIsGathering] = useState(false)
  const said = useRoundThreads()
  const rows = standing(items.rows)
  const { doc } = live
  const left = said ? threadsToGather(said.threads, partyId, round.number, gatheredIn(doc)) : []
  const isFull = rows.length >= remarksMost

  const wordsOf = said?.wordsOf
  const take = useCallback(
    (threads: readonly Thread[]) => {
      if (!wordsOf) return
      for (const thread of threads) gather(doc, thread, wordsOf(thread))
      notices.toast(words.gathered(threads.length))
    },
    [doc, wordsOf, notices, words],
  )
  const gathering = useContext(GatheringContext)
  useEffect(() => {
    if (!gathering || !mayWrite || !wordsOf) return
    return gathering.open({
      has: threadId => gatheredIn(doc).has(threadId),
      take: thread => take([thread]),
      subscribe: listener => {
        const root = doc.getMap('remarks')
        root.observeDeep(listener)
        return () => root.unobserveDeep(listener)
      },
    })
  }, [gathering, mayWrite, wordsOf, doc, take])

  return (
    <>
      <div ref={items.list} className={itemStyles.list} data-tools="inside">
        {items.rows.map(row => (
          <RemarkRow key={row.key} row={row} items={items} form={form} round={round} />
        ))}
      </div>
      {items.rows.length === 0 && <p className={itemStyles.none}>{words.noRemarks}</p>}
      {mayWrite && (
        <div className={itemStyles.under}>
          <Button
            look="quiet"
            icon={<Icon name="add" />}
            aria-disabled={isFull || undefined}
            onClick={() => isFull || items.add(remarkShapes, { section: round.sections?.[0] ?? null })}
          >
            {words.addRemark}
          </Button>
          {said !== null && (
            <Button look="quiet" icon={<Icon name="comment" />} onClick={() => setIsGathering(true)}>
              {words.gather}
            </Button>
          )}
        </div>
      )}
      {mayWrite && left.length > 0 && <p className={styles.soft}>{words.notGathered(left.length)}</p>}
      {isGathering && said !== null && (
        <GatherDialog
          form={form}
          threads={left}
          wordsOf={said.wordsOf}
          onTake={threads => {
            setIsGathering(false)
            take(threads)
          }}
          onClose={() => setIsGathering(false)}
        />
      )}
    </>
  )
}
