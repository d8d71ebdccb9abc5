/**
 * Prints one part of the page, and nothing of the rest, wherever it stands: a copy of it, last in the page until it has
 * been printed. What hides the rest stands in `sent.module.css`.
 */
export function printOnly(part: HTMLElement): void {
  const copy = part.cloneNode(true)
  if (!(copy instanceof HTMLElement)) return
  for (const named of [copy, ...copy.querySelectorAll('[id]')]) named.removeAttribute('id')
  copy.dataset.printed = ''
  document.body.append(copy)
  window.addEventListener('afterprint', () => copy.remove(), { once: true })
  window.print()
}
