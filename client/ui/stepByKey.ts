/** The item that a key leads to from the one that has focus, around the ends; undefined for any other key. */
export function stepByKey(
  items: readonly HTMLElement[],
  key: string,
  back: 'ArrowLeft' | 'ArrowUp',
  on: 'ArrowRight' | 'ArrowDown',
): HTMLElement | undefined {
  const at = (items as readonly unknown[]).indexOf(document.activeElement)
  switch (key) {
    case on:
      return items[(at + 1) % items.length]
    case back:
      return items.at(at <= 0 ? -1 : at - 1)
    case 'Home':
      return items[0]
    case 'End':
      return items.at(-1)
    default:
      return undefined
  }
}
