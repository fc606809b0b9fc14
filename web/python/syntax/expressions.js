// Expressions: from the parser's tree to ours.

import { piecesOf } from './formatted.js';
import { numberOf, textOf } from './literals.js';
import { parameters } from './parameters.js';
import { outside, syntaxError } from './problems.js';
import { hiddenAt } from './readable.js';
import { childrenOf, commaParts, inside, made, many, starred } from './reading.js';
import { assignable } from './targets.js';

/** @typedef {import('./reading.js').Syntax} Syntax @typedef {import('./problems.js').Source} Source */

/** @type {Record<string, (node: Syntax, kids: Syntax[], source: Source) => any>} */
const readers = {
  VariableName: (node, _, source) => named(node, source),
  Number: (node, _, source) => made(node, source, 'Num', { value: numberOf(source.slice(node), source, node.from) }),
  String: (node, _, source) => made(node, source, 'Constant', { value: textOf(source.slice(node), source, node.from) }),
  FormatString: (node, _, source) => made(node, source, 'JoinedStr', { values: piecesOf(node, source, expression) }),
  ContinuedString(node, kids, source) {
    const values = kids.flatMap((one) =>
      one.name === 'String'
        ? [{ kind: 'Constant', value: textOf(source.slice(one), source, one.from) }]
        : piecesOf(one, source, expression),
    );
    if (values.every((one) => one.kind === 'Constant'))
      return made(node, source, 'Constant', { value: values.map((one) => one.value).join('') });
    return made(node, source, 'JoinedStr', { values });
  },
  Boolean: (node, _, source) => made(node, source, 'Constant', { value: source.slice(node) === 'True' }),
  None: (node, _, source) => made(node, source, 'Constant', { value: null }),
  Ellipsis: (node, _, source) => made(node, source, 'Ellipsis'),
  ParenthesizedExpression(node, kids, source) {
    const inner = kids.filter((one) => one.name !== '(' && one.name !== ')');
    if (inner[0].name === '*') throw syntaxError(source, node.from, 'cannot use starred expression here');
    return { ...expression(inner[0], source), isInside: true };
  },
  TupleExpression: (node, kids, source) =>
    made(node, source, 'Tuple', { elts: items(inside(kids), source, expression), isInside: true }),
  ArrayExpression: (node, kids, source) =>
    made(node, source, 'List', { elts: items(inside(kids), source, expression) }),
  SetExpression: (node, kids, source) => made(node, source, 'Set', { elts: items(inside(kids), source, expression) }),
  DictionaryExpression(node, kids, source) {
    const entries = commaParts(inside(kids)).map((part) => {
      if (part[0].name === '**') return { key: null, value: expression(part[1], source) };
      const colon = part.findIndex((one) => one.name === ':');
      return { key: expression(part[0], source), value: expression(part[colon + 1], source) };
    });
    return made(node, source, 'Dict', { entries });
  },
  ArrayComprehensionExpression: (node, kids, source) => comprehension(node, inside(kids), source, 'ListComp'),
  SetComprehensionExpression: (node, kids, source) => comprehension(node, inside(kids), source, 'SetComp'),
  DictionaryComprehensionExpression: (node, kids, source) => comprehension(node, inside(kids), source, 'DictComp'),
  ComprehensionExpression: (node, kids, source) => comprehension(node, inside(kids), source, 'GeneratorExp'),
  MemberExpression(node, kids, source) {
    const value = expression(kids[0], source);
    if (
      kids[0].name === 'Number' &&
      typeof value.value === 'bigint' &&
      kids[0].to === kids[1].from &&
      kids[1].name === '.'
    )
      throw syntaxError(source, node.from, 'invalid decimal literal');
    if (kids[1].name === '.' && keywords.test(source.slice(kids[2])))
      throw syntaxError(source, kids[2].from, 'invalid syntax');
    if (kids[1].name === '.')
      return made(node, source, 'Attribute', {
        value,
        attr: source.slice(kids[2]),
        nameLine: source.lineOf(kids[2].from),
      });
    return made(node, source, 'Subscript', { value, slice: subscript(node, kids.slice(2, -1), source) });
  },
  CallExpression(node, kids, source) {
    const func = expression(kids[0], source);
    return made(node, source, 'Call', { func, ...callArguments(kids[1], source) });
  },
  BinaryExpression: binary,
  UnaryExpression(node, kids, source) {
    const op = source.slice(kids[0]);
    if (op === '*') return starred(kids, source, expression);
    const operand = expression(kids[1], source);
    if (op === '-' && operand.kind === 'Num' && !operand.isInside)
      return made(node, source, 'Num', { value: typeof operand.value === 'bigint' ? -operand.value : -operand.value });
    return op === 'not' ? negated(operand, node, source) : made(node, source, 'UnaryOp', { op, operand });
  },
  ConditionalExpression: (node, kids, source) =>
    made(node, source, 'IfExp', {
      body: expression(kids[0], source),
      test: expression(kids[2], source),
      otherwise: expression(kids[4], source),
    }),
  LambdaExpression(node, kids, source) {
    const list = kids.find((one) => one.name === 'ParamList');
    return made(node, source, 'Lambda', {
      parameters: parameters(list, source, expression),
      body: expression(kids[kids.length - 1], source),
    });
  },
  NamedExpression(node, kids, source) {
    if (kids[0].name === 'MemberExpression')
      throw syntaxError(
        source,
        node.from,
        `cannot use assignment expressions with ${expression(kids[0], source).kind.toLowerCase()}`,
      );
    return made(node, source, 'NamedExpr', { id: source.slice(kids[0]), value: expression(kids[2], source) });
  },
  YieldExpression: yielded,
  YieldStatement: yielded,
  AwaitExpression(node, _, source) {
    throw outside(source, node.from, 'await', 'call the function itself');
  },
};

/** What is no name of an attribute. */
const keywords =
  /^(False|None|True|and|as|assert|async|await|break|class|continue|def|del|elif|else|except|finally|for|from|global|if|import|in|is|lambda|nonlocal|not|or|pass|raise|return|try|while|with|yield)$/;

/** @param {Syntax} node @param {Source} source */
const named = (node, source) =>
  source.hidden.delete(node.from)
    ? many(hiddenAt(node, source), source, expression)
    : made(node, source, 'Name', { id: source.slice(node) });

/**
 * @param {Syntax} node or the list of a call's arguments: `{ name: 'ArgList', inner }`
 * @param {Source} source
 * @returns {any}
 */
export function expression(node, source) {
  if (node.inner) return callArguments(node.inner, source);
  const read = readers[node.name];
  if (read === undefined) {
    if (node.type?.isError) throw syntaxError(source, node.from, 'invalid syntax');
    throw outside(source, node.from, node.name, 'see the grammar in the documentation');
  }
  return read(node, childrenOf(node), source);
}

/** Items between commas. @param {Syntax[]} nodes @param {Source} source @param {(node: Syntax, source: Source) => any} read @returns {any[]} */
export const items = (nodes, source, read) =>
  commaParts(nodes).map((part) => {
    if (part[0].name === '*') return starred(part, source, read);
    if (part[1]?.name === 'AssignOp')
      return made(part[0], source, 'NamedExpr', { id: source.slice(part[0]), value: expression(part[2], source) });
    return read(part[0], source);
  });

/** @param {Syntax} node @param {Syntax[]} kids @param {Source} source @param {string} kind */
function comprehension(node, kids, source, kind) {
  const first = kids.findIndex((one) => one.name === 'for' || one.name === 'async');
  const head = kids.slice(0, first);
  if (/^\*/.test(head[0].name))
    throw syntaxError(
      source,
      node.from,
      `${head[0].name === '*' ? 'iterable unpacking cannot be used in' : 'dict unpacking cannot be used in dict'} comprehension`,
    );
  /** @type {any[]} */ const generators = [];
  for (let i = first; i < kids.length; ) {
    if (kids[i].name === 'async') throw outside(source, kids[i].from, 'async for', 'for works');
    const next = kids.findIndex((one, j) => j > i && (one.name === 'for' || one.name === 'if' || one.name === 'async'));
    const part = kids.slice(i + 1, next < 0 ? undefined : next);
    if (kids[i].name === 'if') generators.at(-1).ifs.push(expression(part[0], source));
    else {
      const within = part.findIndex((one) => one.name === 'in');
      generators.push({
        target: assignable(many(part.slice(0, within), source, expression), source, 'bind'),
        iter: many(part.slice(within + 1), source, expression),
        ifs: [],
      });
    }
    i = next < 0 ? kids.length : next;
  }
  if (kind === 'DictComp')
    return made(node, source, kind, {
      key: expression(head[0], source),
      value: expression(head[2], source),
      generators,
    });
  const elt = head[1]?.name === 'AssignOp' ? items(head, source, expression)[0] : expression(head[0], source);
  return made(node, source, kind, { elt, generators });
}

/** @param {Syntax} list @param {Source} source */
function callArguments(list, source) {
  const kids = inside(childrenOf(list));
  const loop = kids.findIndex((one) => one.name === 'for');
  const last = kids.findLastIndex((one) => one.name === 'in' || one.name === 'if');
  if (loop >= 0 && kids.some((one, i) => one.name === ',' && (i < loop || i > last)))
    throw syntaxError(source, list.from, 'Generator expression must be parenthesized');
  if (loop >= 0) return { args: [comprehension(list, kids, source, 'GeneratorExp')], keywords: [] };
  /** @type {any[]} */ const args = [];
  /** @type {any[]} */ const keywords = [];
  for (const part of commaParts(kids)) {
    const [first, second, third] = part;
    if (first.name === '*') {
      if (keywords.some((one) => one.name === null))
        throw syntaxError(source, first.from, 'iterable argument unpacking follows keyword argument unpacking');
      args.push(starred(part, source, expression));
    } else if (first.name === '**') keywords.push({ name: null, value: expression(second, source) });
    else if (second?.name === 'AssignOp' && source.slice(second) === '=') {
      if (first.name !== 'VariableName')
        throw syntaxError(source, first.from, 'expression cannot contain assignment, perhaps you meant "=="?');
      const name = source.slice(first);
      if (keywords.some((one) => one.name === name))
        throw syntaxError(source, first.from, `keyword argument repeated: ${name}`);
      keywords.push({ name, value: expression(third, source) });
    } else {
      if (keywords.some((one) => one.name !== null))
        throw syntaxError(source, list.to - 1, 'positional argument follows keyword argument');
      if (keywords.length > 0)
        throw syntaxError(source, list.to - 1, 'positional argument follows keyword argument unpacking');
      args.push(items(part, source, expression)[0]);
    }
  }
  return { args, keywords };
}

/** @param {Syntax} node @param {Syntax[]} kids @param {Source} source */
function subscript(node, kids, source) {
  if (kids.length === 0) throw syntaxError(source, node.from, 'invalid syntax');
  const list = splitSubscript(kids).map((part) => {
    if (part[0].name === '*') return starred(part, source, expression);
    if (!part.some((one) => one.name === ':')) return expression(part[0], source);
    const bounds = [null, null, null];
    let place = 0;
    for (const one of part) {
      if (one.name === ':') place++;
      else bounds[place] = expression(one, source);
    }
    const [lower, upper, step] = bounds;
    return { kind: 'Slice', from: node.from, to: node.to, line: source.lineOf(node.from), lower, upper, step };
  });
  const isTuple = kids.some((one) => one.name === ',') || list[0].kind === 'Starred';
  return isTuple
    ? { kind: 'Tuple', from: node.from, to: node.to, line: source.lineOf(node.from), elts: list }
    : list[0];
}

/** @param {Syntax[]} kids */
const splitSubscript = (kids) => commaParts(kids);

/** `not a or b` is of `a` alone, where the parser has it of all. @param {any} operand @param {Syntax} node @param {Source} source @returns {any} */
function negated(operand, node, source) {
  if (operand.kind !== 'BoolOp' || operand.isInside) return made(node, source, 'Not', { op: 'not', operand });
  const [first, ...rest] = operand.values;
  return { ...operand, from: node.from, values: [negated(first, node, source), ...rest] };
}

const comparisons = new Set(['<', '>', '==', '>=', '<=', '!=', 'in', 'not in', 'is', 'is not']);

/** @param {Syntax} node @param {Syntax[]} kids @param {Source} source */
function binary(node, kids, source) {
  const op = kids
    .slice(1, -1)
    .map((one) => source.slice(one))
    .join(' ');
  const last = kids[kids.length - 1];
  if (op !== 'and' && op !== 'or' && last.name === 'UnaryExpression' && source.slice(last).startsWith('not'))
    throw syntaxError(source, last.from, 'invalid syntax');
  const [left, right] = [expression(kids[0], source), expression(last, source)];
  if (op === 'and' || op === 'or') {
    const valuesOf = (/** @type {any} */ side) =>
      side.kind === 'BoolOp' && side.op === op && !side.isInside ? side.values : [side];
    if (op === 'and' && right.kind === 'BoolOp' && right.op === 'or' && !right.isInside) {
      const [first, ...rest] = right.values;
      return {
        ...right,
        values: [made(node, source, 'BoolOp', { op, values: [...valuesOf(left), ...valuesOf(first)] }), ...rest],
      };
    }
    return made(node, source, 'BoolOp', { op, values: [...valuesOf(left), ...valuesOf(right)] });
  }
  if (comparisons.has(op)) {
    if (left.kind === 'Compare' && !left.isInside)
      return { ...left, to: node.to, ops: [...left.ops, op], comparators: [...left.comparators, right] };
    return made(node, source, 'Compare', { left, ops: [op], comparators: [right] });
  }
  if (op === '<>') throw syntaxError(source, node.from, 'invalid syntax');
  return made(node, source, 'BinOp', { left, op, right });
}

/** @param {Syntax} node @param {Syntax[]} kids @param {Source} source */
function yielded(node, kids, source) {
  const rest = kids.slice(1);
  if (rest[0]?.name === 'from') return made(node, source, 'YieldFrom', { value: expression(rest[1], source) });
  return made(node, source, 'Yield', { value: rest.length === 0 ? null : many(rest, source, expression) });
}
