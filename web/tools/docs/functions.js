// The API's pages of functions and of the tensor, from the types with docstrings that tsc writes.
import { groups, ofNoTensor, prefixes, prefixesOfFiles, publicNames } from './chapters.js';
import { aliases, bodyOf, callsOf, declarations, members, split, until } from './declarations.js';
import { errorsOf, index, written } from './entry.js';
import { answered } from './examples.js';
import { escaped } from './markdown.js';

/**
 * @typedef {import('./declarations.js').Declared} Declared
 * @typedef {object} Sources
 * @property {(name: string) => string} types a file of web/build/types
 * @property {import('./entry.js').ErrorCase[]} errors
 * @property {Record<string, string>} examples of what has none in its docstring, by name
 * @property {string} methods the body of the generated interface with the activations that tensors have
 * @property {any} torch
 */

/** The file of the class of the same name that a class extends. @type {Record<string, string>} */
const bases = { Generator: 'random' };

/** @param {import('./declarations.js').Doc} doc */
function wordsOf({ text, params, returns, throws }) {
  const named = params.filter(({ name }) => name !== 'args').map(({ name, text: words }) => `- \`${name}\`: ${words}`);
  const rest = params.filter(({ name }) => name === 'args').map(({ text: words }) => `The argument is ${words}.`);
  const ends = [returns ? `Gives ${returns}.` : '', ...throws.map((one) => `Throws ${one}.`)].filter(Boolean);
  return [text, ...rest, named.join('\n'), ends.join(' ')].filter(Boolean).join('\n\n');
}

/** The example of a function as one of the method of the same name, or of its form in place. @param {string} method @param {Sources} sources */
function asMethod(method, { types }) {
  const name = method.replace(/_$/, '');
  const group = groups.find(
    ([, file, names]) => !ofNoTensor.includes(file) && names.some((one) => (publicNames[one] ?? one) === name),
  );
  const own = group?.[2].find((one) => (publicNames[one] ?? one) === name);
  const { example } = (group && declarations(types(group[1])).get(own)?.doc) ?? {};
  const start = `torch.${name}(`;
  const code = example?.replace(/ \/\/ .*$/s, '');
  if (!code?.includes(start)) return undefined;
  const [before, after] = [code.slice(0, code.indexOf(start)), code.slice(code.indexOf(start) + start.length)];
  const inside = until(after, 0, ')');
  const [self, ...rest] = split(inside, ',');
  return `${before}${self}.${method}(${rest.join(', ')})${after.slice(inside.length + 1)}`;
}

/** @param {Declared} declared @param {string} id @param {Sources} sources */
function examplesOf({ doc }, id, sources) {
  const { examples, torch } = sources;
  const method = /^Tensor\.(\w+)$/.exec(id)?.[1];
  const own = doc.example?.replace(/ \/\/ .*$/s, '') ?? examples[id] ?? (method && asMethod(method, sources));
  return own ? [answered(own, torch)] : [];
}

/** A class: its members as a list. @param {string} text of the file @param {string} name */
function membersOf(text, name, base = '') {
  const pattern = new RegExp(`declare class ${name} [^{]*\\{\\s*\\}`);
  if (pattern.test(text)) return '';
  const body = (/** @type {string} */ of) => (of ? [...members(bodyOf(of, `declare class ${name} `))] : []);
  const list = [...new Map([...body(base), ...body(text)]).values()].filter(({ doc }) => doc.text);
  const items = list.map(({ name: member, kind, type, doc }) => {
    const call =
      kind === 'property' || !type.startsWith('(')
        ? member
        : `${member}${callsOf(type)[0]?.replace(/: [^:]*$/, '') ?? ''}`;
    return `- \`${call}\`: ${doc.text.replace(/\s+/g, ' ')}`;
  });
  return items.join('\n');
}

/** @param {string} file @param {string} declaredName @param {Sources} sources */
function entryOf(file, declaredName, sources) {
  const text = sources.types(file);
  const declared = declarations(text).get(declaredName);
  if (!declared) throw new Error(`expected ${declaredName} in ${file}.d.ts, but it is not there`);
  const name = publicNames[declaredName] ?? declaredName;
  const prefix = file === 'torch' ? 'torch.' : (prefixes[declaredName] ?? prefixesOfFiles[file] ?? 'torch.');
  const id = `${prefix}${name}`;
  const isClass = declared.kind === 'class';
  const base = bases[declaredName] ?? '';
  const calls = isClass ? [] : callsOf(declared.type).map((call) => `${id}${call}`);
  return {
    id,
    text: written({
      id,
      calls,
      words: [wordsOf(declared.doc), isClass ? membersOf(text, declaredName, base && sources.types(base)) : '']
        .filter(Boolean)
        .join('\n\n'),
      errors: errorsOf(id, sources.errors),
      examples: examplesOf(declared, id, sources),
    }),
  };
}

/** Names of types that signatures use. @param {Sources} sources @param {string[]} files */
function typeList(sources, files) {
  const all = new Map(files.flatMap((file) => [...aliases(sources.types(file))]));
  const shown = [...all].filter(
    ([name]) => !['Tensor', 'Method', 'Operation', 'TypedArray', 'Storage', 'Row'].includes(name),
  );
  const items = shown.map(([name, type]) => `<dt><code>${name}</code></dt><dd><code>${escaped(type)}</code></dd>`);
  return `<dl class="types">\n${items.join('\n')}\n</dl>`;
}

/** @param {Sources} sources */
export function functionsPage(sources) {
  /** @type {{ title: string, entries: { id: string, text: string }[] }[]} */ const chapters = [];
  for (const [title, file, names] of groups) {
    if (title) chapters.push({ title, entries: [] });
    chapters.at(-1)?.entries.push(...names.map((name) => entryOf(file, name, sources)));
  }
  const texts = chapters.map(
    ({ title, entries }) =>
      `## ${title}\n\n${index(entries.map(({ id }) => id))}\n${entries.map(({ text }) => text).join('\n\n')}`,
  );
  const types = typeList(sources, ['creation', 'data', 'arithmetic', 'loops', 'functions', 'print_options']);
  return `${texts.join('\n\n')}\n\n## Names of types\n\nThese stand for longer types above.\n\n${types}`;
}

/** @param {Declared} declared @param {string} of the tensor @param {Sources} sources */
function memberEntry(declared, of, sources) {
  const id = `${of}.${declared.name}`;
  const calls =
    declared.kind === 'property' || !/^[({<]/.test(declared.type)
      ? []
      : callsOf(declared.type).map((call) => `${id}${call}`);
  const type =
    calls.length === 0 && /^\w/.test(declared.type) && declared.type !== 'Extreme' ? `Type: \`${declared.type}\`.` : '';
  const own = wordsOf(declared.doc);
  return written({
    id,
    calls,
    words: [own, type].filter(Boolean).join('\n\n'),
    errors: errorsOf(`.${declared.name}`, sources.errors),
    examples: examplesOf(declared, id, sources),
  });
}

/** @param {Sources} sources */
export function tensorPage(sources) {
  const tensor = sources.types('tensor');
  const own = [
    ...members(bodyOf(sources.types('base'), 'declare class TensorBase ')).values(),
    ...members(bodyOf(tensor, 'declare class Tensor ')).values(),
  ];
  const isCall = ({ type }) => type.startsWith('(');
  const methods = [
    ...members(bodyOf(sources.types('method_types'), 'export type Methods')).values(),
    ...own.filter(isCall),
  ].sort((a, b) => (a.name < b.name ? -1 : 1));
  const activations = [...members(sources.methods).values()];
  /** @type {[string, Declared[]][]} */
  const parts = [
    ['Attributes', own.filter((one) => !isCall(one))],
    ['Methods', methods],
  ];
  const texts = parts.map(
    ([title, list]) =>
      `## ${title}\n\n${index(list.map(({ name }) => `Tensor.${name}`))}\n${list.map((one) => memberEntry(one, 'Tensor', sources)).join('\n\n')}`,
  );
  const links = activations.map(({ name }) => `[\`${name}\`](api-activations.html#Tensor.${name})`);
  return `${texts.join('\n\n')}\n\n## Activations\n\nTensors have these as methods too: ${links.join(', ')}.`;
}
