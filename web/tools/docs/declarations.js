// Reads what the documentation needs of the .d.ts files that tsc writes: names, types, and the words of the docstrings.

/**
 * @typedef {object} Doc
 * @property {string} text
 * @property {{ name: string, text: string }[]} params that have words
 * @property {string} [returns]
 * @property {string[]} throws
 * @property {string} [example]
 *
 * @typedef {{ name: string, kind: string, type: string, doc: Doc }} Declared kind: const, function, class, property
 */

/** @param {string} tag its text, without a type in braces before it */
function withoutType(tag) {
  if (!tag.startsWith('{')) return tag;
  let depth = 0;
  const end = [...tag].findIndex((letter) => {
    if (letter === '{') depth += 1;
    if (letter === '}') depth -= 1;
    return depth === 0;
  });
  return tag.slice(end + 1).trim();
}

/** @param {string} comment between its slashes and stars @returns {Doc} */
export function docOf(comment) {
  const plain = comment.replace(/^\s*\* ?/gm, '').trim();
  const [text, ...tags] = plain.split(/(?:^|\s)@(?=[a-z])/);
  /** @type {Doc} */ const doc = { text: text.trim(), params: [], throws: [] };
  for (const tag of tags) {
    const [, name, rest] = /** @type {RegExpExecArray} */ (/^(\w+)\s*([\s\S]*)$/.exec(tag));
    const words = withoutType(rest.trim());
    if (name === 'example') doc.example = words;
    if (name === 'throws') doc.throws.push(rest.trim().replace(/^\{(\w+)\}\s*/, '$1 '));
    if (name === 'returns' && words) doc.returns = words;
    const param = /^\[?([\w.]+)[^\s]*\s+([\s\S]+)$/.exec(words);
    if (name === 'param' && param) doc.params.push({ name: param[1], text: param[2] });
  }
  return doc;
}

const opening = '([{<';
const closing = ')]}>';

/**
 * From a place on up to one of the characters outside all brackets.
 * @param {string} text @param {number} from @param {string} ends
 */
export function until(text, from, ends) {
  let depth = 0;
  for (let i = from; i < text.length; i += 1) {
    const isArrow = text[i] === '>' && text[i - 1] === '=';
    if (depth === 0 && ends.includes(text[i]) && !isArrow) return text.slice(from, i);
    if (opening.includes(text[i])) depth += 1;
    if (closing.includes(text[i]) && !isArrow) depth -= 1;
  }
  return text.slice(from);
}

/** A type as one reads it: names without their files, on one line. @param {string} type */
export const readable = (type) =>
  type
    .replace(/import\(["'][^"']*["']\)\./g, '')
    .replace(/\s*&\s*Method<[\w[\]]+>/g, '')
    .replace(/\s+/g, ' ')
    .replace(/;\s*\}/g, ' }')
    .trim();

/** What a file declares with a docstring, or without. @param {string} text @returns {Map<string, Declared>} */
export function declarations(text) {
  const found = new Map();
  const pattern = /(?:\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*)?(?:export )?declare (const|function|class) (\w+)/g;
  for (const match of text.matchAll(pattern)) {
    const [whole, comment = '', kind, name] = match;
    const after = match.index + whole.length;
    const type = kind === 'class' ? '' : until(text, text[after] === ':' ? after + 1 : after, ';');
    found.set(name, { name, kind, type: readable(type), doc: docOf(comment) });
  }
  for (const { type } of found.values()) {
    const other = found.get(/^typeof (\w+)$/.exec(type)?.[1]);
    if (other) found.get([...found].find(([, one]) => one.type === type)?.[0]).type = other.type;
  }
  return found;
}

/** The body of a class, interface or type. @param {string} text @param {string} head */
export function bodyOf(text, head) {
  const start = text.indexOf(head);
  if (start < 0) throw new Error(`expected “${head}” among the types, but it is not there`);
  const brace = text.indexOf('{\n', start);
  return until(text, brace + 1, '}');
}

/** The members of a class or a type, by name; only the first of several with one name. @param {string} body @returns {Map<string, Declared>} */
export function members(body) {
  const found = new Map();
  let at = 0;
  while (at < body.length) {
    const match = /^\s*(?:\/\*\*((?:(?!\*\/)[\s\S])*)\*\/)?\s*/.exec(body.slice(at));
    const from = at + (match?.[0].length ?? 0);
    const statement = until(body, from, ';');
    const [, kind = '', name, type] = /^(get |set |static )?(\w+)\??(?::\s*)?([\s\S]*)$/.exec(statement) ?? [];
    const isMember =
      name && !/^constructor$/.test(name) && !/^(static|set|#)/.test(statement) && !/^get \[/.test(statement);
    if (isMember && !found.has(name)) {
      const own = kind === 'get ' ? type.replace(/^\(\):\s*/, '') : type;
      found.set(name, {
        name,
        kind: kind === 'get ' ? 'property' : 'member',
        type: readable(own),
        doc: docOf(match?.[1] ?? ''),
      });
    }
    at = from + statement.length + 1;
  }
  return found;
}

/** The types that a file exports by name. @param {string} text @returns {Map<string, string>} */
export function aliases(text) {
  const found = new Map();
  for (const match of text.matchAll(/export type (\w+)(?:<[^>]*>)? = /g)) {
    const type = until(text, match.index + match[0].length, ';').replace(/\/\*\*[\s\S]*?\*\//g, '');
    if (!type.startsWith('import(')) found.set(match[1], readable(type));
  }
  return found;
}

/** The parts of a text between a separator that stands outside all brackets. @param {string} text @param {string} separator */
export function split(text, separator) {
  const parts = [];
  for (let at = 0; at < text.length; ) {
    const one = until(text, at, separator);
    parts.push(one.trim());
    at += one.length + 1;
  }
  return parts.filter((one) => one !== '');
}

/** Without brackets around the whole. @param {string} text */
const bare = (text) =>
  text.startsWith('(') && until(text, 1, ')').length === text.length - 2 ? text.slice(1, -1) : text;

/** A function's type as a call: its last arrow is the result's. @param {string} type */
function call(type) {
  const start = type.startsWith('<') ? until(type, 1, '>').length + 2 : 0;
  const end = start + 2 + until(type, start + 1, ')').length;
  const result = type.slice(end).replace(/^\s*(=>|:)\s*/, '');
  return `${type.slice(start, end).replace(/^\(\.\.\.args: \[(.*)\]\)$/, '($1)')}: ${result}`;
}

/** The calls that a type allows, each as `(arguments): result`. @param {string} type @returns {string[]} */
export function callsOf(type) {
  const overloads = type.startsWith('{') ? split(type.slice(1, -1), ';,') : split(type, '&').map(bare);
  return overloads.filter((one) => /^(<\w+>)?\(/.test(one)).map(call);
}
