import { type AuthorsAnswer, authorsSchema } from '../../shared/http/access.ts'
import { call } from './call.ts'

/** Who has written what stands in each section of an ansökan now. */
export async function readAuthors(applicationId: string): Promise<AuthorsAnswer> {
  return await call('GET', `/applications/${encodeURIComponent(applicationId)}/authors`, authorsSchema)
}
