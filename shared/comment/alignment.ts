/** What it costs to leave out a character of the words that are looked for, to read another, and to read one more. */
const leaveOut = 2
const another = 2
const oneMore = 1

const same = 0
const replaced = 1
const left = 2
const added = 3

/** For each character of `words` its place in `text` when the two are laid beside each other as cheaply as can be. */
export interface Alignment {
  /** Place in `text` of the character that stands for it; -1 when it has been left out. */
  readonly at: Int32Array
  /** 1 where that is the same character. */
  readonly isSame: Uint8Array
}

/**
 * Lays all of `words` beside the part of `text` that is most like it; what stands before and after that part costs
 * nothing. Takes time and memory of one length by the other: a byte for each pair.
 */
export function align(words: string, text: string): Alignment {
  const [rows, columns] = [words.length, text.length + 1]
  const steps = new Uint8Array((rows + 1) * columns)
  let above = new Int32Array(columns)
  for (let row = 1; row <= rows; row += 1) {
    const letter = words.charCodeAt(row - 1)
    const here = new Int32Array(columns)
    here[0] = row * leaveOut
    steps[row * columns] = left
    for (let column = 1; column < columns; column += 1) {
      const isSame = letter === text.charCodeAt(column - 1)
      let cost = (above[column - 1] ?? 0) + (isSame ? 0 : another)
      let step = isSame ? same : replaced
      const withoutIt = (above[column] ?? 0) + leaveOut
      if (withoutIt < cost) [cost, step] = [withoutIt, left]
      const withMore = (here[column - 1] ?? 0) + oneMore
      if (withMore < cost) [cost, step] = [withMore, added]
      here[column] = cost
      steps[row * columns + column] = step
    }
    above = here
  }
  return follow(steps, rows, columns, cheapest(above))
}

function cheapest(costs: Int32Array): number {
  let best = 0
  for (let column = 1; column < costs.length; column += 1) {
    if ((costs[column] ?? 0) < (costs[best] ?? 0)) best = column
  }
  return best
}

/** From the end of the part back to its beginning. */
function follow(steps: Uint8Array, rows: number, columns: number, end: number): Alignment {
  const at = new Int32Array(rows).fill(-1)
  const isSame = new Uint8Array(rows)
  let [row, column] = [rows, end]
  while (row > 0) {
    const step = steps[row * columns + column] ?? left
    if (step === added) {
      column -= 1
      continue
    }
    row -= 1
    if (step === left) continue
    column -= 1
    at[row] = column
    isSame[row] = step === same ? 1 : 0
  }
  return { at, isSame }
}
