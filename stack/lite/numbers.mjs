// Numbers as PostgREST sends them: JSON numbers with every digit that Postgres wrote, also those that JavaScript's own
// numbers cannot hold (0.10, 12345678901234567890). The library sends such a numeric as a string and fails on such a bigint.

const MARK = "\u0000number:"; // NUL cannot occur in a value that comes from Postgres
const IN_JSON = /"\\u0000number:(-?[\d.]+)"/g;
const IN_CSV = /"?\u0000number:(-?[\d.]+)"?/g;

const parse = (text) => {
  const number = Number(text);
  if (String(number) === text || !Number.isFinite(number)) {
    return Number.isFinite(number) ? number : text; // NaN and Infinity are strings, as in to_json
  }
  return MARK + text;
};
const float = (text) => (Number.isFinite(Number(text)) ? Number(text) : text);

const as = (to, from, read) => ({ to, from, serialize: String, parse: read });

/** Converters for the `postgres` driver, over the library's. */
export const numberTypes = {
  bigint: as(20, [20], parse),
  numeric: as(1700, [1700], parse),
  float: as(701, [700, 701], float),
};

/** The response with the numbers that JavaScript could not hold put in as they are. */
export async function withExactNumbers(response) {
  const type = response.headers.get("content-type") ?? "";
  const pattern = /json/.test(type) ? IN_JSON : /csv/.test(type) ? IN_CSV : null;
  if (pattern === null || !response.body) return response;
  const text = await response.text();
  const headers = new Headers(response.headers);
  headers.delete("content-length");
  return new Response(text.replace(pattern, "$1"), { status: response.status, headers });
}
