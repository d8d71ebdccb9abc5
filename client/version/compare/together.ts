import { createElement, Fragment, type ReactNode } from 'react'

/** Side by side. They are told by their places: a comparison is only ever drawn anew as a whole. */
export function together<Item>(
  items: readonly Item[],
  draw: (item: Item, at: number) => ReactNode,
): ReactNode {
  return createElement(Fragment, null, ...items.map(draw))
}
