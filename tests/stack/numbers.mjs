// What supabase-js makes of numeric columns: `node numbers.mjs URL KEY EMAIL PASSWORD`; prints one JSON object.

import { createClient } from "@supabase/supabase-js";

const [url, key, email, password] = process.argv.slice(2);
const supabase = createClient(url, key, { auth: { persistSession: false, autoRefreshToken: false } });
const data = ({ data, error }) => {
  if (error) throw new Error(JSON.stringify(error));
  return data;
};
data(await supabase.auth.signInWithPassword({ email, password }));
const rows = data(await supabase.from("stack_probe_numbers").select("*").order("id"));
const changed = data(
  await supabase.from("stack_probe_numbers").update({ price: 0.1 }).eq("id", 2).select("price").single(),
);
const found = data(await supabase.from("stack_probe_numbers").select("id").eq("price", 0.0001));
const total = data(await supabase.rpc("stack_probe_total"));
const prices = data(await supabase.rpc("stack_probe_prices"));
console.log(JSON.stringify({ rows, changed, found, total, prices }));
process.exit(0);
