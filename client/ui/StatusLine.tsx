import type { ReactNode } from 'react'

/** A line that is read aloud, politely, whenever its words change. It stands in the page also while empty. */
export function StatusLine({ children }: { readonly children: ReactNode }) {
  return <p role="status">{children}</p>
}
