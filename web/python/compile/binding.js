// How the arguments of a call become the variables of a function, and CPython's words where they do not fit.

import { Tuple } from '../values/containers.js';
import { Dict } from '../values/dict.js';
import { raised } from '../values/exceptions.js';

/** @typedef {import('../values/functions.js').PyFunction} PyFunction */

/** Names as CPython lists them: 'a', 'b', and 'c'. @param {string[]} names */
function listed(names) {
  const quoted = names.map((name) => `'${name}'`);
  if (quoted.length <= 2) return quoted.join(' and ');
  return `${quoted.slice(0, -1).join(', ')}, and ${quoted.at(-1)}`;
}

/** @param {number} count */
const plural = (count) => (count === 1 ? '' : 's');

/** @param {PyFunction} fn @param {string} text */
const refused = (fn, text) => raised('TypeError', `${fn.qualname}() ${text}`);

/**
 * Fills the variables: parameters first, then *args and **kwargs.
 * @param {PyFunction} fn
 * @param {any[]} slots
 * @param {any[]} args
 * @param {Map<string, any>} keywords
 */
export function bindArguments(fn, slots, args, keywords) {
  const { code } = fn;
  const { positional, parameters, rest, keywords: others } = /** @type {any} */ (code);
  const given = args.length;
  if (
    given === positional &&
    keywords.size === 0 &&
    parameters.length === positional &&
    rest === null &&
    others === null
  ) {
    for (let i = 0; i < given; i++) slots[i] = args[i];
    return;
  }
  const direct = Math.min(given, positional);
  for (let i = 0; i < direct; i++) slots[i] = args[i];
  const extra = others === null ? null : new Dict();
  if (keywords.size > 0) bindKeywords(fn, slots, keywords, extra);
  if (given > positional && rest === null) throw tooMany(fn, given, slots);
  fillDefaults(fn, slots, given);
  let next = parameters.length;
  if (rest !== null) slots[next++] = new Tuple(args.slice(positional));
  if (extra !== null) slots[next] = extra;
}

/** @param {PyFunction} fn @param {any[]} slots @param {Map<string, any>} keywords @param {Dict | null} extra */
function bindKeywords(fn, slots, keywords, extra) {
  const { parameters, onlyPositional } = fn.code;
  /** @type {string[]} */ const misused = [];
  for (const [name, value] of keywords) {
    const place = parameters.indexOf(name);
    if (place < 0 || place < onlyPositional) {
      if (extra !== null) extra.set(name, value);
      else if (place >= 0) misused.push(name);
      else throw refused(fn, `got an unexpected keyword argument '${name}'`);
    } else {
      if (slots[place] !== undefined) throw refused(fn, `got multiple values for argument '${name}'`);
      slots[place] = value;
    }
  }
  if (misused.length > 0)
    throw refused(fn, `got some positional-only arguments passed as keyword arguments: '${misused.join(', ')}'`);
}

/** @param {PyFunction} fn @param {any[]} slots @param {number} given */
function fillDefaults(fn, slots, given) {
  const { positional, parameters } = fn.code;
  const first = positional - fn.defaults.length;
  /** @type {string[]} */ let missing = [];
  for (let i = given; i < positional; i++) {
    if (slots[i] !== undefined) continue;
    if (i >= first) slots[i] = fn.defaults[i - first];
    else missing.push(parameters[i]);
  }
  if (missing.length > 0)
    throw refused(
      fn,
      `missing ${missing.length} required positional argument${plural(missing.length)}: ${listed(missing)}`,
    );
  missing = [];
  for (let i = positional; i < parameters.length; i++) {
    if (slots[i] !== undefined) continue;
    const name = parameters[i];
    if (fn.keywordDefaults.has(name)) slots[i] = fn.keywordDefaults.get(name);
    else missing.push(name);
  }
  if (missing.length > 0)
    throw refused(
      fn,
      `missing ${missing.length} required keyword-only argument${plural(missing.length)}: ${listed(missing)}`,
    );
}

/** @param {PyFunction} fn @param {number} given @param {any[]} slots */
function tooMany(fn, given, slots) {
  const { positional, parameters } = fn.code;
  const least = positional - fn.defaults.length;
  const takes = fn.defaults.length > 0 ? `from ${least} to ${positional}` : String(positional);
  const byName = parameters.slice(positional).filter((_, i) => slots[positional + i] !== undefined).length;
  const were =
    byName > 0
      ? `${given} positional argument${plural(given)} (and ${byName} keyword-only argument${plural(byName)}) were`
      : `${given} ${given === 1 ? 'was' : 'were'}`;
  return refused(
    fn,
    `takes ${takes} positional argument${fn.defaults.length > 0 || positional !== 1 ? 's' : ''} but ${were} given`,
  );
}
