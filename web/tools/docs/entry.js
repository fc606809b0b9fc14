// One entry of the API's pages: name, calls, words, errors, examples; as Markdown with HTML in it.
import { codeBlock, escaped } from './markdown.js';

/**
 * @typedef {{ js: string, error?: string, message?: string }} ErrorCase of tests/reference/errors.json, PyTorch's own words
 * @typedef {object} Entry
 * @property {string} id which is its name
 * @property {string[]} calls
 * @property {string} words Markdown
 * @property {string} [formulas] MathML
 * @property {ErrorCase[]} [errors]
 * @property {string[]} examples with what they give
 */

/** Of an entry's errors, so many stand on the page. */
const kShownErrors = 2;
/** Errors about names that are not there, deeper calls and the like say nothing of the function itself. */
const kLongCall = 60;
const kLongMessage = 200;

/** What is wrong with a value tells more than a missing argument. @param {ErrorCase} one */
const weight = ({ js, message = '' }) => js.length + (/positional|unexpected keyword/.test(message) ? kLongCall : 0);

/**
 * Errors of a function: the shortest of different kinds.
 * @param {string} name `F.relu`, `nn.ReLU`, `torch.relu`, `.relu`
 * @param {ErrorCase[]} cases
 */
export function errorsOf(name, cases) {
  const call = name.startsWith('.') ? `x${name}(` : `${name}(`;
  const own = cases
    .filter(
      ({ js, error, message = '' }) =>
        error && js.startsWith(call) && js.length < kLongCall && message.length < kLongMessage,
    )
    .sort((a, b) => weight(a) - weight(b));
  const kinds = new Map(own.map((one) => [`${one.error}${one.message?.replace(/[\d'"].*/s, '')}`, one]).reverse());
  return [...kinds.values()].reverse().slice(0, kShownErrors);
}

/** @param {ErrorCase[]} errors */
function errorList(errors) {
  if (errors.length === 0) return '';
  const items = errors.map(
    ({ js, error, message = '' }) =>
      `<li><code>${escaped(js)}</code> <span>${error}: ${escaped(message).replace(/\n+/g, '<br>')}</span></li>`,
  );
  return `<p class="label">Errors, in PyTorch’s words</p>\n<ul class="errors">\n${items.join('\n')}\n</ul>\n`;
}

/** The name of a call, which links lead to. @param {string} call */
const nameOf = (call) => /^[\w.]+/.exec(call)?.[0] ?? '';

/** @param {Entry} entry @returns {string} */
export function written({ id, calls, words, formulas = '', errors = [], examples }) {
  const list = calls.map((call) => {
    const name = nameOf(call);
    const own = name && name !== id ? ` id="${name}"` : '';
    return `<li${own}><code><b>${escaped(name)}</b>${escaped(call.slice(name.length))}</code></li>`;
  });
  const unique = list.map((item, i) =>
    nameOf(calls[i]) === nameOf(calls[i - 1] ?? '') ? item.replace(/ id="[^"]*"/, '') : item,
  );
  return [
    `<h3 id="${id}"><a class="self" href="#${id}">${escaped(id)}</a></h3>`,
    formulas,
    list.length > 0 ? `<ul class="calls">\n${unique.join('\n')}\n</ul>` : '',
    '',
    words,
    '',
    ...examples.map((code) => codeBlock(code, 'js').trimEnd().replace('<pre', '<pre class="example"')),
    errorList(errors),
  ]
    .filter((part, i, all) => part !== '' || all[i - 1] !== '')
    .join('\n');
}

/** Where the entries of a group are. @param {string[]} ids */
export const index = (ids) =>
  `<p class="index">${ids.map((id) => `<a href="#${id}">${escaped(id.replace(/^\w+\./, ''))}</a>`).join(' ')}</p>\n`;
