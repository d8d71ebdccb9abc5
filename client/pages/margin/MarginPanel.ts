import type { ReactNode } from 'react'
import type { IconName } from '../../ui/Icon.tsx'

/** Something that stands beside the text of an ansökan: a tab of the margin, with a button on the page's bar. */
export interface MarginPanel {
  readonly key: string
  /** On the tab, e.g. `Kommentarer`. */
  readonly title: string
  /** Name of the button, with the count in words, e.g. `Kommentarer, 3 öppna`. */
  readonly buttonName: string
  readonly icon: IconName
  /** Of what waits there; nothing is said of none. */
  readonly count: number
  /**
   * `text`: as tall as the text, from the same top, so that what is in it can stand at its place there; `window`: as
   * tall as the window, and scrolls by itself. In the drawer all of them do.
   */
  readonly tall: 'text' | 'window'
  /** Asked only while it is shown. */
  readonly draw: (place: MarginPlace) => ReactNode
}

export interface MarginPlace {
  /** Beside the text, or in a drawer above it where the window is narrow. */
  readonly is: 'column' | 'drawer'
  /** For what leads back into the text; from a drawer nothing there can be reached. */
  readonly close: () => void
}

export const marginButtonId = (key: string): string => `margin-button-${key}`
