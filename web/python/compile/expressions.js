// Expressions: operators, comparisons, containers, attributes, items, f-strings.

import { fill } from '../builtins/mappings.js';
import { binary, unary } from '../operations/arithmetic.js';
import { compare, contains, identical } from '../operations/compare.js';
import { listOf } from '../operations/iterate.js';
import { getAttribute, special } from '../operations/objects.js';
import { getItem } from '../operations/subscripts.js';
import { truth } from '../operations/truth.js';
import { converted } from '../text/braces.js';
import { format } from '../text/format.js';
import { kEllipsis, Slice, Tuple } from '../values/containers.js';
import { Dict, PySet } from '../values/dict.js';
import { raised } from '../values/exceptions.js';
import { noKeywords } from '../values/functions.js';
import { nameOf } from '../values/types.js';
import { combined, compile, define, mapped } from './compiler.js';
import { load, storeName } from './names.js';

/** @typedef {import('./compiler.js').Run} Run @typedef {import('./compiler.js').Frame} Frame @typedef {import('./compiler.js').Context} Context */

/** An operation of two values, by what they are most often. @param {string} op @returns {(a: any, b: any) => any} */
function operator(op) {
  switch (op) {
    case '+':
      return (a, b) => {
        if (typeof a === 'number' && typeof b === 'number') return a + b;
        return typeof a === 'bigint' && typeof b === 'bigint' ? a + b : binary(op, a, b);
      };
    case '-':
      return (a, b) => {
        if (typeof a === 'number' && typeof b === 'number') return a - b;
        return typeof a === 'bigint' && typeof b === 'bigint' ? a - b : binary(op, a, b);
      };
    case '*':
      return (a, b) => (typeof a === 'number' && typeof b === 'number' ? a * b : binary(op, a, b));
    default:
      return (a, b) => binary(op, a, b);
  }
}

/** @param {string} op @returns {(a: any, b: any) => any} */
function comparison(op) {
  switch (op) {
    case 'is':
      return identical;
    case 'is not':
      return (a, b) => !identical(a, b);
    case 'in':
      return (a, b) => contains(b, a);
    case 'not in':
      return (a, b) => !contains(b, a);
    case '<':
      return (a, b) =>
        typeof a === typeof b && (typeof a === 'bigint' || typeof a === 'number') ? a < b : compare('<', a, b);
    case '>':
      return (a, b) =>
        typeof a === typeof b && (typeof a === 'bigint' || typeof a === 'number') ? a > b : compare('>', a, b);
    default:
      return (a, b) => compare(/** @type {any} */ (op), a, b);
  }
}

/** Two values and what is made of them; where that fails, at the line of the expression. @param {any} node @param {Context} c @param {Run} left @param {Run} right @param {(a: any, b: any) => any} apply */
function two(node, c, left, right, apply) {
  if (node.line === c.line)
    return combined(
      [left, right],
      (f) => apply(left(f), right(f)),
      (_, [a, b]) => apply(a, b),
    );
  const at = located(node, apply);
  return combined(
    [left, right],
    (f) => at(f, left(f), right(f)),
    (f, [a, b]) => at(f, a, b),
  );
}

/** Does something at a line of its own. @param {{ line: number }} node @param {(...values: any[]) => any} apply */
function located({ line }, apply) {
  return (/** @type {Frame} */ f, /** @type {any[]} */ ...values) => {
    const before = f.line;
    f.line = line;
    const result = apply(...values);
    f.line = before;
    return result;
  };
}

/** Values of which some are spread by a star. @param {any[]} elts @param {Context} c @param {((callee: any) => string) | null} [who] wants what can be iterated; null where that goes without saying @returns {{ parts: Run[], gather: (values: any[], callee?: any) => any[] }} */
export function spread(elts, c, who = () => 'Value') {
  const parts = elts.map((one) => compile(one.kind === 'Starred' ? one.value : one, c));
  if (!elts.some((one) => one.kind === 'Starred')) return { parts, gather: (values) => values };
  const stars = elts.map((one) => one.kind === 'Starred');
  return {
    parts,
    gather: (values, callee) => values.flatMap((value, i) => (stars[i] ? starList(value, who, callee) : [value])),
  };
}

/** @param {any} value @param {((callee: any) => string) | null} who @param {any} [callee] */
function starList(value, who, callee) {
  if (
    who !== null &&
    typeof value !== 'string' &&
    special(value, '__iter__') === undefined &&
    special(value, '__getitem__') === undefined
  ) {
    throw raised('TypeError', `${who(callee)} after * must be an iterable, not ${nameOf(value)}`);
  }
  return listOf(value);
}

/** @param {(values: any[], node: any) => any} make @param {null} [who] @returns {(node: any, c: Context) => Run} */
const display = (make, who) => (node, c) => {
  const { parts, gather } = spread(node.elts, c, who);
  const build = (/** @type {any[]} */ values) => make(gather(values), node);
  return combined(
    parts,
    (f) => build(parts.map((part) => part(f))),
    (_, values) => build(values),
  );
};

/** Whether CPython's compiler makes a constant of an expression. @param {any} node @returns {boolean} */
const isConstant = (node) =>
  /^(Num|Constant)$/.test(node.kind) ||
  (node.kind === 'UnaryOp' && isConstant(node.operand)) ||
  (node.kind === 'Tuple' && node.elts.every(isConstant));

/** A set of three constants and more is made of a frozenset that the compiler made anew in the order of its first table. @param {any[]} values @param {any} node */
function setOf(values, { elts }) {
  const set = new PySet(values);
  return elts.length > 2 && elts.every(isConstant) ? new PySet(set) : set;
}

define({
  Num:
    ({ value }) =>
    () =>
      value,
  Constant:
    ({ value }) =>
    () =>
      value,
  Ellipsis: () => () => kEllipsis,
  Name: ({ id }, c) => load(id, c),
  Tuple: display((values) => new Tuple(values)),
  List: display((values) => values.slice()),
  Set: display(setOf, null),
  Starred(node, c) {
    return mapped(compile(node.value, c), (value) => starList(value, () => 'Value'));
  },
  Dict({ entries }, c) {
    const parts = entries.flatMap((/** @type {any} */ { key, value }) =>
      key === null ? [compile(value, c)] : [compile(key, c), compile(value, c)],
    );
    const build = (/** @type {any[]} */ values) => {
      const dict = new Dict();
      let i = 0;
      for (const { key } of entries) {
        if (key === null) fill(dict, [mapping(values[i++])], noKeywords);
        else dict.set(values[i++], values[i++]);
      }
      return dict;
    };
    return combined(
      parts,
      (f) => build(parts.map((/** @type {Run} */ part) => part(f))),
      (_, values) => build(values),
    );
  },
  BinOp: (node, c) => two(node, c, compile(node.left, c), compile(node.right, c), operator(node.op)),
  UnaryOp: (node, c) => mapped(compile(node.operand, c), (value) => unary(node.op, value)),
  Not: (node, c) => mapped(compile(node.operand, c), (value) => !truth(value)),
  BoolOp,
  Compare,
  IfExp({ test, body, otherwise }, c) {
    const [a, b, d] = [compile(test, c), compile(body, c), compile(otherwise, c)];
    /** @type {Run} */ const run = (f) => (truth(a(f)) ? b(f) : d(f));
    if (a.gen || b.gen || d.gen) {
      run.gen = function* (f) {
        const chosen = truth(a.gen ? yield* a.gen(f) : a(f)) ? b : d;
        return chosen.gen ? yield* chosen.gen(f) : chosen(f);
      };
    }
    return run;
  },
  NamedExpr({ id, value }, c) {
    let outer = c;
    let depth = 0;
    // In a comprehension the name is of what is around it.
    for (let { scope } = c; scope.kind === 'comprehension'; scope = /** @type {any} */ (scope.parent)) {
      outer = c.within(/** @type {any} */ (scope.parent), c.qualname);
      depth++;
    }
    const store = storeName(id, outer);
    return mapped(compile(value, c), (result, f) => {
      let frame = f;
      for (let i = 0; i < depth; i++) frame = /** @type {Frame} */ (frame.parent);
      store(frame, result);
      return result;
    });
  },
  Attribute(node, c) {
    const value = compile(node.value, c);
    const { attr } = node;
    const line = node.nameLine ?? node.line;
    if (line === c.line) return mapped(value, (object) => getAttribute(object, attr));
    const at = located({ line }, (object) => getAttribute(object, attr));
    return mapped(value, (object, f) => at(f, object));
  },
  Subscript: (node, c) => two(node, c, compile(node.value, c), compile(node.slice, c), getItem),
  Slice({ lower, upper, step }, c) {
    const none = () => null;
    const parts = [lower, upper, step].map((one) => (one === null ? none : compile(one, c)));
    const [a, b, d] = parts;
    return combined(
      parts,
      (f) => new Slice(a(f), b(f), d(f)),
      (_, [x, y, z]) => new Slice(x, y, z),
    );
  },
  JoinedStr({ values }, c) {
    const parts = values.map((/** @type {any} */ one) => compile(one, c));
    return combined(
      parts,
      (f) => parts.map((/** @type {Run} */ part) => part(f)).join(''),
      (_, texts) => texts.join(''),
    );
  },
  FormattedValue({ value, conversion, format: spec }, c) {
    const shown = compile(value, c);
    const parts = spec.map((/** @type {any} */ one) => compile(one, c));
    const write = (/** @type {any} */ one, /** @type {string[]} */ texts) =>
      format(conversion ? converted(one, conversion) : one, texts.join(''));
    return combined(
      [shown, ...parts],
      (f) =>
        write(
          shown(f),
          parts.map((/** @type {Run} */ part) => part(f)),
        ),
      (_, [one, ...texts]) => write(one, texts),
    );
  },
});

/** @param {any} value */
function mapping(value) {
  if (value instanceof Dict || special(value, 'keys') !== undefined) return value;
  throw raised('TypeError', `'${nameOf(value)}' object is not a mapping`);
}

/** @param {any} node @param {Context} c @returns {Run} */
function BoolOp({ op, values }, c) {
  const parts = values.map((/** @type {any} */ one) => compile(one, c));
  const last = parts.length - 1;
  const ends = op === 'or';
  /** @type {Run} */
  const run = (f) => {
    for (let i = 0; i < last; i++) {
      const value = parts[i](f);
      if (truth(value) === ends) return value;
    }
    return parts[last](f);
  };
  if (parts.some((/** @type {Run} */ part) => part.gen)) {
    run.gen = function* (f) {
      for (let i = 0; ; i++) {
        const value = parts[i].gen ? yield* parts[i].gen(f) : parts[i](f);
        if (i === last || truth(value) === ends) return value;
      }
    };
  }
  return run;
}

/** @param {any} node @param {Context} c @returns {Run} */
function Compare(node, c) {
  const { left, ops, comparators } = node;
  const first = compile(left, c);
  const tests = ops.map(comparison);
  const rest = comparators.map((/** @type {any} */ one) => compile(one, c));
  if (tests.length === 1) return two(node, c, first, rest[0], tests[0]);
  /** @type {Run} */
  const run = (f) => {
    let a = first(f);
    let result;
    for (let i = 0; i < tests.length; i++) {
      const b = rest[i](f);
      result = tests[i](a, b);
      if (i < tests.length - 1 && !truth(result)) return result;
      a = b;
    }
    return result;
  };
  if ([first, ...rest].some((part) => part.gen)) {
    run.gen = function* (f) {
      let a = first.gen ? yield* first.gen(f) : first(f);
      let result;
      for (let i = 0; i < tests.length; i++) {
        const part = rest[i];
        const b = part.gen ? yield* part.gen(f) : part(f);
        result = tests[i](a, b);
        if (i < tests.length - 1 && !truth(result)) return result;
        a = b;
      }
      return result;
    };
  }
  return run;
}
