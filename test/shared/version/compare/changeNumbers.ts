import type { FormComparison } from '../../../../shared/version/compare/comparison.ts'

/** The numbers of all changes as they are met, section by section; of a move, where it is now. */
export function changeNumbers({ sections }: FormComparison): number[][] {
  return sections.map(({ difference }) => {
    const numbers: number[] = []
    collect(difference, numbers)
    return numbers
  })
}

function collect(value: unknown, numbers: number[]): void {
  if (Array.isArray(value)) for (const held of value) collect(held, numbers)
  else if (typeof value === 'object' && value !== null) {
    if (
      'change' in value &&
      typeof value.change === 'number' &&
      !('is' in value && value.is === 'movedAway')
    ) {
      numbers.push(value.change)
    }
    // What is inside a move comes after it.
    for (const held of Object.values(value)) collect(held, numbers)
  }
}
