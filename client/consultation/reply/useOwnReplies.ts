import { useCallback, useEffect, useRef, useState } from 'react'
import type { Round } from '../../../shared/http/consultation.ts'
import type { Reply } from '../../../shared/http/replies.ts'
import { listReplies } from '../../http/consultation.ts'
import { problemWords } from '../../text/problemWords.ts'
import { useText } from '../../text/useText.ts'

interface OwnReplies {
  /** What a party has sent, newest first; null until it is known. */
  readonly replies: readonly Reply[] | null
  /** Why it is not, in words. */
  readonly fault: string | null
  /** Resolves when they are known anew, or have not come. */
  readonly look: () => Promise<void>
}

/** The answers of my party in a round; asked for anew whenever the round is another. */
export function useOwnReplies(applicationId: string, round: Round, partyId: string): OwnReplies {
  const text = useText()
  const [replies, setReplies] = useState<readonly Reply[] | null>(null)
  const [fault, setFault] = useState<unknown>(null)
  /** Only the last answer counts: they may overtake each other. */
  const asked = useRef(0)
  const { number } = round
  const look = useCallback(async () => {
    asked.current += 1
    const mine = asked.current
    try {
      const own = (await listReplies(applicationId, number)).filter(reply => reply.partyId === partyId)
      if (mine !== asked.current) return
      setReplies(own.sort((one, other) => other.number - one.number))
      setFault(null)
    } catch (problem) {
      if (mine === asked.current) setFault(problem)
    }
  }, [applicationId, number, partyId])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another round says that there may be another answer
  useEffect(() => {
    void look()
    return () => {
      asked.current += 1
    }
  }, [look, round])
  // What is known stays in view while there is no contact.
  return { replies, fault: fault === null || replies !== null ? null : problemWords(text, fault), look }
}
