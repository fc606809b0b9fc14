// What Python's functions give as a tuple: a frozen array, with names where PyTorch has them, and Python's text.

/**
 * @template T
 * @param {T[]} values
 * @param {string} [type] of torch.return_types, where it has one
 * @param {string[]} [names] of its parts
 * @returns {readonly T[] & Record<string, T>}
 */
export function tuple(values, type = '', names = []) {
  const array = /** @type {any} */ ([...values]);
  const text = () => {
    if (type) return `torch.return_types.${type}(\n${names.map((name, i) => `${name}=${array[i]}`).join(',\n')})`;
    const texts = array.map((/** @type {any} */ one) => (one === null ? 'None' : String(one)));
    return texts.length === 1 ? `(${texts[0]},)` : `(${texts.join(', ')})`;
  };
  const own = {
    toString: text,
    [Symbol.for('nodejs.util.inspect.custom')]: text,
    [Symbol.toStringTag]: type ? `torch.return_types.${type}` : 'tuple',
  };
  for (const key of Reflect.ownKeys(own)) Object.defineProperty(array, key, { value: /** @type {any} */ (own)[key] });
  names.forEach((name, i) => {
    Object.defineProperty(array, name, { value: array[i] });
  });
  return Object.freeze(array);
}
