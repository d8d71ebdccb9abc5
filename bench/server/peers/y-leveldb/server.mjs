/** `y-websocket-server` with y-leveldb, as its own `server.js` starts it; `YPERSISTENCE` says where. */
import { createServer } from 'node:http'
import { setupWSConnection } from '@y/websocket-server/utils'
import { WebSocketServer } from 'ws'
import { listen } from '../stock.mjs'

const server = createServer()
const sockets = new WebSocketServer({ noServer: true })
sockets.on('connection', setupWSConnection)
server.on('upgrade', (request, socket, head) => {
  sockets.handleUpgrade(request, socket, head, line => sockets.emit('connection', line, request))
})
listen(server)
