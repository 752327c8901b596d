// The HTTP status PostgREST gives a database error. @supabase/lite knows some and answers 500 "SUP" for the rest.

const BY_CODE = {
  23503: 409,
  23505: 409,
  25006: 405,
  "42P01": 404,
  "42P17": 500,
  42883: 404,
  53400: 500,
  "57P01": 503,
  P0001: 400,
};
const BY_CLASS = {
  "08": 503, "09": 500, "0L": 403, "0P": 403, 25: 500, 28: 403, "2D": 500, 38: 500, 39: 500, "3B": 500, 40: 500,
  53: 503, 54: 500, 55: 500, 57: 500, 58: 500, F0: 500, HV: 500, P0: 500, XX: 500,
};
// What the library already answers as PostgREST does, with texts of its own.
const HANDLED = new Set(["42501", "42P01", "23505", "23503", "25006", "42883", "42P17", "23502", "42703"]);

const SQLSTATE = /^[0-9A-Z]{5}$/;

/** Rewrites a database error into the one form the library passes through unchanged. */
export function asPostgrest(error) {
  // The driver could not even write the value down: an object where the column takes none.
  if (error?.code === "ERR_INVALID_ARG_TYPE") {
    error = { code: "22P02", message: "a value in the request does not fit the type of its column" };
  }
  const code = error?.code;
  if (typeof code !== "string" || !SQLSTATE.test(code) || code === "PGRST" || code.startsWith("PT")) return error;
  if (HANDLED.has(code)) return error;
  const status = BY_CODE[code] ?? BY_CLASS[code.slice(0, 2)] ?? 400;
  const { message, detail = null, hint = null } = error;
  return Object.assign(new Error(JSON.stringify({ code, message, details: detail, hint })), {
    code: "PGRST",
    detail: JSON.stringify({ status, headers: {} }),
    sqlstate: code,
  });
}

/** One line for the log: where to look, and nothing of what was sent. */
export function summary(error) {
  if (!(error instanceof Error) && typeof error !== "object") return String(error).slice(0, 300);
  // The message of a database error can quote a value.
  if (error?.sqlstate || SQLSTATE.test(error?.code)) return `database error ${error.sqlstate ?? error.code}`;
  return `${error?.name ?? "Error"} ${error?.message ?? "without a message"}`.slice(0, 300);
}
