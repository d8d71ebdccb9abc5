/** Loaded into every contestant's process: collects its garbage when asked, and ends it with whoever started it. */
process.on('message', message => {
  if (message !== 'collect') return
  globalThis.gc()
  globalThis.gc()
  process.send('collected')
})
process.on('disconnect', () => process.exit(1))
// Being ready to be asked is no reason to stay.
process.channel.unref()
