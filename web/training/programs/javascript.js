// The JavaScript program of a state: the PyTorch script, line by line, for torchlet.

import { javascript as givenJavascript } from '../data/given.js';
import { dataSets, isTested } from '../data/sets.js';
import { javascriptInits } from '../network/init.js';
import { givenParameters } from '../network/network.js';
import { settingsOf } from '../network/optimizer.js';
import { nameOf } from '../state/activations.js';
import { activationsOf, comparedOf } from '../state/vocabulary.js';
import { indented, isBatched, literal, printedEvery, titleOf } from './parts.js';

/**
 * @typedef {import('../state/vocabulary.js').State} State
 * @typedef {import('../state/activations.js').Chosen} Chosen
 */

/** @param {Chosen} chosen */
function moduleCode(chosen) {
  const given = givenParameters(chosen).map(([name, value]) => `${name}: ${literal(value)}`);
  return `nn.${chosen.activation}(${given.length > 0 ? `{ ${given.join(', ')} }` : ''})`;
}

/** @param {State} state */
function networkCode(state) {
  const { layers } = state;
  const acts = activationsOf(state).map(moduleCode);
  const lines = layers
    .slice(1)
    .flatMap((width, i) => [`nn.Linear(${layers[i]}, ${width}),`, ...(acts[i] ? [`${acts[i]},`] : [])]);
  return `const net = nn.Sequential(\n${indented(lines.join('\n'), '  ')}\n);`;
}

/** @param {State['init']} init */
const initCode = (init) =>
  init === 'default'
    ? ''
    : `for (const layer of net) {
  if (layer instanceof nn.Linear) {
    ${javascriptInits[init]};
    nn.init.zeros_(layer.bias);
  }
}
`;

/** @param {State} state */
function optimizerCode(state) {
  const settings = Object.entries(settingsOf(state)).map(([name, value]) => `${name}: ${value}`);
  return `torch.optim.${state.optimizer}(net.parameters(), { ${settings.join(', ')} })`;
}

/** @param {State} state */
const dataCode = ({ data, points }) =>
  typeof data === 'string' ? `const [points, targets] = ${data}(${points});` : givenJavascript(data);

/** A seed as JavaScript holds it: beyond 2^53 as a BigInt. @param {string} seed */
const seedCode = (seed) => (Number.isSafeInteger(Number(seed)) ? seed : `${seed}n`);

/** The head of every program. @param {State} state */
const head = (state) => `// ${titleOf(state)}
import torch, { nn } from 'torchlet';

${typeof state.data === 'string' ? `${dataSets[state.data].javascript}\n\n` : ''}`;

/** A function that gives the batch of each step. @param {State} state @param {string} seed */
const batchesCode = (state, seed) =>
  isBatched(state)
    ? `function* batches() {
  const dataset = torch.utils.data.TensorDataset(points, targets);
  const generator = new torch.Generator().manual_seed(${seed});
  const loader = torch.utils.data.DataLoader(dataset, { batch_size: ${state.batch}, shuffle: true, generator });
  while (true) yield* loader;
}`
    : `function* batches() {
  while (true) yield [points, targets]; // all of them, at every step
}`;

const deadCode = `/** How many units of each hidden layer have a slope of 0 at every point. */
function dead() {
  const counts = [];
  let values = points;
  for (const layer of [...net].slice(0, -1)) {
    if (layer instanceof nn.Linear) {
      values = layer(values).detach().requires_grad_();
    } else {
      const output = layer(values);
      const [slopes] = torch.autograd.grad(output.sum(), values);
      counts.push(slopes.eq(0).all(0).sum().item());
      values = output;
    }
  }
  return counts.join(', ');
}`;

/** @param {State} state */
const loopCode = (state) => `let step = 0;
for (const [x, y] of batches()) {
  optimizer.zero_grad();
  const loss = criterion(net(x), y);
  loss.backward();
  optimizer.step();
  if (step % ${printedEvery(state)} === 0) console.log(\`step \${step}: loss \${loss.item().toFixed(4)}\`);
  if (++step === ${state.steps}) break;
}`;

/** @param {State} state */
const endCode = (state) => `const end = torch.no_grad(() => criterion(net(points), targets).item());
console.log(\`step ${state.steps}: loss \${end.toFixed(4)} on all points\`);${
  isTested(state)
    ? `
const unseen = torch.no_grad(() => criterion(net(testPoints), testTargets).item());
console.log(\`step ${state.steps}: loss \${unseen.toFixed(4)} on points not seen\`);`
    : ''
}`;

/** Of the lessons with one network: dying and network. @param {State} state */
const single = (state) => `${head(state)}torch.manual_seed(${seedCode(state.seed)});
${dataCode(state)}
${isTested(state) ? `const [testPoints, testTargets] = ${state.data}(${state.points});\n` : ''}${networkCode(state)}
${initCode(state.init)}const criterion = nn.${state.loss}();
const optimizer = ${optimizerCode(state)};

${batchesCode(state, seedCode(state.seed))}

${deadCode}

console.log(\`dead at the start: [\${dead()}]\`);
${loopCode(state)}
${endCode(state)}
console.log(\`dead at the end: [\${dead()}]\`);
`;

/** The compared activations by name, each made anew by a call. @param {State} state */
const activationsCode = (state) =>
  `const activations = {\n${comparedOf(state)
    .map((chosen) => `  '${nameOf(chosen)}': () => ${moduleCode(chosen)},`)
    .join('\n')}\n};`;

/** Widths as an array, many equal ones by their count. @param {readonly number[]} layers */
const widthsCode = (layers) =>
  layers.length > 6 && new Set(layers.slice(1, -1)).size === 1
    ? `[2, ...Array(${layers.length - 2}).fill(${layers[1]}), 1]`
    : `[${layers.join(', ')}]`;

/** A network's layers by a loop over widths. */
const loopedNetwork = `const layers = [];
for (let i = 1; i < widths.length; i++) layers.push(nn.Linear(widths[i - 1], widths[i]), activation());
const net = nn.Sequential(...layers.slice(0, -1));`;

/** A seed and the number of a run. @param {string} seed */
const laterSeed = (seed) => (Number.isSafeInteger(Number(seed)) ? `${seed} + run` : `${seed}n + BigInt(run)`);

/** @param {State} state */
const convergence = (state) => `${head(state)}const widths = ${widthsCode(state.layers)};
${activationsCode(state)}

/** The loss before each step. */
function train(activation, seed) {
  torch.manual_seed(seed);
${indented(dataCode(state), '  ')}
${indented(loopedNetwork, '  ')}
${indented(initCode(state.init), '  ')}  const criterion = nn.${state.loss}();
  const optimizer = ${optimizerCode(state)};

${indented(batchesCode(state, 'seed'), '  ')}

  const losses = [];
  for (const [x, y] of batches()) {
    optimizer.zero_grad();
    const loss = criterion(net(x), y);
    loss.backward();
    optimizer.step();
    if (losses.push(loss.item()) === ${state.steps}) return losses;
  }
}

for (const [name, activation] of Object.entries(activations)) {
  const runs = torch.tensor(Array.from({ length: ${state.seeds} }, (_, run) => train(activation, ${laterSeed(state.seed)})));
  const median = runs.median(0).values.tolist();
  const below = median.findIndex((loss) => loss < 0.1);
  console.log(\`\${name}: \${below < 0 ? 'never below 0.1' : \`below 0.1 from step \${below}\`}\`);
  for (let step = 0; step < ${state.steps}; step += ${printedEvery(state)}) {
    console.log(\`step \${step}: loss \${median[step].toFixed(4)}\`);
  }
}
`;

/** The four initialisations as one function of a network. */
const initFunction = `const inits = {
  default: () => {},
  xavier: (layer) => ${javascriptInits.xavier},
  he: (layer) => ${javascriptInits.he},
  alike: (layer) => ${javascriptInits.alike},
};

function initialise(net, init) {
  for (const layer of net) {
    if (layer instanceof nn.Linear && init !== 'default') {
      inits[init](layer);
      nn.init.zeros_(layer.bias);
    }
  }
}`;

/** @param {State} state */
const vanishing = (state) => `${head(state)}const widths = ${widthsCode(state.layers)};
${activationsCode(state)}

${initFunction}

/** The root of the mean square of the gradient of each layer's weight. */
function sizes(net, criterion, points, targets) {
  net.zero_grad();
  criterion(net(points), targets).backward();
  const linears = [...net].filter((layer) => layer instanceof nn.Linear);
  return linears.map((layer) => layer.weight.grad.double().pow(2).mean().sqrt().item());
}

/** A number as Python's format(value, '.3e') has it. */
const scientific = (value) => value.toExponential(3).replace(/e([+-])(\\d)$/, 'e$10$2');

for (const [name, activation] of Object.entries(activations)) {
  for (const init of Object.keys(inits)) {
    torch.manual_seed(${seedCode(state.seed)});
${indented(dataCode(state), '    ')}
${indented(loopedNetwork, '    ')}
    initialise(net, init);
    const criterion = nn.${state.loss}();
    const optimizer = ${optimizerCode(state)};

${indented(batchesCode(state, seedCode(state.seed)), '    ')}

    console.log(\`\${name}, \${init}\`);
    const start = sizes(net, criterion, points, targets);
    console.log(\`at the start: first layer \${scientific(start[0])}, last layer \${scientific(start.at(-1))}\`);
${indented(loopCode(state), '    ')}
  }
}
`;

/** The JavaScript program that makes the same losses. @param {State} state */
export function javascriptProgram(state) {
  if (state.lesson === 'convergence') return convergence(state);
  return state.lesson === 'vanishing' ? vanishing(state) : single(state);
}
