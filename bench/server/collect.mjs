/** Loaded into every contestant's process: collects its garbage when asked, and ends it with whoever started it. */

/** Of this kind only, V8 also gives back the pages that it has emptied and kept for later. */
const everything = { type: 'major', execution: 'sync', flavor: 'last-resort' }

process.on('message', message => {
  if (message !== 'collect') return
  globalThis.gc(everything)
  globalThis.gc(everything)
  process.send('collected')
})
process.on('disconnect', () => process.exit(1))
// Being ready to be asked is no reason to stay.
process.channel.unref()
