// The types of torchlet/figure, torchlet/element and torchlet/training: attributes as properties, those of parameters from the table.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dataNames, inits, lessons, losses, optimizers } from '../training/state/choices.js';

/** @param {readonly string[]} words */
const alternatives = (words) => words.map((word) => `'${word}'`).join(' | ');

/** What keys are as properties. @typedef {Record<string, [type: string, words: string]>} Keys */

/** Of a figure's state. @type {Keys} */
const figureKeys = {
  activation: ['string', "torch.nn's name: `LeakyReLU`."],
  shape: ['number[] | string', "The input's shape."],
  seed: ['bigint | number | string', 'Of random inputs; read as a BigInt.'],
  input: [
    'number[] | Rows | Float32Array | string',
    'The numbers themselves, in lists of lists where they have rows, or `rand`, `linspace`, `article`.',
  ],
  mean: ['number', "Of torch.randn's numbers."],
  scale: ['number', "That torch.randn's numbers are multiplied by."],
  from: ['number | undefined', "Where torch.rand's and torch.linspace's numbers begin."],
  to: ['number | undefined', 'Where they end.'],
  temperature: ['number', "That a row-wise function's input is divided by."],
  upstream: ['number[] | string | undefined', 'The gradient passed to backward(): `ones`, `random` or numbers.'],
  element: ['number[] | null', 'The indices of the element that is marked.'],
  compare: ['string', 'Functions in the same plot: `GELU,ELU(alpha=0.5)`.'],
  window: ['number[] | null', 'What is seen: from and to on x, then on y.'],
  hide: ['string[] | string', '`f` or `slope`.'],
  show: ['string[] | string', '`curve`, `tensors`, `gradient`, `code`.'],
  theme: ["'auto' | 'light' | 'dark'", 'Auto: as the page around it.'],
  dtype: ['string', ''],
  v: ['number', 'The version of the vocabulary: 1.'],
  loading: ["'lazy' | 'eager' | 'click'", 'When work begins.'],
  controls: ['boolean | string[] | string', 'What a reader can change.'],
  height: [
    'string | number | null',
    "The drawing's, pixels or a CSS length; a percentage is the whole figure's, of its parent's.",
  ],
};

/** Of a training's. @type {Keys} */
const trainingKeys = {
  lesson: [alternatives(lessons), 'What is shown; it decides how all else opens.'],
  activation: ['string', "torch.nn's name: `ReLU`."],
  compare: ['string', 'Further functions, of vanishing and convergence: `Tanh,ELU(alpha=0.5)`.'],
  activations: ['string', 'One for each hidden layer, of network: `ReLU,Tanh`.'],
  layers: ['number[] | string', 'Widths from the two inputs to the one output: `2-32-32-1`, `2-32x20-1`.'],
  init: [alternatives(inits), 'How weights begin: PyTorch’s own, or Xavier’s, He’s, all alike.'],
  optimizer: [alternatives(optimizers), ''],
  lr: ['number', 'The learning rate.'],
  weight_decay: ['number', ''],
  loss: [alternatives(losses), ''],
  batch: ["number | 'all'", 'How many points a step sees.'],
  steps: ['number', 'How many there are.'],
  data: ['string', `A name (${dataNames.join(', ')}) or points: \`x,y,class;x,y,class\`.`],
  points: ['number', 'How many a named set has.'],
  seed: ['bigint | number | string', 'Of points, weights and batches; read as a BigInt.'],
  seeds: ['number', 'How many runs convergence makes, from `seed` on.'],
  at: ['number | null | undefined', 'The step that is shown; null: the last.'],
  unit: ['string | null | undefined', 'The unit that is chosen: `1.5`, the fifth of the first layer.'],
  show: ['string', ''],
  hide: ['string', ''],
  theme: figureKeys.theme,
  dtype: ['string', ''],
  v: figureKeys.v,
  loading: figureKeys.loading,
  controls: ['boolean', 'Whether the settings are open.'],
};

/** @param {import('../figure/state/drawn.js').Parameter} parameter */
function typeOf({ type, choices = [] }) {
  if (type === 'choice') return [...choices.map((word) => `'${word}'`), 'undefined'].join(' | ');
  return type === 'dim' ? 'number | null | undefined' : 'number | undefined';
}

const property = (/** @type {string} */ name, /** @type {string} */ type, /** @type {string} */ words) =>
  `  /** ${words || 'As PyTorch names it.'} */\n  ${name}: ${type};\n`;

/**
 * The properties of an element.
 * @param {Keys} keys
 * @param {readonly import('../figure/state/drawn.js').Activation[]} activations whose parameters are properties too
 */
function members(keys, activations) {
  /** @type {Map<string, { type: string, owners: string[] }>} */ const parameters = new Map();
  for (const { module, parameters: list } of activations) {
    for (const p of list) {
      const entry = parameters.get(p.name) ?? { type: typeOf(p), owners: [] };
      entry.owners.push(module);
      parameters.set(p.name, entry);
    }
  }
  const own = Object.entries(keys).map(([name, [type, words]]) => property(name, type, words));
  return [
    ...own,
    ...[...parameters].map(([name, { type, owners }]) => property(name, type, `Of ${owners.join(', ')}.`)),
  ];
}

/**
 * A class of an element, its events and its tag.
 * @param {{ name: string, tag: string, what: string, change?: string, complete: string, members: string[] }} facts
 */
const classOf = ({ name, tag, what, change = 'CustomEvent<Words>', complete, members: list }) => `
/** The words of a state, by keys. */
export type Words = Record<string, string>;

export interface ${name}EventMap {
  ready: CustomEvent<Words>;
  change: ${change};
  error: CustomEvent<{ message: string; problems: string[] }>;
}

/** ${what} Attributes of the same names mirror its properties. */
export class ${name} extends HTMLElement {
${list.join('')}  /** ${complete} */
  readonly complete: boolean;
  /** When what was changed last is on the page. */
  readonly updateComplete: Promise<boolean>;
  addEventListener<K extends keyof ${name}EventMap>(
    type: K,
    listener: (this: ${name}, event: ${name}EventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
}

declare global {
  interface HTMLElementTagNameMap {
    '${tag}': ${name};
  }
}
`;

const kFirst = '// Generated by the build (web/tools/element_types.js).\n';

/**
 * Writes figure.d.ts, element.d.ts and training.d.ts.
 * @param {string} folder
 */
export async function writeElementTypes(folder) {
  const { activations } = await import('../figure/state/drawn.js');
  const { trainable } = await import('../training/state/activations.js');
  mkdirSync(folder, { recursive: true });
  const figure = classOf({
    name: 'TorchletFigure',
    tag: 'torchlet-figure',
    what: "An activation's figure for any page.",
    complete: 'Whether the figure is drawn and has a size.',
    members: members(figureKeys, activations),
  });
  const training = classOf({
    name: 'TorchletTraining',
    tag: 'torchlet-training',
    what: 'A lesson of training for any page.',
    change: 'CustomEvent<Words> & { readonly moving: boolean }',
    complete: 'Whether the lesson is computed and drawn, and has a size.',
    members: members(trainingKeys, trainable),
  });
  const rows = '\n/** Numbers of two dimensions or more. */\nexport type Rows = (number[] | Rows)[];\n';
  writeFileSync(join(folder, 'figure.d.ts'), `${kFirst}${rows}${figure}`);
  writeFileSync(join(folder, 'training.d.ts'), `${kFirst}${training}`);
  writeFileSync(join(folder, 'element.d.ts'), "export { TorchletFigure } from './figure.js';\n");
}
