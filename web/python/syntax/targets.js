// What may be assigned to: names, attributes, items, and lists of them.

import { expression } from './expressions.js';
import { syntaxError } from './problems.js';

/** @type {Record<string, string>} */
const named = {
  Call: 'function call',
  Constant: 'literal',
  Num: 'literal',
  JoinedStr: 'f-string expression',
  BinOp: 'expression',
  UnaryOp: 'expression',
  Compare: 'comparison',
  BoolOp: 'expression',
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

/** @param {any} syntax @param {any} source @returns {any} */
export function target(syntax, source) {
  return checked(expression(syntax, source), source);
}

/** @param {any} node @param {any} source */
function checked(node, source) {
  switch (node.kind) {
    case 'Name':
    case 'Attribute':
    case 'Subscript':
      return node;
    case 'Starred':
      checked(node.value, source);
      return node;
    case 'Tuple':
    case 'List':
      if (node.elts.filter((/** @type {any} */ one) => one.kind === 'Starred').length > 1) {
        throw syntaxError(source, node.from, 'multiple starred expressions in assignment');
      }
      for (const one of node.elts) checked(one, source);
      return node;
    default: {
      if (node.kind === 'Constant' && (node.value === true || node.value === false || node.value === null)) {
        const name = node.value === null ? 'None' : node.value ? 'True' : 'False';
        throw syntaxError(source, node.from, `cannot assign to ${name}`);
      }
      const what = named[node.kind] ?? 'expression';
      const maybe = /^(function call|literal|expression|comparison|conditional expression|f-string expression)$/.test(
        what,
      )
        ? " here. Maybe you meant '==' instead of '='?"
        : '';
      throw syntaxError(source, node.from, `cannot assign to ${what}${maybe}`);
    }
  }
}
