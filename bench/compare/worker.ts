import { parentPort } from 'node:worker_threads'
import { form2024 } from '../../shared/form/forms/2024/form.ts'
import { compareForms } from '../../shared/version/compare/compareForms.ts'
import type { TwoVersions } from './comparedForms.ts'

/** Compares what it is sent, as the page's worker does. */
parentPort?.on('message', ({ before, after }: TwoVersions) => {
  parentPort?.postMessage(compareForms(form2024, before, after))
})
parentPort?.postMessage('ready')
