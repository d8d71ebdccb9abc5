import { useCallback, useEffect, useRef, useState } from 'react'
import type { RemarkAnswer, Reply } from '../../../shared/http/replies.ts'
import { CallFailed } from '../../http/call.ts'
import { answerRemark } from '../../http/consultation.ts'
import type { AnswerMemory } from './answerMemory.ts'
import { answerToSend, saysTheSame, type WrittenAnswer, writtenOf } from './writtenAnswer.ts'

/** A choice is saved after so long: whoever goes through the choices with the arrow keys passes over some. */
const chosenAfterMs = 700

interface AnswerOptions {
  readonly applicationId: string
  readonly round: number
  readonly reply: Reply
  readonly remarkId: string
  readonly answer: RemarkAnswer | null
  readonly memory: AnswerMemory
  /** The server has it. `isAnswered` false: it was taken back. */
  readonly onSaved: (reply: Reply, isAnswered: boolean) => void
  /** The party has sent another answer meanwhile. */
  readonly onReplaced: () => void
}

export interface AnswerInHand {
  readonly shown: WrittenAnswer
  /** There is something that the server does not have. */
  readonly isUnsaved: boolean
  readonly isSaving: boolean
  /** Why it was not saved the last time; null when it was. */
  readonly fault: unknown
  readonly change: (change: Partial<WrittenAnswer>) => void
  /** A choice has been made: saved in a moment. */
  readonly choose: (change: Partial<WrittenAnswer>) => void
  /** Saves what is whole. */
  readonly save: () => void
  readonly takeBack: () => void
}

/** The owner's answer to a remark, as it is being written: kept on this device until the server has it. */
export function useAnswer(options: AnswerOptions): AnswerInHand {
  const { reply, remarkId, answer, memory } = options
  const { partyId } = reply
  const [written, setWritten] = useState(() => memory.load(partyId, remarkId))
  const [isSaving, setSaving] = useState(false)
  const [fault, setFault] = useState<unknown>(null)
  const now = useRef({ options, written })
  now.current.options = options
  const busy = useRef(false)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)

  const put = useCallback(
    (next: WrittenAnswer | null) => {
      now.current.written = next
      setWritten(next)
      if (next === null) memory.drop(partyId, remarkId)
      else memory.keep(partyId, remarkId, next)
    },
    [memory, partyId, remarkId],
  )
  const change = useCallback(
    (changed: Partial<WrittenAnswer>) =>
      put({ ...(now.current.written ?? writtenOf(now.current.options.answer)), ...changed }),
    [put],
  )

  /** Sends something, one at a time. What has been written meanwhile is sent after it. */
  const send = useCallback(
    async (sent: WrittenAnswer | null) => {
      const { applicationId, round, reply, remarkId, onSaved, onReplaced } = now.current.options
      const answer = sent && answerToSend(sent)
      if (busy.current || (sent !== null && answer === null)) return
      busy.current = true
      setSaving(true)
      let isDone = false
      try {
        const asked = { reply: reply.number, answer }
        const saved = await answerRemark(applicationId, round, reply.partyId, remarkId, asked)
        setFault(null)
        if (now.current.written === sent || sent === null) put(null)
        isDone = true
        onSaved(saved, answer !== null)
      } catch (problem) {
        setFault(problem)
        if (problem instanceof CallFailed && problem.kind === 'replyChanged') onReplaced()
      } finally {
        busy.current = false
        setSaving(false)
      }
      const left = now.current.written
      if (isDone && left !== null && left !== sent) await send(left)
    },
    [put],
  )
  const save = useCallback(() => {
    clearTimeout(timer.current)
    const { written, options } = now.current
    if (written === null) return
    if (saysTheSame(written, options.answer)) {
      put(null)
      setFault(null)
    } else void send(written)
  }, [put, send])
  const choose = useCallback(
    (changed: Partial<WrittenAnswer>) => {
      change(changed)
      clearTimeout(timer.current)
      timer.current = setTimeout(save, chosenAfterMs)
    },
    [change, save],
  )
  const takeBack = useCallback(() => {
    clearTimeout(timer.current)
    put(null)
    if (now.current.options.answer !== null) void send(null)
  }, [put, send])
  // Whoever leaves the page has chosen.
  useEffect(() => save, [save])
  const hadNoContact = fault instanceof CallFailed && fault.kind === 'noContact'
  useEffect(() => {
    if (!hadNoContact) return
    window.addEventListener('online', save)
    return () => window.removeEventListener('online', save)
  }, [hadNoContact, save])

  const shown = written ?? writtenOf(answer)
  return {
    shown,
    isUnsaved: written !== null && !saysTheSame(written, answer),
    isSaving,
    fault,
    change,
    choose,
    save,
    takeBack,
  }
}
