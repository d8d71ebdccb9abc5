import { useRef, useState } from 'react'
import { formById } from '../../shared/form/forms.ts'
import { type ReadWord, wordMaxBytes } from '../../shared/http/formImport.ts'
import type { ProblemKind } from '../../shared/http/problem.ts'
import type { Placements } from '../../shared/import/ReadForm.ts'
import { CallFailed } from '../http/call.ts'
import { readWord } from '../http/formImport.ts'
import { problemWords } from '../text/problemWords.ts'
import { useText } from '../text/useText.ts'
import { carriedOver } from './decisions.ts'

/** A file as it was when it was chosen: what is made of it later is made of the same bytes. */
export interface KeptFile {
  readonly name: string
  readonly bytes: Blob
}

/** A file that has been read. */
export interface ReadFile extends KeptFile {
  readonly answer: ReadWord
  /** Which form somebody has said that it is written on; null while nobody has. */
  readonly formSaid: string | null
}

/** Why a file was not read. */
export interface FileFault {
  readonly words: string
  /** Can be read again as it is; null where it would be refused again. */
  readonly file: KeptFile | null
  /** None of the headings were found: it can be read as a form that is named. */
  readonly asksForForm: boolean
}

export interface WordFile {
  /** Name of the file that is being read; null while none is. */
  readonly reading: string | null
  readonly fault: FileFault | null
  readonly file: ReadFile | null
  readonly placements: Placements
  readonly setPlacements: (placements: Placements) => void
  readonly choose: (files: readonly File[]) => void
  readonly readAgain: (file: KeptFile, formId: string | null) => void
  readonly sayForm: (formId: string) => void
  readonly stop: () => void
  /** Lets go of the file and of all that was decided of it. */
  readonly forget: () => void
}

/** Refused for what is in the file, which it would be again. */
const isOfFile: ReadonlySet<string> = new Set<ProblemKind>([
  'notAWordFile',
  'lockedWordFile',
  'macroWordFile',
  'largeWordFile',
  'damagedWordFile',
  'tooLarge',
  'mayNot',
])

/** A Word file and what has been decided of it. What is refused leaves what was there. */
export function useWordFile(): WordFile {
  const text = useText()
  const { formImport: words } = text
  const [reading, setReading] = useState<string | null>(null)
  const [fault, setFault] = useState<FileFault | null>(null)
  const [file, setFile] = useState<ReadFile | null>(null)
  const [placements, setPlacements] = useState<Placements>({})
  /** Counts what is asked: an answer that came too late is left. */
  const asked = useRef(0)

  const refuse = (said: string) => setFault({ words: said, file: null, asksForForm: false })

  const readAgain = async (kept: KeptFile, formId: string | null) => {
    asked.current += 1
    const mine = asked.current
    setFault(null)
    setReading(kept.name)
    try {
      const answer = await readWord(kept.bytes, formId)
      if (mine !== asked.current) return
      const form = formById(answer.read.form.formId)
      setPlacements(file && form ? carriedOver(file.answer.read, placements, answer.read, form) : {})
      setFile({ ...kept, answer, formSaid: formId })
    } catch (refused) {
      if (mine !== asked.current) return
      const kind = refused instanceof CallFailed ? refused.kind : null
      setFault({
        words: kind === 'noContact' ? words.noContact : problemWords(text, refused),
        file: kind === null || isOfFile.has(kind) ? null : kept,
        asksForForm: kind === 'noFormInWordFile',
      })
    }
    setReading(null)
  }

  const choose = async ([chosen, ...others]: readonly File[]) => {
    if (!chosen) return
    if (others.length > 0) return refuse(words.several)
    if (chosen.size === 0) return refuse(words.empty)
    if (chosen.size > wordMaxBytes) {
      return refuse(words.tooLarge(Math.ceil((chosen.size / 1024 / 1024) * 10) / 10))
    }
    let bytes: Blob
    try {
      bytes = new Blob([await chosen.arrayBuffer()])
    } catch {
      // Gone or locked since it was chosen, or a folder was dropped.
      return refuse(words.unreadable)
    }
    await readAgain({ name: chosen.name, bytes }, null)
  }

  return {
    ...{ reading, fault, file, placements, setPlacements },
    choose: files => void choose(files),
    readAgain: (kept, formId) => void readAgain(kept, formId),
    sayForm: formId => file && setFile({ ...file, formSaid: formId }),
    stop: () => {
      asked.current += 1
      setReading(null)
    },
    forget: () => {
      asked.current += 1
      setReading(null)
      setFault(null)
      setFile(null)
      setPlacements({})
    },
  }
}
