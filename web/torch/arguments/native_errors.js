// "received an invalid combination of arguments": how PyTorch tells which overloads a call fits and why not.
// Source: torch/csrc/utils/invalid_arguments.cpp.
import { isList, typeName } from './signature.js';

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

/** The types of a list's or a tuple's elements. @param {string} name @param {string[]} types */
function bracketed(name, types) {
  if (name !== 'tuple') return `[${types.join(', ')}]`;
  return `(${types.join(', ')}${types.length === 1 ? ',' : ''})`;
}

/**
 * An argument's type, with those of a list's elements, between exclamation marks if it does not match.
 * @param {string} type
 * @param {string} label
 * @param {unknown} value
 */
function marked(type, label, value) {
  const name = typeName(value);
  const mark = name === type || (type === 'float' && name === 'int') ? '' : '!';
  return `${mark}${label}${name}${isList(value) ? ` of ${bracketed(name, value.map(typeName))}` : ''}${mark}`;
}

/**
 * @param {ReadonlyArray<unknown>} args
 * @param {string[]} names of the keyword arguments
 * @param {Record<string, unknown>} keywords
 * @param {Entry[]} [option] whose types are compared
 */
function description(args, names, keywords, option) {
  const text = [...args, ...names.map((name) => keywords[name])]
    .map((value, i) => {
      const label = i < args.length ? '' : `${names[i - args.length]}=`;
      return `${option ? marked(option[i].type, label, value) : label + typeName(value)}, `;
    })
    .join('');
  return `(${args.length > 0 ? text.slice(0, -2) : text})`;
}

/**
 * The message for arguments that fit none of a function's signatures.
 * @param {string} name
 * @param {string[]} options the printed signatures
 * @param {ReadonlyArray<unknown>} args
 * @param {string[]} keys of the keyword arguments that were given
 * @param {Record<string, unknown>} keywords
 */
export function invalidCombination(name, options, args, keys, keywords) {
  const plain = description(args, keys, keywords);
  const start = `${name}() received an invalid combination of arguments - got `;
  const read = options.map((printed) => {
    const option = entries(printed);
    const names = option.map((entry) => entry.name);
    const fits = option.length === args.length + keys.length;
    const unknown = keys.filter((key) => !names.includes(key)).join(', ');
    return {
      printed,
      fits,
      unknown,
      marked: fits && !unknown ? description(args, names.slice(args.length), keywords, option) : plain,
    };
  });
  if (read.length === 1) {
    const [{ printed, unknown, marked }] = read;
    return start + (unknown ? `unrecognized keyword arguments: ${unknown}` : `${marked}, but expected ${printed}`);
  }
  let text = `${start}${plain}, but expected one of:\n`;
  for (const { printed, fits, unknown, marked } of read) {
    text += ` * ${printed}\n`;
    const reason = unknown ? `the keywords were incorrect: ${unknown}` : `the arguments have invalid types: ${marked}`;
    if (fits) text += `      didn't match because some of ${reason}\n`;
  }
  return text;
}
