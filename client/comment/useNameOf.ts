import { useCallback } from 'react'
import { useText } from '../text/useText.ts'
import { useCommentsOnPage } from './CommentsContext.ts'

/** The name now of somebody, or of a party, that is mentioned or waited for. */
export function useNameOf(): (is: 'person' | 'party', id: string) => string {
  const { named, parties, comments } = useCommentsOnPage()
  const { comments: words } = useText()
  return useCallback(
    (is: 'person' | 'party', id: string) => {
      if (is === 'party') return parties.find(party => party.id === id)?.name ?? words.somebodyElse
      const known = named.find(one => one.is === 'person' && one.id === id)
      if (known) return known.name
      // She may have left, and have said something here.
      for (const { thread } of comments.entries()) {
        for (const { by } of thread.posts) if (by.personId === id) return by.name
      }
      return words.somebodyElse
    },
    [named, parties, comments, words],
  )
}
