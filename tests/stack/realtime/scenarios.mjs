// Drives the bridge with unmodified supabase-js: stdin {url, key, tokens, org, …}; prints what was seen as JSON.
// Steps that only the database can do are asked for on a side channel: lines "sql <name>" on stderr are answered on stdin.
import { createClient } from '@supabase/supabase-js'
import { createInterface } from 'node:readline'

const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]()
const settings = JSON.parse((await lines.next()).value)
const seen = {}

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms))
const until = async (what, test, ms = 8000) => {
  const end = Date.now() + ms
  while (!test()) {
    if (Date.now() > end) throw new Error(`timed out: ${what}`)
    await sleep(5)
  }
}
const database = async (step) => {
  process.stdout.write(JSON.stringify({ step }) + '\n')
  await lines.next()
}
const make = async (vsn, token) => {
  const client = createClient(settings.url, settings.key, {
    auth: { persistSession: false, autoRefreshToken: false },
    realtime: { vsn, reconnectAfterMs: () => 100 },
    accessToken: async () => token,
  })
  await client.realtime.setAuth()
  return client
}
const subscribed = async (channel, states = []) => {
  channel.subscribe((status, error) => states.push(error ? `${status}: ${error.message}` : status))
  await until('subscribe', () => states.length > 0)
  return states
}

for (const vsn of ['1.0.0', '2.0.0']) {
  const result = (seen[vsn] = {})
  const client = await make(vsn, settings.token)
  const other = await make(vsn, settings.other)

  // postgres_changes, under row level security, with filters, a builder's quoting and a selection
  const changes = [], filtered = [], theirs = [], systems = []
  const room = client
    .channel('room')
    .on('postgres_changes', { event: '*', schema: 'public', table: 'notes' }, (p) => changes.push(p))
    .on('postgres_changes', { event: 'INSERT', schema: 'public', table: 'notes', filter: 'title=eq."a,b"', select: ['title'] },
      (p) => filtered.push(p))
    .on('system', {}, (p) => systems.push(p))
  result.room = await subscribed(room)
  const stranger = other
    .channel('room')
    .on('postgres_changes', { event: '*', schema: 'public', table: 'notes' }, (p) => theirs.push(p))
    .on('system', {}, (p) => systems.push(p))
  await subscribed(stranger)
  await until('system', () => systems.length === 2)
  result.systems = systems.map((s) => s.message)
  await database('notes')
  await until('changes', () => changes.length >= 3)
  result.changes = changes.map((c) => [c.eventType, c.new.title ?? null, Object.keys(c.old)])
  result.first = changes[0]
  result.filtered = filtered.map((c) => Object.keys(c.new).sort())

  // private broadcast and presence between two members of one organization; the stranger is refused
  const topic = `org:${settings.org}`
  const config = { config: { private: true, broadcast: { ack: true, self: true }, presence: { key: 'ann' } } }
  const heard = [], states = [], fromDatabase = []
  const mine = client.channel(topic, config)
  mine
    .on('broadcast', { event: 'hello' }, (m) => heard.push(m))
    .on('broadcast', { event: 'database' }, (m) => fromDatabase.push(m))
    .on('presence', { event: 'sync' }, () => states.push(Object.keys(mine.presenceState())))
  result.private = await subscribed(mine)
  const refused = []
  other.channel(topic, config).subscribe((status, error) => refused.push(`${status}: ${error?.message}`))
  await until('refusal', () => refused.length > 0)
  result.refused = refused[0]
  result.sent = await mine.send({ type: 'broadcast', event: 'hello', payload: { n: 1 } })
  await until('broadcast', () => heard.length === 1)
  result.heard = heard[0]
  result.tracked = await mine.track({ at: 1 })
  await until('presence', () => states.some((keys) => keys.includes('ann')))
  result.untracked = await mine.untrack()
  await until('untrack', () => states.at(-1).length === 0)
  result.http = await mine.httpSend('hello', { n: 2 })
  await until('http broadcast', () => heard.length === 2)
  result.overHttp = heard[1].payload
  await database('send')
  await until('database broadcast', () => fromDatabase.length === 1)
  result.fromDatabase = { payload: fromDatabase[0].payload, meta: Object.keys(fromDatabase[0].meta) }
  await sleep(100)
  result.theirs = theirs.length
  result.left = await client.removeChannel(mine)

  // reconnect by itself
  const before = changes.length
  await database('drop-connections')
  await until('reconnect', () => client.realtime.isConnected() && room.state === 'joined' && systems.length >= 4, 15000)
  await database('note-after-reconnect')
  await until('changes after reconnect', () => changes.length > before)
  result.afterReconnect = changes.at(-1).new.title

  // another user's token on the same channel
  await client.realtime.setAuth(settings.other)
  await until('resubscribed', () => systems.length >= 5)
  const count = changes.length
  await database('note-after-token')
  await sleep(200)
  result.afterToken = changes.length - count
  await client.removeAllChannels()
  await other.removeAllChannels()
}
process.stdout.write(JSON.stringify(seen) + '\n')
process.exit(0)
