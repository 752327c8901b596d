// REST, Auth and Storage: @supabase/lite on our Postgres. Run as `node server.mjs CONFIG.json`; see stack/lite.py.

import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { App } from "@supabase/lite";
import { types } from "./arguments.mjs";
import { request as requestContext, unavailable } from "./availability.mjs";
import { StackConnection } from "./connection.mjs";
import { summary } from "./errors.mjs";
import { FileStore } from "./files.mjs";
import { numberTypes, withExactNumbers } from "./numbers.mjs";
import { refuseSession } from "./sessions.mjs";

// The library prints whole errors, and those hold what clients sent.
console.error = (...parts) => process.stderr.write(`${parts.map(summary).join(" ")}\n`);

const config = JSON.parse(await readFile(process.argv[2], "utf8"));
const connection = new StackConnection({
  url: config.database_url,
  catalogUrl: config.catalog_url,
  postgresOptions: {
    max: config.pool_size,
    idle_timeout: 60,
    connect_timeout: 5,
    // Seconds between tries while Postgres restarts; the default grows to 20 and outlives the restart.
    backoff: 0.25,
    onnotice: () => {},
    types: { ...types, ...numberTypes },
    connection: { application_name: "supabase-lite" },
  },
});
const app = new App({
  connection,
  api: { schemas: ["public"], max_rows: 1000 },
  auth: { enabled: true, ...config.auth },
  storage: { enabled: true, file_size_limit: config.file_size_limit },
  options: { server: { admin: false, apiKeys: false } },
});
app._storageAdapter = new FileStore(config.storage_dir, connection.driver);
await app.init();
await connection.loadRoleSettings();
await connection.introspect({ useCache: true });
// As PostgREST: `notify pgrst, 'reload schema'` after a migration.
await connection.driver.listen("pgrst", async () => {
  await connection.clearSchemaCache();
  await connection.loadRoleSettings();
});

/** The library's answer, or ours where it has none that fits. */
async function answer(request, context) {
  const { pathname } = new URL(request.url);
  try {
    const response =
      (await refuseSession(request, connection.driver)) ?? (await app.fetch(request, { peerAddress: null }));
    if (context.lost && response.status >= 500) return unavailable(pathname, context.lost);
    return pathname.startsWith("/rest/") ? await withExactNumbers(response) : response;
  } catch (error) {
    if (context.lost) return unavailable(pathname, context.lost);
    throw error;
  }
}

const server = createServer(async (incoming, outgoing) => {
  try {
    const headers = new Headers();
    for (const [name, value] of Object.entries(incoming.headers)) {
      headers.set(name, Array.isArray(value) ? value.join(", ") : value);
    }
    const hasBody = !["GET", "HEAD"].includes(incoming.method);
    const request = new Request(new URL(incoming.url, config.public_url), {
      method: incoming.method,
      headers,
      ...(hasBody ? { body: Readable.toWeb(incoming), duplex: "half" } : {}),
    });
    const context = {
      method: incoming.method,
      path: new URL(request.url).pathname.replace(/^\/(rest|storage|auth)\/v1/, ""),
      headers: Object.fromEntries(headers),
    };
    const response = await requestContext.run(context, () => answer(request, context));
    outgoing.writeHead(response.status, Object.fromEntries(response.headers));
    if (response.body && incoming.method !== "HEAD") await pipeline(Readable.fromWeb(response.body), outgoing);
    else outgoing.end();
  } catch (error) {
    console.error(error);
    if (!outgoing.headersSent) outgoing.writeHead(500, { "content-type": "application/json" });
    outgoing.end('{"code":"SUP","message":"Internal error","details":null,"hint":null}');
  }
});
server.keepAliveTimeout = 75_000;
server.listen(config.port, "127.0.0.1", () => process.stdout.write(`ready on ${config.port}\n`));

for (const signal of ["SIGTERM", "SIGINT"]) {
  process.on(signal, () => {
    server.close();
    server.closeIdleConnections();
    setTimeout(() => process.exit(0), 3000).unref();
    connection.close().finally(() => process.exit(0));
  });
}
