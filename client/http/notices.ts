import {
  type NoticeSettings,
  type NoticesAnswer,
  noticeSettingsSchema,
  noticesSchema,
} from '../../shared/http/notices.ts'
import { call, callForNothing } from './call.ts'

export async function readNotices(): Promise<NoticesAnswer> {
  return await call('GET', '/notices', noticesSchema)
}

export async function markNoticesRead(ids: 'all' | readonly string[]): Promise<void> {
  await callForNothing('POST', '/notices/read', { ids })
}

export async function readNoticeSettings(): Promise<NoticeSettings> {
  return await call('GET', '/notices/settings', noticeSettingsSchema)
}

export async function saveNoticeSettings(settings: NoticeSettings): Promise<NoticeSettings> {
  return await call('PUT', '/notices/settings', noticeSettingsSchema, settings)
}
