import type { FilledForm } from '../../shared/document/filledForm.ts'

/** What a form calls the insats; empty when it has no name. */
export function nameIn({ sections }: FilledForm): string {
  const name = sections.name
  return name?.kind === 'text' ? (name.value ?? '') : ''
}
