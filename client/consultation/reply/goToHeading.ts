import { whenOnPage } from '../../pages/commenting/whenOnPage.ts'

/** Gives focus to a heading of the answer as soon as it is drawn: the button that was pressed has gone away. */
export function goToHeading(heading: 'reply-sent' | 'stance-heading'): void {
  const went = () => {
    const element = document.getElementById(heading)
    element?.focus()
    // Folded away it takes no focus.
    return element !== null && document.activeElement === element ? element : null
  }
  whenOnPage(went, () => {})
}
