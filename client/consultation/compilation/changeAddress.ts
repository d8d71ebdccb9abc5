import { compareAddress } from '../../version/compare/sideAddress.ts'
import { questionOf } from '../round/view.ts'
import { roundAddress } from '../roundAddress.ts'

/**
 * Where one sees what has changed in a section since it was sent. Whoever reads no versions sees it on the page of the
 * round.
 */
export function changeAddress(
  applicationId: string,
  round: { readonly number: number; readonly version: { readonly number: number } },
  section: string,
  seesVersions: boolean,
): string {
  const page = seesVersions
    ? compareAddress(applicationId, round.version.number, 'today')
    : `${roundAddress(applicationId, round.number)}${questionOf('today')}`
  return `${page}#changes-${section}`
}
