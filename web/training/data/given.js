// Points that a reader set, as tensors and as the two languages write them.
import { shortest } from '../../figure/text/numbers.js';
import torch from '../torch.js';

/** @typedef {import('../state/points.js').Point} Point */

/** @param {readonly Point[]} points */
export function given(points) {
  const all = torch.tensor(/** @type {any} */ (points));
  return [all.narrow(1, 0, 2).contiguous(), all.narrow(1, 2, 1).contiguous()];
}

/** @param {readonly Point[]} points @param {string} indent */
const rows = (points, indent) => points.map((point) => `${indent}[${point.map(shortest).join(', ')}],`).join('\n');

/** @param {readonly Point[]} points */
export const python = (points) => `data = torch.tensor([  # x, y and the class
${rows(points, '    ')}
], dtype=torch.float32)
points, targets = data[:, :2].contiguous(), data[:, 2:].contiguous()`;

/** @param {readonly Point[]} points */
export const javascript = (points) => `// x, y and the class
const data = torch.tensor([
${rows(points, '  ')}
]);
const [points, targets] = [data.narrow(1, 0, 2).contiguous(), data.narrow(1, 2, 1).contiguous()];`;
