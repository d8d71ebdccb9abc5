import type * as Y from 'yjs'
import { lackingIn, type ReplyContent, readReply, tooMuchIn } from '../../../shared/consultation/readReply.ts'
import { itemsIn } from '../../../shared/document/items.ts'

/** What the draft of an answer says just now. */
export interface ReplyDraft {
  readonly content: ReplyContent
  /** Remarks in which nothing is said: they are not sent. */
  readonly emptyRemarks: number
}

/** Why an answer cannot be sent as it is, and the root in which that is mended. */
export interface Lack {
  readonly is: 'stance' | 'remarks' | 'reason' | 'longSummary' | 'longRemark' | 'attachments'
  readonly root: 'stance' | 'summary' | 'remarks' | 'attachments'
}

export function readDraft(doc: Y.Doc): ReplyDraft {
  const content = readReply(doc)
  return { content, emptyRemarks: itemsIn(doc.getMap('remarks')).length - content.remarks.length }
}

/** What is to be done before it can be sent; empty when nothing is. */
export function lacksOf(content: ReplyContent): readonly Lack[] {
  const lacking = lackingIn(content).map<Lack>(is => {
    if (is === 'stance') return { is, root: 'stance' }
    return content.stance === 'opposes' ? { is: 'reason', root: 'summary' } : { is, root: 'remarks' }
  })
  const tooMuch = tooMuchIn(content).map<Lack>(root => {
    if (root === 'summary') return { is: 'longSummary', root }
    return { is: root === 'remarks' ? 'longRemark' : 'attachments', root }
  })
  return [...lacking, ...tooMuch]
}
