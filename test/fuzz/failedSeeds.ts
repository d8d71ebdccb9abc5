/** Every seed of the convergence fuzz that has ever failed, and what it showed. They are run with the rest. */
export const failedSeeds: readonly number[] = []
