import type { FilledForm } from '../../shared/document/filledForm.ts'
import { flerpartsmoten } from './flerpartsmoten.ts'
import { individstod } from './individstod/individstod.ts'
import { plattform } from './plattform/plattform.ts'

/** What the demo starts with, the fullest first. */
export const demoApplications: readonly FilledForm[] = [plattform, individstod, flerpartsmoten]
