// Plain JavaScript on purpose: a Node that is too old cannot read the TypeScript of main.ts, and must be told so.
const oldest = 24
const running = process.versions.node
if (Number(running.split('.')[0]) < oldest) {
  console.error(
    `Samskriv behöver Node ${oldest} eller senare, men startades med Node ${running}. ` +
      'Kör "npm install" igen utan --omit=optional (då följer rätt Node med), eller installera Node 24.',
  )
  process.exit(1)
}
await import('./main.ts')
