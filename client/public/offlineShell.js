// Keeps the pages' own files for a person who has asked for copies on this device. Never an answer of the API.
const shell = 'samskriv-shell'

self.addEventListener('install', event => {
  event.waitUntil(keepAll())
  self.skipWaiting()
})

self.addEventListener('activate', event => event.waitUntil(self.clients.claim()))

self.addEventListener('fetch', event => {
  const { pathname, origin } = new URL(event.request.url)
  if (origin !== self.location.origin || event.request.method !== 'GET') return
  if (pathname.startsWith('/api/') || pathname.startsWith('/sync/')) return
  if (event.request.mode === 'navigate') event.respondWith(fresh(event.request))
  else if (pathname.startsWith('/assets/') || pathname === '/icon.svg') event.respondWith(kept(event.request))
})

// The page and every file it names: it was open before there was anybody to keep them.
async function keepAll() {
  const cache = await caches.open(shell)
  const page = await fetch('/')
  const files = (await page.clone().text()).match(/\/assets\/[\w.-]+/g) ?? []
  await Promise.all([cache.put('/', page), cache.addAll(['/icon.svg', ...new Set(files)])])
}

// A page: the newest when there is a network, else the one kept. All addresses are one page.
async function fresh(request) {
  const cache = await caches.open(shell)
  try {
    const answer = await fetch(request)
    if (answer.ok) await cache.put('/', answer.clone())
    return answer
  } catch {
    return (await cache.match('/')) ?? Response.error()
  }
}

// A file whose name carries its hash: once kept, always right.
async function kept(request) {
  const cache = await caches.open(shell)
  const known = await cache.match(request)
  if (known) return known
  const answer = await fetch(request)
  if (answer.ok) await cache.put(request, answer.clone())
  return answer
}
