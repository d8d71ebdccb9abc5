import { readFile, writeFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import type { NoticesFile } from '../../../server/notice/noticesFile.ts'
import { NoticeHouse } from './NoticeHouse.ts'

let house: NoticeHouse
beforeAll(async () => {
  house = await NoticeHouse.open()
  await house.begin()
})
afterAll(async () => await house.server.dispose())

const kept = async () => JSON.parse(await readFile(house.noticesFile('karim'), 'utf8')) as NoticesFile

it('sixty times named in a minute is five letters at once and one that tells of the others', async () => {
  for (let number = 1; number <= 60; number += 1) {
    await house.saidBy(house.anna).start({ text: `Nummer ${number}, @{person:karim}` })
  }
  await house.toldWhen(house.karim, 60)
  await house.lettersWhen('karim@af.example', 5)
  // Of another ansökan she is still told at once.
  const { id, name } = house
  await house.begin()
  await house.saidBy(house.elin).start({ text: 'Annat, @{person:karim}' })
  await house.lettersWhen('karim@af.example', 1)
  await house.server.stop()
  // A quarter of an hour goes by while it is stopped.
  const file = await kept()
  const gathered = file.notices.filter(({ letter }) => letter !== null)
  expect(gathered.map(({ letter }) => letter)).toEqual(Array.from({ length: 55 }, () => 'digest'))
  for (const notice of file.notices) notice.at = new Date(Date.parse(notice.at) - 16 * 60_000).toISOString()
  await writeFile(house.noticesFile('karim'), JSON.stringify(file))
  Object.assign(house, { id, name })
  await house.restart()
  await vi.waitFor(
    async () => expect((await kept()).notices.every(({ letter }) => letter === null)).toBe(true),
    20_000,
  )
  const letters = await house.lettersWhen('karim@af.example', 6)
  const [digest = '', ...others] = letters.filter(letter => letter.includes('55 nya händelser'))
  expect(others).toEqual([])
  expect(digest).toContain('Och 35 till.')
  const told = letters.flatMap(letter => letter.match(/^> Nummer \d+/gm) ?? [])
  expect([told.length, new Set(told).size]).toEqual([25, 25])
})
