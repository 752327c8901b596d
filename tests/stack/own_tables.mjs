// Lets @supabase/lite make its tables in an empty database: `node own_tables.mjs URL`.

import { App } from "@supabase/lite";
import { createPostgresConnection } from "@supabase/lite/postgres";

const connection = createPostgresConnection({ url: process.argv[2], postgresOptions: { onnotice: () => {} } });
const app = new App({
  connection,
  auth: { enabled: true, jwt_secret: "only-for-this-database-0123456789abcdef" },
  storage: { enabled: true },
});
app._storageAdapter = { driver: null };
await app.init();
await app.ensureSystemSchema();
await connection.close();
