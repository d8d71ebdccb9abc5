/**
 * What a server without thought can reach: passes every message on to the others in the room as it came, one frame
 * each. Whoever comes is told each one's last presence, and the document as it was laid when asked for. Keeps nothing.
 */
import { createServer } from 'node:http'
import { WebSocketServer } from 'ws'
import { laidDocument, listen } from '../stock.mjs'

const nothing = new Uint8Array([0, 0])
const rooms = new Map()

const server = createServer()
const sockets = new WebSocketServer({ server })
sockets.on('connection', (socket, request) => {
  const name = request.url.slice(1)
  if (!rooms.has(name)) {
    rooms.set(name, {
      answer: answerOf(laidDocument(process.argv[2], name) ?? nothing),
      presences: new Map(),
    })
  }
  const { answer, presences } = rooms.get(name)
  for (const presence of presences.values()) if (presence) socket.send(presence)
  presences.set(socket, null)
  socket.on('message', message => {
    const isQuestion = message[0] === 0 && message[1] === 0
    if (isQuestion) {
      socket.send(answer)
      return
    }
    if (message[0] === 1) presences.set(socket, message)
    for (const other of presences.keys()) if (other !== socket) other.send(message)
  })
  socket.on('close', () => presences.delete(socket))
  socket.on('error', () => {})
})
listen(server)

/** A step 2 of the wire of y-websocket. */
function answerOf(state) {
  const length = []
  for (let left = state.length; ; left = Math.floor(left / 128)) {
    if (left < 128) {
      length.push(left)
      break
    }
    length.push((left % 128) + 128)
  }
  return Buffer.concat([Buffer.from([0, 1, ...length]), state])
}
