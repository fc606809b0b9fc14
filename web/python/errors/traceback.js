// The traceback as CPython 3.11 writes it, without carets.

import { nearest } from '../../torch/arguments/signature.js';
import { namesOf } from '../builtins/objects.js';
import { exceptionText, str } from '../text/repr.js';
import { kDict, typeOf } from '../values/types.js';

/** @typedef {import('../values/exceptions.js').Exception} Exception */

const byCause = '\nThe above exception was the direct cause of the following exception:\n\n';
const byContext = '\nDuring handling of the above exception, another exception occurred:\n\n';

/** The last line: class and message, and a name that may have been meant. @param {Exception} error */
function lastLine(error) {
  const { module, qualname } = typeOf(error);
  const text = messageOf(error);
  const near = suggestionFor(error);
  return `${module === 'builtins' || module === '__main__' ? '' : `${module}.`}${qualname}${text === '' ? '' : `: ${text}`}${near === '' ? '' : `. Did you mean: '${near}'?`}\n`;
}

/** The name that CPython suggests. Source: Python/suggestions.c. @param {Exception} error */
function suggestionFor(error) {
  const facts = error[kDict];
  const name = facts.get('name');
  if (typeof name !== 'string') return '';
  const isOf = (/** @type {string} */ type) => error.type.mro.some((one) => one.name === type);
  if (isOf('NameError')) {
    for (const names of error.candidates?.() ?? []) {
      const near = nearest(
        [...names].filter((one) => one !== name),
        name,
      );
      if (near !== '') return near;
    }
  }
  return isOf('AttributeError') && facts.has('obj') ? nearest(namesOf(facts.get('obj')), name) : '';
}

/** @param {Exception} error */
export function messageOf(error) {
  try {
    if (error[kDict].has('msg') && error.type.mro.some((one) => one.name === 'SyntaxError'))
      return error[kDict].get('msg');
    return str(error);
  } catch {
    return exceptionText(error);
  }
}

/** The places that an error passed. @param {Exception} error @param {Map<string, string[]>} sources */
function placesOf({ traceback }, sources) {
  let text = '';
  const places = [...traceback].reverse();
  for (let i = 0; i < places.length; ) {
    const { file, line, name } = places[i];
    let count = 1;
    while (
      i + count < places.length &&
      places[i + count].line === line &&
      places[i + count].name === name &&
      places[i + count].file === file
    )
      count++;
    const own = sources.get(file)?.[line - 1]?.trim();
    const shown = `  File "${file}", line ${line}, in ${name}\n${own ? `    ${own}\n` : ''}`;
    text += shown.repeat(Math.min(count, 3));
    if (count > 3) text += `  [Previous line repeated ${count - 3} more time${count - 3 === 1 ? '' : 's'}]\n`;
    i += count;
  }
  return text;
}

/**
 * @param {Exception} error
 * @param {Map<string, string[]>} sources the lines of each file
 * @param {Set<Exception>} [seen]
 * @returns {string}
 */
export function tracebackOf(error, sources, seen = new Set()) {
  seen.add(error);
  let before = '';
  if (error.cause && !seen.has(error.cause)) before = tracebackOf(error.cause, sources, seen) + byCause;
  else if (!error.cause && error.context && !error.suppressed && !seen.has(error.context))
    before = tracebackOf(error.context, sources, seen) + byContext;
  const places = placesOf(error, sources);
  const notes = error.notes.map((note) => `${str(note)}\n`).join('');
  const isSyntax = error.type.mro.some((one) => one.name === 'SyntaxError') && error[kDict].has('lineno');
  const head = places === '' ? '' : `Traceback (most recent call last):\n${places}`;
  return `${before}${isSyntax ? syntaxPlace(error) : head}${lastLine(error)}${notes}`;
}

/** @param {Exception} error */
function syntaxPlace(error) {
  const facts = error[kDict];
  const text = String(facts.get('text')).trim();
  return `  File "${facts.get('filename')}", line ${facts.get('lineno')}\n${text ? `    ${text}\n` : ''}`;
}
