import {
  type NewOrganisation,
  type Organisation,
  type OrganisationsAnswer,
  organisationSchema,
  organisationsSchema,
  type PersonShown,
  type PersonsAnswer,
  personShownSchema,
  personsSchema,
} from '../../shared/http/people.ts'
import { call } from './call.ts'

/** For administrators only, as all of this. */
export async function listOrganisations(): Promise<OrganisationsAnswer> {
  return await call('GET', '/organisations', organisationsSchema)
}

export async function addOrganisation(organisation: NewOrganisation): Promise<Organisation> {
  return await call('POST', '/organisations', organisationSchema, organisation)
}

/** All but what kind it is, which stands for ever. */
export async function changeOrganisation(
  id: string,
  { kind: _, ...organisation }: NewOrganisation,
): Promise<Organisation> {
  return await call('PUT', `/organisations/${encodeURIComponent(id)}`, organisationSchema, organisation)
}

/** Everybody in whose name, title or address the words occur; for no words, everybody. */
export async function searchPersons(words: string): Promise<PersonsAnswer> {
  return await call('GET', `/persons?${new URLSearchParams({ q: words })}`, personsSchema)
}

export async function addPerson(person: {
  readonly name: string
  readonly title: string
  readonly address: string
}): Promise<PersonShown> {
  return await call('POST', '/persons', personShownSchema, person)
}

export async function changePerson(
  id: string,
  person: { readonly name: string; readonly title: string; readonly isAdministrator: boolean },
): Promise<PersonShown> {
  return await call('PUT', `/persons/${encodeURIComponent(id)}`, personShownSchema, person)
}

/** She has left. `shownAs`: what stands for her in what has been done. */
export async function deactivatePerson(id: string, shownAs: PersonShown['shownAs']): Promise<PersonShown> {
  return await call('POST', `/persons/${encodeURIComponent(id)}/deactivate`, personShownSchema, { shownAs })
}

/** She is known by no sign-in of an organisation any more, and out everywhere. */
export async function unlinkOpenIds(id: string): Promise<PersonShown> {
  return await call('DELETE', `/persons/${encodeURIComponent(id)}/open-ids`, personShownSchema)
}

export async function reactivatePerson(id: string): Promise<PersonShown> {
  return await call('POST', `/persons/${encodeURIComponent(id)}/reactivate`, personShownSchema)
}
