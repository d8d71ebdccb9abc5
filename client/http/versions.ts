import {
  type Version,
  type VersionList,
  versionListSchema,
  versionSchema,
  type WholeVersion,
  wholeVersionSchema,
} from '../../shared/http/versions.ts'
import { call } from './call.ts'

/** What an ansökan was at each moment that has been kept, newest first. */
export async function listVersions(id: string): Promise<VersionList> {
  return await call('GET', pathOf(id), versionListSchema)
}

/** Keeps what the ansökan is now. */
export async function makeVersion(
  id: string,
  version: { readonly name: string; readonly note: string },
): Promise<Version> {
  return await call('POST', pathOf(id), versionSchema, version)
}

export async function readVersion(id: string, number: number): Promise<WholeVersion> {
  return await call('GET', `${pathOf(id)}/${number}`, wholeVersionSchema)
}

/** Makes the ansökan what it was then. Answered with the version that it has become. */
export async function restoreVersion(id: string, number: number, note: string): Promise<Version> {
  return await call('POST', `${pathOf(id)}/${number}/restore`, versionSchema, { note })
}

function pathOf(id: string): string {
  return `/applications/${encodeURIComponent(id)}/versions`
}
