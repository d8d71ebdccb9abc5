import { openDataFolder } from '../../../server/storage/dataFolder.ts'

/** A process that takes a data folder and keeps it until it is killed. Prints `taken`. Argument: the folder. */
const [path = ''] = process.argv.slice(2)
await openDataFolder(path)
console.log('taken')
setInterval(() => {}, 60_000)
