// The library's Postgres connection, made to treat a request as PostgREST does.

import { sql } from "kysely";
import { PostgresConnection } from "@supabase/lite/postgres";
import { prepareCall } from "./arguments.mjs";
import { request, watch } from "./availability.mjs";
import { asPostgrest } from "./errors.mjs";
import { QuotedArguments } from "./names.mjs";

const LOGIN_ROLE = "gateway";
const API = "public";

export class StackConnection extends PostgresConnection {
  #timeouts = new Map();
  #catalog;
  #exposed = {};

  /**
   * `catalogUrl` logs in with a role that sees every table and column, so that a refusal reads
   * "permission denied" and not "no such column"; requests never use it.
   */
  constructor({ catalogUrl, ...options }) {
    super(options);
    this.kysely = this.kysely.withPlugin(new QuotedArguments());
    this.#catalog = new PostgresConnection({ url: catalogUrl, postgresOptions: { max: 1, onnotice: () => {} } });
    watch(this.driver);
    watch(this.#catalog.driver);
  }

  /** As PostgREST, which embeds along keys between tables of its schemas only: ours has one schema. */
  async introspect(options) {
    const seen = await this.#catalog.introspect(options);
    if (this.#exposed.from !== seen) {
      const keys = seen.foreign_keys?.filter((key) => [key.schema, key.ref_schema ?? API].every((name) => name === API));
      this.#exposed = { from: seen, catalog: { ...seen, foreign_keys: keys } };
    }
    return this.#exposed.catalog;
  }

  clearSchemaCache() {
    return this.#catalog.clearSchemaCache();
  }

  async close() {
    await Promise.all([this.#catalog.close(), super.close()]);
  }

  /** The schemas come from stack/platform; the library's own versions of auth.uid() and others would replace them. */
  async createContext() {}
  async ensureContext() {}

  /** The library would `grant all on all tables` here. */
  async ensureRlsContext() {
    return true;
  }

  /** PostgREST applies the timeouts set on a role; `set role` alone does not. */
  async loadRoleSettings() {
    const rows = await this.driver`select rolname, rolconfig from pg_catalog.pg_roles where rolconfig is not null`;
    this.#timeouts = new Map(
      rows.map(({ rolname, rolconfig }) => [
        rolname,
        rolconfig.find((setting) => setting.startsWith("statement_timeout="))?.slice("statement_timeout=".length),
      ]),
    );
  }

  /** Everything a request carries, in one round trip, for tables and functions alike. */
  async applyJwtSessionContext(db, vars) {
    const role = vars.auth?.role || "anon";
    // Everybody may become what they are already; no token may.
    if (role === LOGIN_ROLE) {
      throw Object.assign(new Error(`permission denied to set role "${role}"`), { code: "42501" });
    }
    const claims = typeof vars.auth?.jwt === "object" && vars.auth.jwt ? vars.auth.jwt : { role };
    const http = request.getStore() ?? { method: "", path: "", headers: {} };
    const timeout = this.#timeouts.get(role) ?? this.#timeouts.get(LOGIN_ROLE) ?? "8s";
    await sql`select
      set_config('request.jwt.claim.sub', ${String(vars.auth?.uid ?? "")}, true),
      set_config('request.jwt.claim.role', ${role}, true),
      set_config('request.jwt.claims', ${JSON.stringify(claims)}, true),
      set_config('request.headers', ${JSON.stringify(http.headers)}, true),
      set_config('request.method', ${http.method}, true),
      set_config('request.path', ${http.path}, true),
      set_config('storage.operation', ${String(vars.storage?.operation ?? "")}, true),
      set_config('statement_timeout', ${timeout}, true),
      set_config('role', ${role}, true)`.execute(db);
  }

  async onPostgrestAST(ast, vars) {
    const { functions = [] } = await this.introspect({ useCache: true });
    return super.onPostgrestAST(prepareCall(ast, functions), vars);
  }

  async applyRpcRequestGucs(db) {
    await sql`select set_config('response.status', '', true), set_config('response.headers', '', true)`.execute(db);
  }

  normalizeDbError(error) {
    return asPostgrest(super.normalizeDbError(error));
  }
}
