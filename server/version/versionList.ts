import type { VersionReason } from '../../shared/http/versions.ts'
import { dayInSweden } from '../time/swedishTime.ts'
import type { KeptVersion, Writers } from './versionsFile.ts'

type Label = KeptVersion['label']

/** Versions that an ansökan may have. */
const versionsMost = 2_000
/** Of them, those that leave room for what is made when an earlier one is brought back. */
const versionsByHandMost = 1_500

const hourMs = 3_600_000
/** Of the automatic versions all stay for so long; then the last of each hour, and then the last of each day. */
const allStayMs = 48 * hourMs
const hoursStayMs = 30 * 24 * hourMs

const first: Label = { round: 0, version: 0, change: 0 }

/** How many there may be before one that is made for such a reason. */
export function mostWhen(reason: VersionReason): number {
  return reason === 'byHand' ? versionsByHandMost : versionsMost
}

/**
 * The label of a version that comes after `last`: what somebody has named or brought back counts as a version, and what
 * is sent in round `sentIn` begins those of that round.
 */
export function nextLabel(last: Label = first, reason: VersionReason, sentIn = 0): Label {
  const { round, version, change } = last
  // One that was made for it before, and never sent, has its label already.
  if (sentIn > round) return { round: sentIn, version: 0, change: 0 }
  const isChange = reason === 'automatic' || reason === 'beforeRestore'
  return isChange ? { round, version, change: change + 1 } : { round, version: version + 1, change: 0 }
}

/** As it is shown: `0.2` for a version, `0.2.3` for the third change after it. */
export function sayLabel({ round, version, change }: Label): string {
  return [round, version, ...(change > 0 ? [change] : [])].join('.')
}

/**
 * The versions (oldest first) without the automatic ones that are no longer kept apart; who wrote in those, wrote in the
 * next that stays. So a list is short enough to be read, and to be written whole. The newest is never left out.
 */
export function thinned(versions: readonly KeptVersion[], now: number): KeptVersion[] {
  const spans = versions.map(version => spanOf(version, now))
  const lasts = new Map([...spans.entries()].map(([place, span]) => [span, place]))
  const stay: KeptVersion[] = []
  let left = none
  for (const [place, version] of versions.entries()) {
    const span = spans[place] ?? null
    const isLast = span === null || lasts.get(span) === place || place === versions.length - 1
    if (isLast) {
      stay.push(left === none ? version : { ...version, writers: together(left, version.writers) })
      left = none
    } else left = together(left, version.writers)
  }
  return stay
}

/** The span of time of which only the last stays; null for one that stays by itself. */
function spanOf({ reason, at }: KeptVersion, now: number): string | null {
  const ageMs = now - Date.parse(at)
  if (reason !== 'automatic' || ageMs < allStayMs) return null
  return ageMs < hoursStayMs ? at.slice(0, 'yyyy-mm-ddThh'.length) : dayInSweden(Date.parse(at))
}

const none: Writers = {}

function together(one: Writers, other: Writers): Writers {
  const sections = new Set([...Object.keys(one), ...Object.keys(other)])
  return Object.fromEntries(
    [...sections].map(key => [key, [...new Set([...(one[key] ?? []), ...(other[key] ?? [])])].sort()]),
  )
}
