// f-strings: texts and what is replaced in them.

import { checkFields, closing } from './fields.js';
import { parts, unescaped } from './literals.js';
import { syntaxError } from './problems.js';
import { childrenOf, inside, made, many } from './reading.js';

/** @typedef {import('./reading.js').Syntax} Syntax @typedef {import('./problems.js').Source} Source @typedef {(node: Syntax, source: Source) => any} Reader */

/** The parts of an f-string. @param {Syntax} node @param {Source} source @param {Reader} expression @returns {any[]} */
export function piecesOf(node, source, expression) {
  const { prefix, start, end } = parts(source.slice(node));
  checkFields(node, closing(node, source), source);
  return between(childrenOf(node), node.from + start, node.from + end, prefix.includes('r'), source, true, expression);
}

/** Texts and replacements from one place to another. @param {Syntax[]} kids @param {number} from @param {number} to @param {boolean} isRaw @param {Source} source @param {boolean} isTop @param {Reader} expression @returns {any[]} */
function between(kids, from, to, isRaw, source, isTop, expression) {
  /** @type {any[]} */ const values = [];
  let at = from;
  const plain = (/** @type {number} */ until) => {
    if (until <= at) return;
    const raw = source.text.slice(at, until);
    if (isTop && /(?:^|[^}])(?:\}\})*\}(?!\})/.test(raw))
      throw syntaxError(source, at, "f-string: single '}' is not allowed");
    const body = isTop ? raw.replaceAll('{{', '{').replaceAll('}}', '}') : raw;
    values.push({ kind: 'Constant', value: isRaw ? body : unescaped(body, source, at) });
  };
  for (const one of kids) {
    if (one.name !== 'FormatReplacement') continue;
    plain(one.from);
    values.push(...replacement(one, isRaw, source, expression));
    at = one.to;
  }
  plain(to);
  return values;
}

/** @param {Syntax} node @param {boolean} isRaw @param {Source} source @param {Reader} expression @returns {any[]} */
function replacement(node, isRaw, source, expression) {
  const kids = inside(childrenOf(node));
  const isEnd = (/** @type {Syntax} */ one) => ['FormatConversion', 'FormatSpec', 'FormatSelfDoc'].includes(one.name);
  const body = kids.filter((one) => !isEnd(one));
  if (body.length === 0) throw syntaxError(source, node.from, 'f-string: empty expression not allowed');
  const conversion = kids.find((one) => one.name === 'FormatConversion');
  const spec = kids.find((one) => one.name === 'FormatSpec');
  const self = kids.find((one) => one.name === 'FormatSelfDoc');
  if (body[0].name === 'LambdaExpression') throw syntaxError(source, node.from, 'f-string: invalid syntax');
  if (body[0].name === '*' && body.length === 2)
    throw syntaxError(source, node.from, 'f-string: cannot use starred expression here');
  const value = many(body, source, expression);
  const letter = conversion ? source.slice(conversion).slice(1) : self && !spec ? 'r' : '';
  const format = spec ? between(childrenOf(spec), spec.from + 1, spec.to, isRaw, source, false, expression) : [];
  const made_ = made(node, source, 'FormattedValue', { value, conversion: letter, format });
  if (!self) return [made_];
  const until = conversion?.from ?? spec?.from ?? node.to - 1;
  return [{ kind: 'Constant', value: source.text.slice(node.from + 1, until) }, made_];
}
