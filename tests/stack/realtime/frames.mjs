// Encodes and decodes frames with the serializer that supabase-js ships: stdin {encode: […], decode: [base64…]}.
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)
const { default: Serializer } = require('@supabase/realtime-js/dist/main/lib/serializer.js')

let input = ''
for await (const chunk of process.stdin) input += chunk
const { encode, decode } = JSON.parse(input)
const serializer = new Serializer()
const encoded = encode.map((message) => {
  if (message.payload?.base64) message.payload.payload = Uint8Array.from(Buffer.from(message.payload.base64, 'base64')).buffer
  let result
  serializer.encode(message, (data) => (result = data))
  return typeof result === 'string' ? { text: result } : { binary: Buffer.from(result).toString('base64') }
})
const decoded = decode.map(({ text, binary }) => {
  let result
  const raw = text ?? Uint8Array.from(Buffer.from(binary, 'base64')).buffer
  serializer.decode(raw, (message) => (result = message))
  if (result.payload?.payload instanceof ArrayBuffer) {
    result.payload.payload = { base64: Buffer.from(result.payload.payload).toString('base64') }
  }
  return result
})
console.log(JSON.stringify({ encoded, decoded }))
