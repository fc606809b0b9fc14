// How each lesson opens: the setting that shows it, tried in PyTorch 2.14 with seeds 0 to 3.

/**
 * @typedef {object} Opening
 * @property {string} activation
 * @property {string[]} compare
 * @property {number[]} layers
 * @property {import('./choices.js').Init} init
 * @property {import('./choices.js').Optimizer} optimizer
 * @property {number} lr
 * @property {number} weight_decay
 * @property {import('./choices.js').Loss} loss
 * @property {number} batch
 * @property {number} steps
 * @property {import('./choices.js').DataName} data
 * @property {number} points
 * @property {string} seed
 * @property {number} seeds
 * @property {number | null} at
 */

/** What all lessons share. 256 points: eight batches of 32. */
const common = /** @type {const} */ ({
  compare: [],
  init: 'default',
  optimizer: 'SGD',
  lr: 0.1,
  weight_decay: 0,
  loss: 'BCEWithLogitsLoss',
  batch: 0,
  data: 'circles',
  points: 256,
  seed: '0',
  seeds: 1,
  at: null,
});

/** @type {Readonly<Record<import('./choices.js').Lesson, Readonly<Opening>>>} */
export const openings = {
  // 5 and 4 of 32 units are dead at the start, 22 and all 32 at the end.
  dying: { ...common, compare: [], activation: 'ReLU', layers: [2, 32, 32, 1], lr: 5, batch: 32, steps: 300 },
  // By 0.1, or after 40 steps of 0.01, rectifiers leap about at this depth, and no two builds agree.
  vanishing: {
    ...common,
    compare: [],
    activation: 'Sigmoid',
    layers: [2, ...Array(20).fill(32), 1],
    lr: 0.01,
    steps: 40,
    at: 0,
  },
  // By SGD 0.1 ReLU alone falls below 0.1 within 600 steps, about step 515.
  convergence: {
    ...common,
    activation: 'ReLU',
    compare: ['Sigmoid', 'Tanh', 'ELU', 'GELU'],
    layers: [2, 16, 16, 1],
    steps: 600,
    seeds: 5,
  },
  network: {
    ...common,
    compare: [],
    activation: 'Tanh',
    layers: [2, 8, 8, 1],
    data: 'moons',
    optimizer: 'Adam',
    lr: 0.01,
    batch: 32,
    steps: 600,
  },
};
