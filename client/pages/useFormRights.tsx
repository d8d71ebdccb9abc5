import { useMemo } from 'react'
import { rootShape } from '../../shared/document/roots.ts'
import type { FormTemplate, Section } from '../../shared/form/FormTemplate.ts'
import type { AccessAnswer } from '../../shared/http/access.ts'
import type { Application } from '../../shared/http/application.ts'
import type { Me } from '../../shared/http/session.ts'
import type { SectionClosing } from '../../shared/people/closedSection.ts'
import { may, type Standing } from '../../shared/people/may.ts'
import { LimitedLine } from '../access/LimitedLine.tsx'
import { SectionLine } from '../access/SectionLine.tsx'
import { SectionMenu } from '../access/SectionMenu.tsx'
import { partyOf } from '../access/Sharing.ts'
import { whomToAsk } from '../access/whomToAsk.ts'
import type { SectionMark } from '../form/ContentsTree.tsx'
import type { FormRights } from '../form/FormRights.ts'
import { closeSection } from '../http/access.ts'
import type { LiveDocument } from '../sync/LiveDocument.ts'
import { problemWords } from '../text/problemWords.ts'
import { useText } from '../text/useText.ts'
import { useNotices } from '../ui/notices.ts'
import { type SectionWhys, whyRead } from './sectionWhys.ts'
import { useClosedToMe } from './useClosedToMe.ts'
import { useColumns } from './useColumns.ts'
import { useWhyNotCell } from './useWhyNotCell.ts'

interface FormRightsOptions {
  readonly application: Application
  readonly form: FormTemplate
  readonly live: LiveDocument
  readonly me: Me
  readonly whys: SectionWhys
  /** Null until it has come. */
  readonly access: AccessAnswer | null
  /** My access has been taken away: nothing that is written now would be kept. */
  readonly isLost: boolean
  /** A section has been closed or opened by me. */
  readonly onChanged: () => Promise<void>
}

/** Who may write where on the page, and what it says of that. */
export function useFormRights(options: FormRightsOptions): FormRights {
  const { application, form, live, me, whys, access, isLost, onChanged } = options
  const text = useText()
  const notices = useNotices()
  const { id, closings } = application
  const standing = useStanding(application)
  const closedNow = useMemo(
    () => new Set([...whys].flatMap(([key, why]) => (why === null && !isLost ? [] : [key]))),
    [whys, isLost],
  )
  const saysOnce = isLost || whyRead(whys) !== null

  const whyWords = (section: Section): string => {
    const why = whys.get(section.key) ?? 'role'
    const closed = closings[section.key]
    const isClosing = why === 'finished' || why === 'otherParty'
    return text.access.whyNot(why, {
      party: closed ? nameOfParty(access, closed.closing) : '',
      whom:
        isClosing && closed
          ? text.access.whoIs(closed.by.name, closed.by.partyShortName)
          : whomToAsk(text, access, me.person.id),
      isMine: may(standing, 'closeSections'),
    })
  }
  const closed = useClosedToMe(closedNow, isLost, key => {
    const section = form.sections.find(known => known.key === key)
    // That my access is gone is said once, above the text.
    if (section && !isLost) notices.toast(text.access.closedNow(section.heading, whyWords(section)))
  })

  const columns = useColumns(live, form)
  const whyNotCell = useWhyNotCell({ application, form, standing, me, columns })

  // biome-ignore lint/correctness/useExhaustiveDependencies: `whyWords` is made of what is listed
  return useMemo<FormRights>(() => {
    const mayClose = may(standing, 'closeSections') && !isLost
    const close = async (section: Section, closing: SectionClosing | { readonly is: 'open' }) => {
      await closeSection(id, section.key, closing)
      await onChanged()
    }
    const choose = async (section: Section, closing: SectionClosing | { readonly is: 'open' }) => {
      try {
        await close(section, closing)
      } catch (fault) {
        notices.toast(problemWords(text, fault))
      }
    }
    return {
      mayWrite: section => !closed.has(section.key),
      whyNot: section => (saysOnce ? null : whyWords(section)),
      whyNotCell,
      tools: section =>
        mayClose && rootShape(section) !== null ? (
          <SectionMenu
            section={section}
            closing={closings[section.key]?.closing}
            parties={partiesThatWrite(access, closings[section.key]?.closing)}
            onChoose={closing => void choose(section, closing)}
            limiting={
              section.kind === 'budget'
                ? {
                    columns,
                    ownerId: ownerOf(access),
                    save: async limited => await close(section, { is: 'columns', limited }),
                  }
                : null
            }
          />
        ) : null,
      line: section => {
        const known = closings[section.key]
        if (!known) return null
        const { closing } = known
        const onOpen = mayClose ? () => void choose(section, { is: 'open' }) : null
        if (closing.is === 'columns')
          return (
            <LimitedLine
              section={section}
              limited={closing.limited}
              closed={known}
              columns={columns}
              nameOf={partyId => nameOf(access, partyId)}
              mine={me.party.id}
              onLift={onOpen}
            />
          )
        return (
          <SectionLine
            section={section}
            closed={known}
            party={nameOfParty(access, closing)}
            isMine={closing.is === 'party' && closing.partyId === me.party.id}
            onOpen={onOpen}
          />
        )
      },
    }
  }, [
    standing,
    closings,
    closed,
    saysOnce,
    whys,
    access,
    me,
    id,
    isLost,
    onChanged,
    notices,
    text,
    columns,
    whyNotCell,
  ])
}

/** The same object until something of it changes. */
export function useStanding({ standing: { role, adviceIsOpen, textIsOpen }, state }: Application): Standing {
  return useMemo(() => ({ role, adviceIsOpen, textIsOpen, state }), [role, adviceIsOpen, textIsOpen, state])
}

/** Signs in the contents: what is finished, and what another party writes. */
export function useSectionMarks(
  { closings }: Application,
  whys: SectionWhys,
  access: AccessAnswer | null,
): ReadonlyMap<string, SectionMark> {
  const { access: words } = useText()
  return useMemo(() => {
    const marks = new Map<string, SectionMark>()
    for (const [key, { closing }] of Object.entries(closings)) {
      if (closing.is === 'finished') marks.set(key, { icon: 'check', words: words.finishedSign })
      else if (whys.get(key) === 'otherParty')
        marks.set(key, { icon: 'lock', words: words.onlyParty(nameOfParty(access, closing)) })
    }
    return marks
  }, [closings, whys, access, words])
}

function nameOfParty(access: AccessAnswer | null, closing: SectionClosing): string {
  return closing.is === 'party' ? nameOf(access, closing.partyId) : ''
}

function nameOf(access: AccessAnswer | null, partyId: string): string {
  return (access && partyOf(access, partyId)?.name) ?? partyId
}

/** The party of those who are responsible; null when they are of several. */
function ownerOf(access: AccessAnswer | null): string | null {
  const owners = new Set(
    access?.members.flatMap(({ role, partyId }) => (role === 'ownerEditor' ? partyId : [])),
  )
  const [owner, ...others] = owners
  return others.length === 0 ? (owner ?? null) : null
}

/** The parties that have somebody here, and those that a section is closed for. */
function partiesThatWrite(access: AccessAnswer | null, closing: SectionClosing | undefined) {
  const here = new Set(access?.members.map(({ partyId }) => partyId))
  if (closing?.is === 'party') here.add(closing.partyId)
  if (closing?.is === 'columns') for (const { partyId } of closing.limited) here.add(partyId)
  return access?.parties.filter(({ id, kind }) => kind !== 'forbund' && here.has(id)) ?? []
}
