// Keeps the pages' own files for a person who has asked for copies on this device. Never an answer of the API.
const shell = 'samskriv-shell'

self.addEventListener('install', event => {
  event.waitUntil(caches.open(shell).then(cache => cache.addAll(['/', '/icon.svg'])))
  self.skipWaiting()
})

self.addEventListener('activate', event => event.waitUntil(self.clients.claim()))

self.addEventListener('fetch', event => {
  const { pathname, origin } = new URL(event.request.url)
  if (origin !== self.location.origin || event.request.method !== 'GET') return
  if (pathname.startsWith('/api/') || pathname.startsWith('/sync/')) return
  if (event.request.mode === 'navigate') event.respondWith(fresh(event.request, '/'))
  else if (pathname.startsWith('/assets/') || pathname === '/icon.svg') event.respondWith(kept(event.request))
})

// A page: the newest when there is a network, else the one kept.
async function fresh(request, path) {
  const cache = await caches.open(shell)
  try {
    const answer = await fetch(request)
    if (answer.ok) await cache.put(path, answer.clone())
    return answer
  } catch {
    return (await cache.match(path)) ?? Response.error()
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
