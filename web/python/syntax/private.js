// Names that begin with two underscores in a class, which Python keeps apart by the class's name: `self.__x` is `self._Account__x`.

/** @param {any} name */
const isPrivate = (name) => typeof name === 'string' && /^__(?!.*(?:__$|\.))/.test(name);
/** Where nodes have names. */
const keys = new Set(['id', 'attr', 'name', 'as', 'rest', 'keywords']);

/** @param {any} node @param {string} prefix */
function rename(node, prefix) {
  for (const [key, value] of Object.entries(node)) {
    if (value !== null && typeof value === 'object') rename(value, prefix);
    else if (!isPrivate(value) || !(keys.has(key) || Array.isArray(node))) continue;
    // Functions and classes show the name that is written.
    else if (key === 'name' && (node.parameters || node.bases)) node.bound ??= prefix + value;
    else node[key] = prefix + value;
  }
}

/** Renames what is private to a class; classes within it have done so before. @param {any} node a ClassDef @param {string} written */
export function keptApart(node, written) {
  const owner = node.name.replace(/^_+/, '');
  if (owner !== '' && /\b__\w*[^\W_]\b/.test(written)) rename(node.body, `_${owner}`);
  return node;
}
