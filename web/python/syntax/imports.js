// import and from … import.

import { outside, syntaxError } from './problems.js';
import { commaParts, made } from './reading.js';

/** @typedef {import('./reading.js').Syntax} Syntax @typedef {import('./problems.js').Source} Source */

/** @param {Syntax} node @param {Syntax[]} kids @param {Source} source */
export function imported(node, kids, source) {
  const nameAt = (/** @type {Syntax[]} */ part) =>
    part
      .filter((one) => one.name !== 'as')
      .map((one) => source.slice(one))
      .join('');
  const aliases = (/** @type {Syntax[]} */ list) =>
    commaParts(list.filter((one) => one.name !== '(' && one.name !== ')')).map((part) => {
      const as = part.findIndex((one) => one.name === 'as');
      return { name: nameAt(as < 0 ? part : part.slice(0, as)), as: as < 0 ? null : source.slice(part[as + 1]) };
    });
  if (kids.at(-1)?.name === ',')
    throw syntaxError(
      source,
      node.from,
      kids[0].name === 'import' ? 'invalid syntax' : 'trailing comma not allowed without surrounding parentheses',
    );
  if (kids[0].name === 'import') return made(node, source, 'Import', { names: aliases(kids.slice(1)) });
  const at = kids.findIndex((one) => one.name === 'import');
  const module = nameAt(kids.slice(1, at));
  if (module.startsWith('.')) throw outside(source, node.from, 'a relative import', 'a program is one file here');
  const names = kids[at + 1].name === '*' ? [{ name: '*', as: null }] : aliases(kids.slice(at + 1));
  return made(node, source, 'ImportFrom', { module, names });
}
