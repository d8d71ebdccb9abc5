/** `y-websocket-server` as its own `server.js` starts it. A document laid for it is in memory when somebody comes. */
import { createServer } from 'node:http'
import { docs, getYDoc, setupWSConnection } from '@y/websocket-server/utils'
import { WebSocketServer } from 'ws'
import * as Y from 'yjs'
import { laidDocument, listen } from '../stock.mjs'

const server = createServer()
const sockets = new WebSocketServer({ noServer: true })
sockets.on('connection', (line, request) => {
  const name = request.url.slice(1)
  const state = docs.has(name) ? null : laidDocument(process.argv[2], name)
  if (state) Y.applyUpdate(getYDoc(name), state)
  setupWSConnection(line, request)
})
server.on('upgrade', (request, socket, head) => {
  sockets.handleUpgrade(request, socket, head, line => sockets.emit('connection', line, request))
})
listen(server)
