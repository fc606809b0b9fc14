// `node tests/tools/lessons.js scripts` writes the scripts of training's presets for make_lessons.py to run in real PyTorch;
// `node tests/tools/lessons.js losses`, after that, packs the losses it recorded into web/training/recorded/losses.js; then
// `npx biome check --write web` breaks its lines.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { dataSets } from '../../web/training/data/sets.js';
import { indented } from '../../web/training/programs/parts.js';
import { initFunction, loopedNetwork, pythonProgram, sizesFunction } from '../../web/training/programs/python.js';
import { packed } from '../../web/training/recorded/packing.js';
import { presets } from '../../web/training/state/presets.js';
import { openingOf } from '../../web/training/state/vocabulary.js';
import { furtherSettings } from '../training_settings.js';

/** @param {string} path from here */
const beside = (path) => fileURLToPath(new URL(path, import.meta.url));

/** A script that defines `sizes_of(activation, init, depth)`: gradients at initialisation at any depth. */
function depthsScript() {
  const { data, points, seed, loss, layers } = openingOf('vanishing');
  return `import torch
from torch import nn

torch.set_num_threads(1)


${dataSets[/** @type {'circles'} */ (data)].python}


${initFunction}


${sizesFunction}


def sizes_of(activation, init, depth):
    torch.manual_seed(${seed})
    points, targets = ${data}(${points})
    widths = [2] + [${layers[1]}] * depth + [1]
${indented(loopedNetwork, '    ')}
    initialise(net, init)
    return sizes(net, nn.${loss}(), points, targets)
`;
}

/** What make_lessons.py runs. */
function writeScripts() {
  const scripts = Object.fromEntries(
    [...presets, ...furtherSettings].map(({ name, state }) => [name, pythonProgram(state)]),
  );
  const data = Object.fromEntries(Object.entries(dataSets).map(([name, { python }]) => [name, python]));
  const text = JSON.stringify({ scripts, data, depths: depthsScript() }, null, 1);
  writeFileSync(beside('../reference/lessons_scripts.json'), `${text}\n`);
}

/** What a page compares its own losses with. */
function writeLosses() {
  const { torch, runs } = JSON.parse(readFileSync(beside('../reference/lessons.json'), 'utf8'));
  const shipped = runs.filter((/** @type {any} */ run) => presets.some(({ name }) => name === run.name));
  const lines = shipped.flatMap((/** @type {any} */ { name, losses }) =>
    Object.entries(losses).map(([key, own]) => `  '${key === '' ? name : `${name}: ${key}`}':\n    '${packed(own)}',`),
  );
  writeFileSync(
    beside('../../web/training/recorded/losses.js'),
    `// PyTorch ${torch}'s losses of the presets, one thread, as packing.js packs them. Written by tests/tools/lessons.js.

/** The release of PyTorch that they are of. */
export const release = '${torch.split('+')[0]}';

/** By preset and, where it has several runs, by activation and initialisation. @type {Record<string, string>} */
export const recordedLosses = {
${lines.join('\n')}
};
`,
  );
}

const commands = { scripts: writeScripts, losses: writeLosses };
const command = commands[/** @type {keyof typeof commands} */ (process.argv[2])];
if (!command) throw new Error(`Usage: node tests/tools/lessons.js ${Object.keys(commands).join(' | ')}`);
command();
