import { AuditLog } from './audit/AuditLog.ts'
import { auditFolderName } from './audit/auditScan.ts'
import { openComments } from './comment/openComments.ts'
import type { Config } from './config.ts'
import { openRounds } from './consultation/openRounds.ts'
import { draftRecords } from './consultation/reply/draftRecords.ts'
import { openReplies } from './consultation/reply/openReplies.ts'
import { ReplyDrafts } from './consultation/reply/ReplyDrafts.ts'
import { isReplyDraftId } from './consultation/reply/replyDraftId.ts'
import type { DemoHouse } from './demo/enlivenDemo.ts'
import { seedDemo } from './demo/seedDemo.ts'
import { Applications } from './document/Applications.ts'
import { diskRecords } from './document/diskRecords.ts'
import { liveApplications } from './document/liveApplications.ts'
import { SnapshotVerifier } from './document/SnapshotVerifier.ts'
import type { MailQueue } from './mail/MailQueue.ts'
import { openNotices } from './notice/openNotices.ts'
import type { Log } from './operations/LogEvent.ts'
import { Access } from './people/access/Access.ts'
import { Openings } from './people/access/Openings.ts'
import type { People } from './people/People.ts'
import type { DataFolder } from './storage/dataFolder.ts'
import { openDiskStorage } from './storage/diskStorage.ts'
import type { DocumentsOf } from './sync/LiveDocuments.ts'
import { openRooms } from './sync/openRooms.ts'
import { SyncTally } from './sync/SyncTally.ts'
import type { Clock } from './time/Clock.ts'
import { openVersions } from './version/openVersions.ts'

interface WorkplaceGround {
  readonly folder: DataFolder
  readonly config: Config
  readonly people: People
  readonly mail: MailQueue
  /** Where people reach the program, without a path: known when it listens. */
  readonly address: () => string
  /** Called when the demo has been put into an empty data folder. */
  readonly enliven: (house: DemoHouse) => Promise<void>
  readonly clock: Clock
  readonly log: Log
}

/**
 * All that people work on together, and what follows of it: the ansökningar with who may do what, their rooms, comments,
 * versions, rounds of remiss and notices. Everything else of the program lets people in to it. Throws `DiskFault`, and
 * when one of the files that everything needs is damaged.
 */
export async function openWorkplace(ground: WorkplaceGround) {
  const { folder, config, people, mail, address, enliven, clock, log } = ground
  const { fileSystem, documentFolder: folderOf } = folder
  const now = () => clock.now()
  const storage = await openDiskStorage(folder, {
    checkpointBytes: config.checkpointBytes,
    report: log,
    verifySnapshot: new SnapshotVerifier().verify,
    now,
  })
  const audit = await AuditLog.open({ fileSystem, folder: folder.file(auditFolderName), now, log })
  const records = diskRecords(folderOf, fileSystem, log)
  const applications = new Applications(storage, records, now, log, config.sync.maxClientIdsPerPerson)
  await applications.load()
  const demoId = config.demo && applications.ids().length === 0 ? await seedDemo(applications, now()) : null
  const access = new Access(
    id => applications.accessible(id),
    () => applications.ids(),
    people,
  )
  const openings = new Openings(access, audit, fault => log({ kind: 'auditFault', fault }))

  const tally = new SyncTally()
  const applicationDocuments = liveApplications({
    applications,
    access,
    wrote: (id, author, sections) => keeper.wrote(id, author, sections),
    textChanged: (id, sections) => comments.textChanged(id, sections),
    opened: (id, me, secret) => openings.opened(id, me, secret),
    came: (id, author) => keeper.came(id, author),
    left: (id, author) => keeper.left(id, author),
  })
  const drafts = new ReplyDrafts({
    ...{ applications, access, storage, now, log },
    records: draftRecords(folderOf, fileSystem),
    maxClientIdsPerPerson: config.sync.maxClientIdsPerPerson,
    firstWritten: of => replies.replying.drafted(of),
  })
  const documentsOf: DocumentsOf = id => (isReplyDraftId(id) ? drafts : applicationDocuments)
  const rooms = openRooms({ documentsOf, storage, folderOf, limits: config.sync, tally, log })
  access.whenChanged(id => {
    for (const changed of [id, ...drafts.of(id)]) rooms.rightsChanged(changed)
  })

  const noticesGround = { folder, applications, access, people, rooms, mail, address, clock, log }
  const { notices, letters, toldOfRounds } = await openNotices(noticesGround)
  const { told } = notices
  const comments = openComments({
    ...{ applications, access, people, audit, rooms, told, log, now },
    rounds: {
      enter: (id, round, me) => replies.commented.enter(id, round, me),
      words: (id, round, section) => replies.commented.words(id, round, section),
    },
  })
  const { versions, keeper } = openVersions({ applications, access, records, storage, rooms, now, log })
  const rounds = openRounds({
    ...{ applications, access, people, audit, rooms, versions, clock, log },
    release: id => replies.release(id),
    told: toldOfRounds,
  })
  const replies = openReplies({
    ...{ applications, access, people, audit, storage, rooms, versions, drafts, rounds },
    handedOver: id => comments.handedOver(id),
  })
  const talked = { comments, notices, versions, rounds, replies }
  if (demoId !== null) {
    await enliven({ id: demoId, ...{ applications, access, audit, log, people, rooms }, ...talked })
  }
  return {
    ...{ storage, audit, applications, access, tally, documentsOf, rooms, keeper, ...talked },
    /** To be called when the address is known: letters go, and what is to be done by itself is done. */
    begin: () => {
      letters.begin()
      rounds.begin()
    },
    /** Ends every room. What has come is on disk then. */
    closeRooms: async () => {
      await rounds.settle()
      await comments.settlePlaces()
      await keeper.close()
      await rooms.stop()
    },
    stopLetters: async () => await letters.stop(),
    closeRecords: async () => {
      await comments.settle()
      await versions.settle()
      await applications.close()
    },
  }
}
