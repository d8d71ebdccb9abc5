import type { FindingTarget } from './whereTo.ts'

const written = 'input, textarea, select, [contenteditable="true"], button'

/** Takes focus to a place on the page. Cells of a grid take it themselves, fields of a form in what is written in. */
export function goTo({ section, fields }: FindingTarget): void {
  const box = document.getElementById(section)
  for (const path of fields) {
    const field = box?.querySelector<HTMLElement>(`[data-field="${CSS.escape(path)}"]`)
    if (!field?.checkVisibility()) continue
    const into = field.hasAttribute('tabindex') ? field : (field.querySelector<HTMLElement>(written) ?? field)
    field.scrollIntoView({ block: 'center', inline: 'nearest' })
    into.focus({ preventScroll: true })
    return
  }
  const heading = document.getElementById(`${section}-heading`)
  heading?.scrollIntoView({ block: 'start' })
  heading?.focus({ preventScroll: true })
}
