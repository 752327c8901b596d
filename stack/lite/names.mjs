// The library writes the names of function arguments bare, so that one which SQL keeps for itself ("limit") is a syntax
// error. Here they are quoted, as PostgREST quotes every name.

import { OperationNodeTransformer } from "kysely";

const ASSIGNED = " := ";

class Quoting extends OperationNodeTransformer {
  transformRaw(node, ...rest) {
    const raw = super.transformRaw(node, ...rest);
    const [before, after] = raw.sqlFragments;
    const [name, ...values] = raw.parameters;
    if (after !== ASSIGNED || (before !== "" && before !== "VARIADIC ") || !isBareName(name)) return raw;
    // The library lets through letters, digits, underscores and dots only, so there is no quote in it to double.
    return { ...raw, parameters: [{ ...name, sqlFragments: [`"${name.sqlFragments[0]}"`] }, ...values] };
  }
}

const isBareName = (node) => node?.kind === "RawNode" && node.sqlFragments.length === 1 && node.parameters.length === 0;

/** A plugin for the library's query builder. */
export class QuotedArguments {
  #quoting = new Quoting();

  transformQuery({ node, queryId }) {
    return this.#quoting.transformNode(node, queryId);
  }

  async transformResult({ result }) {
    return result;
  }
}
