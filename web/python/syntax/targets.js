// What may be assigned to: names, attributes, items, and lists of them.

import { syntaxError } from './problems.js';

/** @typedef {'assign' | 'annotate' | 'augment' | 'bind' | 'delete'} Act what a statement does to its target; `for`, `with` and comprehensions bind */

/** @type {Record<string, string>} */
const named = {
  Call: 'function call',
  Constant: 'literal',
  Num: 'literal',
  Ellipsis: 'ellipsis',
  JoinedStr: 'f-string expression',
  Tuple: 'tuple',
  List: 'list',
  Compare: 'comparison',
  Lambda: 'lambda',
  IfExp: 'conditional expression',
  Dict: 'dict literal',
  Set: 'set display',
  ListComp: 'list comprehension',
  GeneratorExp: 'generator expression',
  NamedExpr: 'named expression',
  SetComp: 'set comprehension',
  DictComp: 'dict comprehension',
  Yield: 'yield expression',
};
/** What CPython takes for a comparison that was meant. */
const comparable =
  /^(function call|literal|ellipsis|f-string expression|expression|dict literal|set display|(list|set|dict) comprehension)$/;

/** @param {any} node */
const nameOf = ({ kind, value }) =>
  kind === 'Constant' && (value === null || typeof value === 'boolean')
    ? { null: 'None', true: 'True', false: 'False' }[String(value)]
    : (named[kind] ?? 'expression');

/** The error of a target that is none. @param {any} node @param {any} source @param {Act} act @param {boolean} isInner */
function refused(node, source, act, isInner) {
  const what = nameOf(node);
  if (act === 'augment')
    return syntaxError(source, node.from, `'${what}' is an illegal expression for augmented assignment`);
  if (act === 'annotate') return syntaxError(source, node.from, 'illegal target for annotation');
  if (node.kind === 'Yield') return syntaxError(source, node.from, 'assignment to yield expression not possible');
  const isMeant =
    act === 'assign' && !isInner && node.kind !== 'BoolOp' && node.kind !== 'Not' && comparable.test(what ?? '');
  return syntaxError(
    source,
    node.from,
    `cannot ${act === 'delete' ? 'delete' : 'assign to'} ${what}${isMeant ? " here. Maybe you meant '==' instead of '='?" : ''}`,
  );
}

/** A node that may be assigned to, or a SyntaxError. @param {any} node @param {any} source @param {Act} act @param {boolean} [isInner] @returns {any} */
export function assignable(node, source, act, isInner = false) {
  const { kind } = node;
  if (kind === 'Name' || kind === 'Attribute' || kind === 'Subscript') return node;
  if (kind === 'Starred' && isInner) {
    assignable(node.value, source, act, true);
    return node;
  }
  if ((kind !== 'Tuple' && kind !== 'List') || act === 'augment') throw refused(node, source, act, isInner);
  if (act === 'annotate')
    throw syntaxError(source, node.from, `only single target (not ${kind.toLowerCase()}) can be annotated`);
  if (node.elts.filter((/** @type {any} */ one) => one.kind === 'Starred').length > 1)
    throw syntaxError(source, node.from, 'multiple starred expressions in assignment');
  for (const one of node.elts) assignable(one, source, act, true);
  return node;
}
