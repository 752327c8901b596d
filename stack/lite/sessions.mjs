// Who may not be given a session: the library signs banned and deleted users in, and refreshes their sessions.
// Refused before it acts, so that a refresh token is good again when the ban is over.

import { lookUp } from "./availability.mjs";

const GRANTS = {
  refresh_token: {
    user: "select user_id from auth.refresh_tokens where token = $1",
    by: (body) => [body.refresh_token],
    banned: [400, "user_banned", "Invalid Refresh Token: User Banned"],
    deleted: [400, "refresh_token_not_found", "Invalid Refresh Token: Refresh Token Not Found"],
  },
  password: {
    user: "select id from auth.users where email = lower($1)",
    by: (body) => [body.email],
    banned: [400, "user_banned", "User is banned"],
    deleted: [400, "invalid_credentials", "Invalid login credentials"],
  },
  pkce: {
    user: "select user_id from auth.flow_state where auth_code = $1",
    by: (body) => [body.auth_code],
    banned: [403, "user_banned", "User is banned"],
    deleted: [404, "flow_state_not_found", "invalid flow state, no valid flow state found"],
  },
  verify: {
    user: "select id from auth.users where email = lower($1) or $2 in (confirmation_token, recovery_token)",
    by: (body) => [body.email ?? "", body.token_hash ?? ""],
    banned: [403, "user_banned", "User is banned"],
    deleted: [403, "otp_expired", "Email link is invalid or has expired"],
  },
};

function grantOf(method, url) {
  if (url.pathname === "/auth/v1/verify") return GRANTS.verify;
  const name = url.searchParams.get("grant_type") ?? "";
  return method === "POST" && url.pathname === "/auth/v1/token" && Object.hasOwn(GRANTS, name) ? GRANTS[name] : null;
}

function refusal([status, code, message]) {
  const body = { code: status, error_code: code, msg: message };
  return Response.json(body, { status, headers: { "x-sb-error-code": code } });
}

/** The refusal of a request for a session, or null. What is missing in it is for the library to say. */
export async function refuseSession(request, driver) {
  const url = new URL(request.url);
  const grant = grantOf(request.method, url);
  if (!grant) return null;
  const body =
    request.method === "GET"
      ? { token_hash: url.searchParams.get("token") }
      : await request
          .clone()
          .json()
          .catch(() => null);
  if (typeof body !== "object" || body === null) return null;
  const texts = ["email", "password", "refresh_token", "auth_code", "token", "token_hash"].map((name) => body[name]);
  if (texts.some((value) => value != null && (typeof value !== "string" || value.includes("\u0000")))) {
    return refusal([400, "bad_json", "Could not parse request body as JSON"]);
  }
  const by = grant.by(body);
  if (by.some((value) => value == null)) return null;
  const [user] = await lookUp(
    driver,
    `select deleted_at is not null as deleted from auth.users
     where id in (${grant.user}) and (banned_until > now() or deleted_at is not null) limit 1`,
    by,
  );
  return user ? refusal(user.deleted ? grant.deleted : grant.banned) : null;
}
