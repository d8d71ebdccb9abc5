import { type OpenIdFault, openIdFaultSchema } from '../../shared/http/signIn.ts'

/** Why somebody did not get in by her organisation's sign-in, from what stands after the `?` of the address. */
export function openIdFaultIn(search: string): OpenIdFault | null {
  return openIdFaultSchema.safeParse(new URLSearchParams(search).get('fel')).data ?? null
}
