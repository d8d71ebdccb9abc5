import { useCallback, useEffect, useRef, useState } from 'react'
import type { Reply } from '../../../shared/http/replies.ts'
import { listReplies } from '../../http/consultation.ts'

export interface SeenReplies {
  /** The answers of a round that I may see; null until they have come. What was there stays while they are asked for anew. */
  readonly replies: readonly Reply[] | null
  /** Why they did not come the last time; null when they did. */
  readonly fault: unknown
  readonly look: () => void
  /** Takes an answer as the server has just given it. */
  readonly took: (reply: Reply) => void
}

export function useReplies(applicationId: string, round: number): SeenReplies {
  const [replies, setReplies] = useState<readonly Reply[] | null>(null)
  const [fault, setFault] = useState<unknown>(null)
  /** Only the last answer counts: they may overtake each other. */
  const asked = useRef(0)
  const look = useCallback(() => {
    asked.current += 1
    const mine = asked.current
    listReplies(applicationId, round).then(
      answer => {
        if (mine !== asked.current) return
        setReplies(before => sameReplies(before, answer))
        setFault(null)
      },
      (problem: unknown) => {
        if (mine === asked.current) setFault(problem)
      },
    )
  }, [applicationId, round])
  const took = useCallback(
    (reply: Reply) => {
      setReplies(before => withReply(before ?? [], reply))
      // What was asked for before may be older than this.
      look()
    },
    [look],
  )
  useEffect(() => {
    look()
    return () => {
      asked.current += 1
    }
  }, [look])
  return { replies, fault, look, took }
}

/** The answers with this one in the place of what it was. */
export function withReply(replies: readonly Reply[], reply: Reply): readonly Reply[] {
  const isIt = ({ partyId, number }: Reply) => partyId === reply.partyId && number === reply.number
  return replies.some(isIt) ? replies.map(known => (isIt(known) ? reply : known)) : [...replies, reply]
}

/** What says the same stays the same object: what is drawn from it is not drawn anew. */
function sameReplies(before: readonly Reply[] | null, now: readonly Reply[]): readonly Reply[] {
  if (before === null) return now
  const known = new Map(before.map(reply => [JSON.stringify(reply), reply]))
  const kept = now.map(reply => known.get(JSON.stringify(reply)) ?? reply)
  const isSame = kept.length === before.length && kept.every((reply, place) => reply === before[place])
  return isSame ? before : kept
}
