import { type Application, applicationListSchema, applicationSchema } from '../../shared/http/application.ts'
import { type Image, imageSchema } from '../../shared/http/image.ts'
import { type Rescued, type RescuedWhy, rescuedListSchema, rescuedSchema } from '../../shared/http/rescued.ts'
import { call, callForBytes, callForNothing, callWithFile } from './call.ts'

export async function listApplications(): Promise<Application[]> {
  return (await call('GET', '/applications', applicationListSchema)).applications
}

export async function createApplication(formId: string, name: string): Promise<Application> {
  return await call('POST', '/applications', applicationSchema, { formId, name })
}

export async function readApplication(id: string): Promise<Application> {
  return await call('GET', `/applications/${encodeURIComponent(id)}`, applicationSchema)
}

/** The whole shared document as one Yjs update, as the server has it on disk. */
export async function readState(id: string): Promise<Uint8Array> {
  return await callForBytes(`/applications/${encodeURIComponent(id)}/state`)
}

export async function listRescued(id: string): Promise<Rescued[]> {
  return (await call('GET', `/applications/${id}/rescued`, rescuedListSchema)).rescued
}

export async function keepRescued(
  id: string,
  text: {
    readonly id: string
    readonly section: string | null
    readonly text: string
    readonly why: RescuedWhy | null
  },
): Promise<Rescued> {
  return await call('POST', `/applications/${id}/rescued`, rescuedSchema, text)
}

export async function removeRescued(id: string, rescuedId: string): Promise<void> {
  await callForNothing('DELETE', `/applications/${id}/rescued/${rescuedId}`)
}

export async function uploadImage(id: string, file: Blob): Promise<Image> {
  return await callWithFile(`/applications/${id}/images`, file, imageSchema)
}
