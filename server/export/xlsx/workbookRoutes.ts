import { Hono } from 'hono'
import { z } from 'zod'
import { budgetOfForm } from '../../../shared/budget/budgetOfForm.ts'
import { readBudget } from '../../../shared/budget/readBudget.ts'
import { formById } from '../../../shared/form/forms.ts'
import { namesIn } from '../../document/namesIn.ts'
import { Attempts } from '../../http/Attempts.ts'
import { parseQuery } from '../../http/parseQuery.ts'
import { Refused } from '../../http/refuse.ts'
import { savedAs } from '../../http/savedAs.ts'
import type { SignedIn } from '../../people/sessionCookie.ts'
import type { Rooms } from '../../sync/rooms.ts'
import { type DoorParts, VersionDoor, type VersionedHere } from '../../version/VersionDoor.ts'
import type { Versions } from '../../version/Versions.ts'
import { sayLabel } from '../../version/versionList.ts'
import type { FileMaker } from '../FileMaker.ts'
import { fileName } from '../fileName.ts'
import { versionSchema } from '../versionSchema.ts'
import { type BudgetToWrite, workbookType } from './budgetWorkbook.ts'

interface WorkbookRoutes extends DoorParts {
  readonly versions: Pick<Versions, 'read'>
  readonly rooms: Pick<Rooms, 'withRoom'>
  readonly maker: FileMaker
}

/** `version`: the number of a version; the budget of now without it. */
const querySchema = z.strictObject({ version: versionSchema.optional() })

const hourMs = 3_600_000

/** The budget as an Excel workbook: that of now for all who read, that of a version for those who read versions. */
export function workbookRoutes(parts: WorkbookRoutes): Hono<SignedIn> {
  const { rooms, versions, maker } = parts
  const door = new VersionDoor(parts)
  const fetching = new Attempts(300, hourMs)
  const routes = new Hono<SignedIn>()

  /** What the ansökan says now, when that is on disk. */
  async function now({ id, open: { form } }: VersionedHere): Promise<BudgetToWrite> {
    return await rooms.withRoom(id, async room => {
      const said = await room.look(doc => ({ name: namesIn(doc, form).name, budget: readBudget(doc, form) }))
      await room.settled
      // A room of which the disk has refused something refuses this.
      await room.look(() => {})
      return { form, ...said, hasKeys: true }
    })
  }

  /** What a version says, and what that is called. */
  async function then(id: string, number: string): Promise<BudgetToWrite & { readonly label: string }> {
    const found = await door.told(id, () => versions.read(id, Number(number)))
    const form = found && formById(found.form.formId)
    if (!form) throw new Refused('unknownVersion')
    const name = found.form.sections.name
    return {
      form,
      name: name?.kind === 'text' ? (name.value ?? '') : '',
      budget: budgetOfForm(form, found.form),
      hasKeys: false,
      label: sayLabel(found.version.label),
    }
  }

  routes.get('/:id/budget.xlsx', async c => {
    const id = c.req.param('id')
    door.enter(id, c.get('me'), 'read')
    const { version: number } = parseQuery(c, querySchema)
    const act = number === undefined ? 'read' : 'readVersions'
    const here = door.enter(id, c.get('me'), act)
    door.take(fetching, here)
    const version = number === undefined ? null : await then(id, number)
    const said = version ?? (await now(here))
    const asking = { personId: c.get('me').person.id, gone: c.req.raw.signal }
    const workbook = await maker.make(asking, async () => ({ is: 'workbook', of: said }))
    const of = number === undefined ? {} : { version: number }
    await door.note(here, 'exported', { format: 'xlsx', what: 'budget', ...of })
    // It may have been taken from her meanwhile.
    door.enter(id, c.get('me'), act)
    return c.body(workbook as Uint8Array<ArrayBuffer>, 200, {
      'content-type': workbookType,
      'content-disposition': savedAs(fileName('Budget', said.name, version?.label ?? null, 'xlsx')),
    })
  })

  return routes
}
