import type { Config } from '../config.ts'
import { demoPeople } from '../demo/demoPersons.ts'
import type { DataFolder } from '../storage/dataFolder.ts'
import { openJsonFile } from '../storage/jsonFile.ts'
import { Administration } from './administration/Administration.ts'
import { openSignInFile } from './openSignInFile.ts'
import { People } from './People.ts'
import { PeopleChanges } from './PeopleChanges.ts'
import { noPeople, peopleFileSchema } from './peopleFile.ts'
import { Sessions, sessionFileSchema } from './sessions.ts'
import { waysSet } from './ways/ways.ts'

export interface OpenedPeople {
  readonly people: People
  readonly administration: Administration
  readonly sessions: Sessions
}

/** Opens who there is and who is signed in. Throws `DamagedFile`, `DiskFault`. */
export async function openPeople(
  folder: DataFolder,
  config: Config,
  now: () => number,
): Promise<OpenedPeople> {
  const { fileSystem } = folder
  const initial = config.demo ? demoPeople(new Date(now()).toISOString()) : noPeople
  const file = await openJsonFile(folder.file('people.json'), peopleFileSchema, initial, fileSystem)
  const sessionFile = await openSignInFile(folder, 'sessions.json', sessionFileSchema, { sessions: {} })
  const changes = new PeopleChanges(file)
  const people = new People(file, now, changes)
  const rules = {
    lastsMs: config.sessionHours * 3_600_000,
    idleMs: config.sessionIdleMinutes * 60_000,
    ways: waysSet(config),
  }
  return {
    people,
    administration: new Administration(file, now, changes),
    sessions: new Sessions(sessionFile, people, rules, now),
  }
}
