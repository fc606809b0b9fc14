// The curve and the point that is read on it, in words: for who does not see them.
import { nameOf } from '../drawing/curve/scene.js';
import { share } from '../text/numbers.js';
import { spoken } from '../text/readout.js';

/**
 * @typedef {import('../numbers/model.js').Result} Result
 * @typedef {import('../drawing/curve/scene.js').Scene} Scene
 */

/** @param {{ x: number, y: number, slope: number, element: number | null } | null} point @param {number} count of elements */
export function pointInWords(point, count) {
  if (!point) return 'No point chosen. Arrow keys move along x, Page Up and Page Down from element to element.';
  const element = point.element === null ? '' : `, element ${point.element + 1} of ${count}`;
  return `x ${spoken(point.x)}, f of x ${spoken(point.y)}, slope ${spoken(point.slope)}${element}`;
}

const place = (/** @type {number} */ x) => String(Number(x.toFixed(3)));

/** @param {Result} result @param {Scene | null} scene @param {number} half of what is shown of x while there is no scene @param {import('../state/compared.js').Compared[]} compare */
export function curveInWords({ counts, activation, repr }, scene, half, compare) {
  const [from, to] = scene?.x.domain() ?? [-half, half];
  const regions = (scene?.sample.regions ?? []).map((r) => `${r.kind} from ${place(r.from)} to ${place(r.to)}`);
  const kinds = /** @type {const} */ (['dead', 'saturated']).filter((kind) => counts[kind] > 0);
  const shares = kinds.map((kind) => `${share(counts[kind], counts.total)} elements are ${kind}`);
  return [
    `Curve of ${repr} and its slope from x = ${place(from)} to ${place(to)}.`,
    compare.length > 0 && `Compared with ${compare.map(nameOf).join(', ')}.`,
    regions.length > 0 && `The slope is ${regions.join(' and ')}.`,
    shares.length > 0 && `${shares.join(', ')}.`,
    activation.asymptotes.length > 0 && `Asymptotes ${activation.asymptotes.join(', ')}.`,
    `The input has ${counts.total} ${counts.total === 1 ? 'element' : 'elements'}.`,
  ]
    .filter(Boolean)
    .join(' ');
}
