// Answers whether functions run here at all; monitoring asks it.

Deno.serve((request) => {
  if (request.method !== "GET" && request.method !== "HEAD") {
    return Response.json({ error: "method_not_allowed" }, { status: 405, headers: { allow: "GET, HEAD" } });
  }
  return Response.json({ status: "ok", function: "health" }, { headers: { "cache-control": "no-store" } });
});
