/**
 * What a person is in one ansökan (domain.md 3.2): insatsägarens redaktör, partsredaktör, partsansvarig, granskare,
 * undertecknare, förbundets kanslihandläggare, läsare. A person has one role in an ansökan, for one party. The
 * administrator of the program has none: she is outside the content.
 */
export const roles = [
  'ownerEditor',
  'partyEditor',
  'partyLead',
  'reviewer',
  'signatory',
  'officer',
  'reader',
] as const

export type Role = (typeof roles)[number]
