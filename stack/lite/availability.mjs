// While Postgres cannot be reached, or drops a connection: 503 or 504 with Retry-After. The library answers a bare
// 500, or waits for as long as it takes.

import { AsyncLocalStorage } from "node:async_hooks";

/** The HTTP request a query belongs to: { method, path, headers }, and `lost`, the error of its connection. */
export const request = new AsyncLocalStorage();

const CHECK_MS = 250;
const STALLED_MS = 4000; // nobody got a connection for so long: the server is away
const BUSY_MS = 10_000; // as long as PostgREST waits for a pool that is merely in use
const ANSWER_MS = 10_000; // statement_timeout ends every statement before; a killed server may leave the driver waiting
const DRIVER_CODES = new Set([
  "CONNECTION_CLOSED", "CONNECTION_ENDED", "CONNECTION_DESTROYED", "CONNECT_TIMEOUT", "POOL_TIMEOUT",
  "ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT",
]);

// A function may raise any code; only the server itself is fatal.
const isLoss = (error) => DRIVER_CODES.has(error?.code) || ["FATAL", "PANIC"].includes(error?.severity);

function note(error) {
  const current = request.getStore();
  if (current && isLoss(error)) current.lost ??= error;
  throw error;
}

/** The driver does not always notice that the server it asked is gone. */
function answered(query) {
  let timer;
  const silence = new Promise((_, reject) => {
    const error = Object.assign(new Error("the database gave no answer"), { code: "CONNECTION_CLOSED" });
    timer = setTimeout(() => reject(error), ANSWER_MS);
  });
  return Promise.race([query, silence]).finally(() => clearTimeout(timer));
}

/** Makes the connections that `driver` hands out report their loss, and ends a wait that leads nowhere. */
export function watch(driver) {
  const reserve = driver.reserve.bind(driver);
  let granted = 0;
  driver.reserve = () =>
    new Promise((resolve, reject) => {
      const began = Date.now();
      let isLate = false;
      const timer = setInterval(() => {
        const now = Date.now();
        if (now - Math.max(began, granted) < STALLED_MS && now - began < BUSY_MS) return;
        isLate = true;
        clearInterval(timer);
        reject(Object.assign(new Error("no database connection in time"), { code: "POOL_TIMEOUT" }));
      }, CHECK_MS);
      reserve().then(
        (connection) => {
          clearInterval(timer);
          granted = Date.now();
          if (isLate) return connection.release();
          const { unsafe } = connection;
          connection.unsafe = async (...parts) => await answered(unsafe(...parts)).catch(note);
          resolve(connection);
        },
        (error) => {
          clearInterval(timer);
          reject(error);
        },
      );
    }).catch(note);
}

/** One query beside those of the library, on a connection of its own. */
export async function lookUp(driver, text, parameters) {
  const connection = await driver.reserve();
  try {
    return await connection.unsafe(text, parameters);
  } finally {
    connection.release();
  }
}

/** What a request is told whose connection was lost. */
export function unavailable(path, error) {
  const isTimeout = error.code === "POOL_TIMEOUT";
  const status = isTimeout ? 504 : 503;
  const message = isTimeout
    ? "Timed out acquiring connection from connection pool."
    : "Could not connect with the database, or the connection was lost";
  const body = path.startsWith("/auth/")
    ? { code: status, error_code: "unexpected_failure", msg: message }
    : path.startsWith("/storage/")
      ? { statusCode: String(status), error: "DatabaseError", message }
      : { code: isTimeout ? "PGRST003" : "PGRST001", message, details: null, hint: null };
  return Response.json(body, { status, headers: { "retry-after": "1" } });
}
