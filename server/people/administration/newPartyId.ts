/** An id for an organisation, made of its short name: `Heby` is `heby`, and the next `heby-2`. */
export function newPartyId(shortName: string, taken: Readonly<Record<string, unknown>>): string {
  const plain = shortName
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 24)
  const first = plain === '' ? 'part' : plain
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? first : `${first}-${number}`
    if (!Object.hasOwn(taken, id) && id !== 'constructor') return id
  }
}
