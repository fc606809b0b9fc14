// Widths of layers as words: `2-32-32-1`, and `2-32x20-1` for twenty layers of 32.

/** The widest layer, and the most hidden ones: what still draws and trains at a good pace. */
export const kWidest = 128;
export const kDeepest = 50;
/** Equal neighbours from so many on are written with their count. */
const kCounted = 4;

/**
 * @param {string} text
 * @returns {{ layers: number[], problem?: string }} from the two inputs to the one output
 */
export function readLayers(text) {
  const wrong = (/** @type {string} */ problem) => ({ layers: [], problem });
  const layers = [];
  for (const part of text.trim().split(/\s*[-–,]\s*/)) {
    const match = /^(\d{1,4})(?:\s*[x×*]\s*(\d{1,4}))?$/.exec(part);
    if (!match) return wrong(`“${part}” is no width: write layers as 2-32-32-1 or 2-32x20-1`);
    const [width, count] = [Number(match[1]), Number(match[2] ?? 1)];
    if (width < 1 || width > kWidest) return wrong(`a layer has 1 to ${kWidest} units, not ${width}`);
    if (count < 1 || layers.length + count > kDeepest + 2) return wrong(`a network has 1 to ${kDeepest} hidden layers`);
    for (let i = 0; i < count; i++) layers.push(width);
  }
  if (layers.length < 3) return wrong('a network has at least one hidden layer, as 2-16-1');
  if (layers[0] !== 2) return wrong(`a point has 2 coordinates, so the first width is 2, not ${layers[0]}`);
  if (layers.at(-1) !== 1) return wrong(`the network answers with 1 number, not ${layers.at(-1)}`);
  return { layers };
}

/** The same words again. @param {readonly number[]} layers */
export function writeLayers(layers) {
  /** @type {[number, number][]} */ const runs = [];
  for (const width of layers) {
    const last = runs.at(-1);
    if (last?.[0] === width) last[1]++;
    else runs.push([width, 1]);
  }
  return runs
    .map(([width, count]) => (count >= kCounted ? `${width}x${count}` : Array(count).fill(width).join('-')))
    .join('-');
}

/** As many hidden layers of one width. @param {number} depth @param {number} width */
export const deep = (depth, width) => [2, ...Array(depth).fill(width), 1];
