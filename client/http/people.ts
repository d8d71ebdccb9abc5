import {
  type NewOrganisation,
  type Organisation,
  type OrganisationsAnswer,
  organisationSchema,
  organisationsSchema,
  type PersonAdded,
  type PersonShown,
  type PersonsAnswer,
  personAddedSchema,
  personShownSchema,
  personsSchema,
  type SuccessorsAnswer,
  successorsSchema,
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
}): Promise<PersonAdded> {
  return await call('POST', '/persons', personAddedSchema, person)
}

export async function changePerson(
  id: string,
  person: { readonly name: string; readonly title: string; readonly isAdministrator: boolean },
): Promise<PersonShown> {
  return await call('PUT', `/persons/${encodeURIComponent(id)}`, personShownSchema, person)
}

/** What somebody alone answers for, and who could take it over. */
export async function listSuccessors(id: string): Promise<SuccessorsAnswer> {
  return await call('GET', `/persons/${encodeURIComponent(id)}/successors`, successorsSchema)
}

/** Somebody has left already: a colleague takes over what she alone answered for. */
export async function nameSuccessor(id: string, successorId: string): Promise<PersonShown> {
  return await call('POST', `/persons/${encodeURIComponent(id)}/successor`, personShownSchema, {
    successorId,
  })
}

/**
 * She has left. `shownAs`: what stands for her in what has been done. `successorId`: who takes over what she alone
 * answers for; null when there is nothing.
 */
export async function deactivatePerson(
  id: string,
  shownAs: PersonShown['shownAs'],
  successorId: string | null,
): Promise<PersonShown> {
  const left = { shownAs, ...(successorId === null ? {} : { successorId }) }
  return await call('POST', `/persons/${encodeURIComponent(id)}/deactivate`, personShownSchema, left)
}

/** She is known by no sign-in of an organisation any more, and out everywhere. */
export async function unlinkOpenIds(id: string): Promise<PersonShown> {
  return await call('DELETE', `/persons/${encodeURIComponent(id)}/open-ids`, personShownSchema)
}

export async function reactivatePerson(id: string): Promise<PersonShown> {
  return await call('POST', `/persons/${encodeURIComponent(id)}/reactivate`, personShownSchema)
}
