// A frontend in one file: supabase-js as it comes. Prints one JSON object with what the user saw.
import { createClient } from '@supabase/supabase-js'

const [url, key, text] = process.argv.slice(2)
const must = ({ data, error }) => {
  if (error) throw new Error(JSON.stringify(error))
  return data
}

const supabase = createClient(url, key)
const email = `js-${crypto.randomUUID()}@example.test`
must(await supabase.auth.signUp({ email, password: 'correct horse battery' }))
const { active_organization_id: organization } = must(
  await supabase.from('profiles').select('active_organization_id').single(),
)

const live = []
let ended
const done = new Promise((resolve) => (ended = resolve))
const subscribed = (channel) =>
  new Promise((resolve, reject) =>
    channel.subscribe((state, error) =>
      state === 'SUBSCRIBED' ? resolve() : state === 'CHANNEL_ERROR' || state === 'TIMED_OUT' ? reject(error) : undefined,
    ),
  )
await supabase.realtime.setAuth()
await subscribed(
  supabase
    .channel(`org:${organization}:generations`, { config: { private: true } })
    .on('broadcast', { event: 'generation_output' }, ({ payload }) => live.push([payload.platform, payload.status]))
    .on('broadcast', { event: 'generation' }, ({ payload }) => payload.completed_at && ended()),
)
const rows = []
await subscribed(
  supabase
    .channel('rows')
    .on('postgres_changes', { event: 'UPDATE', schema: 'public', table: 'generation_outputs' }, ({ new: row }) =>
      rows.push(row.platform),
    ),
)

const refused = await supabase.rpc('create_generation', { p_input_content: text, p_platforms: ['myspace'] })
const made = must(
  await supabase.rpc('create_generation', {
    p_input_content: text,
    p_platforms: ['x', 'linkedin', 'email'],
    p_tone: 'educational',
    p_language: 'en',
  }),
)
await done
const generation = must(await supabase.rpc('get_generation', { p_generation_id: made.generation_id }))
const again = must(
  await supabase.rpc('create_generation', {
    p_input_content: text,
    p_platforms: ['email', 'x', 'linkedin'],
    p_tone: 'educational',
    p_language: 'en',
  }),
)
const content = must(
  await supabase.from('generated_content').select('target_platform, status, generations(status)').order('target_platform'),
)
const quotas = must(await supabase.rpc('get_quotas'))
const unread = must(await supabase.from('notifications').select('title').is('read_at', null))

console.log(JSON.stringify({ refused, made, live, rows, generation, again, content, quotas, unread }))
await supabase.removeAllChannels()
process.exit(0)
