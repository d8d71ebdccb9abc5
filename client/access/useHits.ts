import { useEffect, useState } from 'react'
import { findPeople } from '../http/access.ts'
import type { PersonFound } from './Chosen.ts'

/** A shorter word would be looked for in vain. */
const fewestLetters = 2

/** More than anybody is called; the server asks for no more. */
const mostLetters = 100

/** How long the typing may pause before it is looked for. */
const pauseMs = 200

/** How long after a search that failed it is tried again. */
const againMs = 3_000

export type Hits =
  | { readonly is: 'none' | 'tooShort' | 'looking' | 'failed'; readonly people: readonly PersonFound[] }
  | { readonly is: 'found'; readonly people: readonly PersonFound[] }

const nobody: readonly PersonFound[] = []

/** The people that somebody may be looking for, as she types. */
export function useHits(applicationId: string, written: string): Hits {
  const words = written.trim().slice(0, mostLetters)
  const [hits, setHits] = useState<Hits>({ is: 'none', people: nobody })
  useEffect(() => {
    if (words.length < fewestLetters) {
      setHits({ is: words === '' ? 'none' : 'tooShort', people: nobody })
      return
    }
    let stale = false
    setHits(before => ({ is: 'looking', people: before.people }))
    const look = () => {
      findPeople(applicationId, words).then(
        people => stale || setHits({ is: 'found', people }),
        // Whole addresses can be chosen all the same.
        () => {
          if (stale) return
          setHits({ is: 'failed', people: nobody })
          timer = setTimeout(look, againMs)
        },
      )
    }
    let timer = setTimeout(look, pauseMs)
    return () => {
      stale = true
      clearTimeout(timer)
    }
  }, [applicationId, words])
  return hits
}
