// "received an invalid combination of arguments": how PyTorch tells which overloads a call fits and why not.
// Source: torch/csrc/utils/invalid_arguments.cpp.
import { typeName } from './signature.js';

/** @typedef {{ name: string, type: string }} Entry */

/**
 * @param {string} text one signature, `(Tensor other, *, Number alpha = 1)`
 * @returns {Entry[]} its entries; PyTorch takes the last word for the name, so that `Number alpha = 1` is called `1`,
 *   and counts the `*`, both of which show in its messages
 */
function entries(text) {
  return text
    .slice(1, -1)
    .split(', ')
    .map((entry) => {
      const space = entry.lastIndexOf(' ');
      return { name: entry.slice(space + 1), type: space < 0 ? entry : entry.slice(0, space) };
    });
}

/**
 * @param {string} type
 * @param {unknown} value
 */
function matches(type, value) {
  const name = typeName(value);
  return type === 'float' ? name === 'float' || name === 'int' : name === type;
}

/** @param {unknown} value */
function described(value) {
  if (!Array.isArray(value)) return typeName(value);
  return `${typeName(value)} of [${value.map(typeName).join(', ')}]`;
}

/**
 * @param {ReadonlyArray<unknown>} args
 * @param {Record<string, unknown>} keywords
 */
function plainDescription(args, keywords) {
  let text = args.map((arg) => `${typeName(arg)}, `).join('');
  for (const key of Object.keys(keywords)) text += `${key}=${typeName(keywords[key])}, `;
  return `(${args.length > 0 ? text.slice(0, -2) : text})`;
}

/**
 * The arguments with those that do not match between exclamation marks.
 * @param {Entry[]} option
 * @param {ReadonlyArray<unknown>} args
 * @param {Record<string, unknown>} keywords
 */
function markedDescription(option, args, keywords) {
  const count = args.length + Object.keys(keywords).length;
  let text = '';
  for (let i = 0; i < count; i++) {
    const entry = option[i];
    const value = i < args.length ? args[i] : keywords[entry.name];
    const mark = i < option.length && matches(entry.type, value) ? '' : '!';
    text += `${mark}${i < args.length ? '' : `${entry.name}=`}${described(value)}${mark}, `;
  }
  return `(${args.length > 0 ? text.slice(0, -2) : text})`;
}

/**
 * The message for arguments that fit none of a function's signatures.
 * @param {string} name
 * @param {string[]} options the printed signatures
 * @param {ReadonlyArray<unknown>} args
 * @param {Record<string, unknown>} given keyword arguments
 */
export function invalidCombination(name, options, args, given) {
  const keywords = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  const count = args.length + Object.keys(keywords).length;
  const start = `${name}() received an invalid combination of arguments - got`;
  if (options.length === 1) {
    const option = entries(options[0]);
    const unknown = Object.keys(keywords).filter((key) => !option.some((entry) => entry.name === key));
    if (unknown.length > 0) {
      return `${name}() received an invalid combination of arguments - got unrecognized keyword arguments: ${unknown.join(', ')}`;
    }
    const marked = option.length === count;
    const got = marked ? markedDescription(option, args, keywords) : plainDescription(args, keywords);
    return `${start} ${got}, but expected ${options[0]}`;
  }
  let text = `${start} ${plainDescription(args, keywords)}, but expected one of:\n`;
  for (const printed of options) {
    text += ` * ${printed}\n`;
    const option = entries(printed);
    if (option.length !== count) continue;
    const unknown = Object.keys(keywords).filter((key) => !option.some((entry) => entry.name === key));
    text +=
      unknown.length > 0
        ? `      didn't match because some of the keywords were incorrect: ${unknown.join(', ')}\n`
        : `      didn't match because some of the arguments have invalid types: ${markedDescription(option, args, keywords)}\n`;
  }
  return text;
}
