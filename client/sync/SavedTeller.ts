import { type SavedFacts, type SavedState, savedStateAt } from './savedState.ts'

/** Keeps what the page says of where my words are, as facts come in and as time goes by. */
export class SavedTeller {
  #facts: SavedFacts = {
    outstanding: 0,
    outstandingSince: null,
    line: 'live',
    lostSince: null,
    savedAt: null,
    trouble: null,
    ended: null,
    leftElsewhere: false,
  }
  #state: SavedState = { is: 'saved', at: null }
  #timer: ReturnType<typeof setTimeout> | undefined
  readonly #onChange: () => void

  constructor(onChange: () => void) {
    this.#onChange = onChange
  }

  get state(): SavedState {
    return this.#state
  }

  get facts(): SavedFacts {
    return this.#facts
  }

  tell(facts: Partial<SavedFacts>): void {
    this.#facts = { ...this.#facts, ...facts }
    this.#refresh()
  }

  stop(): void {
    clearTimeout(this.#timer)
  }

  readonly #refresh = () => {
    const { state, changesInMs } = savedStateAt(this.#facts, performance.now())
    clearTimeout(this.#timer)
    if (changesInMs !== null) this.#timer = setTimeout(this.#refresh, changesInMs)
    if (JSON.stringify(state) === JSON.stringify(this.#state)) return
    this.#state = state
    this.#onChange()
  }
}
