// How the parser's tree is read: children in order, parts between commas.

import { syntaxError } from './problems.js';

/** @typedef {any} Syntax a node of the parser's tree */

/** A node of ours. @param {Syntax} node @param {any} source @param {string} kind @param {Record<string, any>} rest @returns {any} */
export const made = (node, source, kind, rest = {}) => ({
  kind,
  from: node.from,
  to: node.to,
  line: source.lineOf(node.from),
  ...rest,
});

/** @param {Syntax} node @returns {Syntax[]} without comments */
export function childrenOf(node) {
  const list = [];
  for (let one = node.firstChild; one; one = one.nextSibling)
    if (one.name !== 'Comment' && !(one.type.isError && one.from === one.to)) list.push(one);
  return list;
}

/** @param {Syntax[]} kids between brackets */
export const inside = (kids) => kids.slice(1, /^[)\]}]$/.test(kids.at(-1)?.name) ? -1 : undefined);

/** @param {Syntax[]} nodes @param {string} name of what divides them @returns {Syntax[][]} */
export function kidsBetween(nodes, name) {
  /** @type {Syntax[][]} */ const parts = [[]];
  for (const node of nodes) {
    if (node.name === name) parts.push([]);
    else parts[parts.length - 1].push(node);
  }
  return parts;
}

/** @param {Syntax[]} nodes */
export const commaParts = (nodes) => kidsBetween(nodes, ',').filter((part) => part.length > 0);

/**
 * One expression, or several between commas as a tuple.
 * @param {Syntax[]} nodes
 * @param {any} source
 * @param {(node: Syntax, source: any) => any} read
 */
export function many(nodes, source, read) {
  const isTuple = nodes.some((one) => one.name === ',');
  if (!isTuple && nodes[0]?.name !== '*') return read(/** @type {Syntax} */ (nodes[0]), source);
  const from = nodes[0].from;
  if (!isTuple) throw syntaxError(source, from, "can't use starred expression here");
  const elts = commaParts(nodes).map((part) =>
    part[0].name === '*' ? starred(part, source, read) : read(part[0], source),
  );
  return { kind: 'Tuple', from, to: nodes[nodes.length - 1].to, line: source.lineOf(from), elts };
}

/** @param {Syntax[]} part @param {any} source @param {(node: Syntax, source: any) => any} read */
export function starred(part, source, read) {
  const [star, value] = part;
  return { kind: 'Starred', from: star.from, to: value.to, line: source.lineOf(star.from), value: read(value, source) };
}
