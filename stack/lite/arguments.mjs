// Function arguments and column values as PostgREST hands them to Postgres: as text, so that Postgres itself decides
// what is a valid boolean, date or array. The library converts in JavaScript, which stores jsonb arguments as strings
// and answers 500 to a wrong type.

const JSON_MARK = "\u0000json:"; // NUL cannot occur in a value Postgres accepts

const asText = (value) => (typeof value === "string" ? value : JSON.stringify(value));

function arrayLiteral(values, element) {
  const items = values.map((value) => {
    if (value === null) return "NULL";
    if (Array.isArray(value) && !isJson(element)) return arrayLiteral(value, element);
    const text = isJson(element) ? JSON.stringify(value) : asText(value);
    return `"${text.replace(/[\\"]/g, "\\$&")}"`;
  });
  return `{${items.join(",")}}`;
}

const isJson = (type) => type === "json" || type === "jsonb";

function convert(value, type) {
  if (value === null || value === undefined) return null;
  if (isJson(type)) return JSON_MARK + JSON.stringify(value);
  if (type.endsWith("[]") && Array.isArray(value)) return arrayLiteral(value, type.slice(0, -2));
  return asText(value);
}

const required = (fn) => fn.arg_types.length - (fn.arg_defaults || 0);

/** Rewrites the arguments of a function call for the one function they fit; anything else stays as it is. */
export function prepareCall(ast, functions) {
  if (ast.type !== "rpc" || ast.httpMethod !== "POST" || ast.inputType === "text" || !ast.args) return ast;
  const named = functions.filter((fn) => fn.schema === (ast.schema ?? "public") && fn.name === ast.function);
  const single = named.filter((fn) => fn.arg_names.length === 0 && fn.arg_types.length === 1 && isJson(fn.arg_types[0]));
  if (Array.isArray(ast.args)) {
    return single.length === 1 ? wholeBody(ast) : ast;
  }
  const given = Object.keys(ast.args);
  const fitting = named.filter(
    (fn) =>
      !fn.has_variadic &&
      given.every((name) => fn.arg_names.includes(name)) &&
      fn.arg_names.slice(0, required(fn)).every((name) => given.includes(name)),
  );
  if (fitting.length === 0 && single.length === 1) return wholeBody(ast);
  if (fitting.length !== 1) return ast;
  const [fn] = fitting;
  const args = Object.fromEntries(
    given.map((name) => [name, convert(ast.args[name], fn.arg_types[fn.arg_names.indexOf(name)])]),
  );
  return { ...ast, args };
}

function wholeBody(ast) {
  return { ...ast, inputType: "text", args: [JSON_MARK + JSON.stringify(ast.args)] };
}

const json = (oid) => ({
  to: oid,
  from: [oid],
  serialize: (value) =>
    typeof value === "string" && value.startsWith(JSON_MARK) ? value.slice(JSON_MARK.length) : JSON.stringify(value),
  parse: (text) => JSON.parse(text),
});
const timestamp = (oid) => ({
  to: oid,
  from: [oid],
  serialize: asText,
  // As to_json() writes it: 2026-01-31T12:00:00+00:00
  parse: (text) => text.replace(" ", "T").replace(/([+-]\d\d)$/, "$1:00"),
});
const plain = (oid) => ({ to: oid, from: [oid], serialize: asText, parse: (text) => text });

/** Converters for the `postgres` driver, over the library's. */
export const types = {
  json: json(114),
  jsonb: json(3802),
  timestamp: timestamp(1114),
  timestamptz: timestamp(1184),
  date: plain(1082),
  time: plain(1083),
  timetz: plain(1266),
  string: { to: 25, from: null, serialize: asText },
  boolean: {
    to: 16,
    from: 16,
    serialize: (value) => (typeof value === "string" ? value : JSON.stringify(value)),
    parse: (text) => text === "t",
  },
};
