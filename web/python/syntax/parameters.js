// The parameters of `def` and `lambda`.

import { syntaxError } from './problems.js';
import { childrenOf, kidsBetween } from './reading.js';

/**
 * @typedef {{ name: string, fallback: any, annotation: any }} Parameter
 * @typedef {{ positional: Parameter[], onlyPositional: number, byName: Parameter[], starred: { name: string, annotation: any }[], rest: string | null, keywords: string | null }} Parameters
 */

/** @param {any} list @param {any} source @param {(node: any, source: any) => any} expression how expressions are read @returns {Parameters} */
export function parameters(list, source, expression) {
  /** @type {Parameters} */
  const result = { positional: [], onlyPositional: 0, byName: [], starred: [], rest: null, keywords: null };
  const kids = childrenOf(list).filter((one) => one.name !== '(' && one.name !== ')');
  let isByName = false;
  const seen = new Set();
  for (const part of kidsBetween(kids, ',')) {
    const star = part[0]?.name;
    if (part.length === 0 || star === '/' || source.slice(part[0]) === '/') {
      if (part.length > 0 || kids.length > 0) markPositional(list, source, result);
      continue;
    }
    const wrong = misplacedStar(star, isByName, part, result);
    if (wrong) throw syntaxError(source, part[0].from, wrong);
    const at = star === '*' || star === '**' ? 1 : 0;
    const name = part[at] ? source.slice(part[at]) : '';
    if (name !== '' && seen.has(name))
      throw syntaxError(source, part[at].from, `duplicate argument '${name}' in function definition`);
    seen.add(name);
    const typed = part.find((/** @type {any} */ one) => one.name === 'TypeDef');
    const annotation = typed ? expression(childrenOf(typed).at(-1), source) : null;
    if (star && name) result.starred.push({ name, annotation });
    if (star === '*') {
      isByName = true;
      result.rest = name || null;
    } else if (star === '**') result.keywords = name;
    else {
      const assign = part.findIndex((/** @type {any} */ one) => one.name === 'AssignOp');
      const fallback = assign < 0 ? null : expression(part[assign + 1], source);
      if (!isByName && fallback === null && result.positional.some((one) => one.fallback !== null)) {
        throw syntaxError(source, part[0].from, 'non-default argument follows default argument');
      }
      (isByName ? result.byName : result.positional).push({ name, fallback, annotation });
    }
  }
  if (isByName && result.rest === null && result.byName.length === 0)
    throw syntaxError(source, list.from, 'named arguments must follow bare *');
  return result;
}

/** What is wrong about stars. @param {string | undefined} star @param {boolean} isByName whether a star came before @param {any[]} part @param {Parameters} result */
function misplacedStar(star, isByName, part, { keywords }) {
  if (keywords !== null) return 'arguments cannot follow var-keyword argument';
  if (star === '*' && isByName) return '* argument may appear only once';
  if (star === '*' && part.some((one) => one.name === 'AssignOp'))
    return 'var-positional argument cannot have default value';
  return null;
}

/** A `/`, which the parser's tree leaves out. @param {any} list @param {any} source @param {Parameters} result */
function markPositional(list, source, result) {
  if (/[,(]\s*\/\s*[,)]/.test(source.slice(list))) result.onlyPositional = result.positional.length;
}
