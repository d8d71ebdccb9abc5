/** Two items and how alike they are. */
export interface Scored {
  readonly from: number
  readonly to: number
  readonly score: number
}

/** What lies between matches that keep their order. */
export interface Gap {
  readonly from: number
  readonly fromEnd: number
  readonly to: number
  readonly toEnd: number
}

/** Which items have found what they are. */
export class Used {
  readonly before = new Set<number>()
  readonly after = new Set<number>()

  take(pairs: readonly Scored[]): void {
    for (const { from, to } of pairs) {
      this.before.add(from)
      this.after.add(to)
    }
  }

  release({ from, to }: Scored): void {
    this.before.delete(from)
    this.after.delete(to)
  }

  isFree({ from, to }: Scored): boolean {
    return !this.before.has(from) && !this.after.has(to)
  }
}
