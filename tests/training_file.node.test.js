// The lessons' self-contained file has a torch without methods that no lesson calls: what is left trains and measures the same.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lessons as lean } from '../web/tools/element.js';
import { trainable } from '../web/training/state/activations.js';
import { dataNames, inits, losses, optimizers } from '../web/training/state/choices.js';
import { presets } from '../web/training/state/presets.js';
import { openingOf } from '../web/training/state/vocabulary.js';

const folder = mkdtempSync(join(tmpdir(), 'torchlet-lessons-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What is run in both: losses of a few steps, and what lessons measure after them. */
const driver = `
import { Census } from './training/measures/census.js';
import { profileOf } from './training/measures/gradients.js';
import { flowOf } from './training/measures/histogram.js';
import { lineOf } from './training/measures/lines.js';
import { accuracyOf, decisionMap, unitMaps, windowOf } from './training/measures/maps.js';
import { Training } from './training/run/training.js';
export function outcome(state) {
  const training = new Training({ ...state, steps: 3, points: 16 }).run();
  training.goTo(1);
  training.goTo(3);
  const view = windowOf(training);
  return JSON.stringify([
    [...training.losses], profileOf(training), lineOf(training, 0, 2, view), new Census(training).deadIn(3),
    flowOf(training, 0), decisionMap(training, view, 8), unitMaps(training, view, 8), accuracyOf(training),
  ], (_, value) => (ArrayBuffer.isView(value) ? [...value] : value));
}
`;

/** @param {string} name @param {import('esbuild').Plugin[]} plugins */
async function built(name, plugins) {
  const outfile = join(folder, `${name}.mjs`);
  const stdin = { contents: driver, resolveDir: join(import.meta.dirname, '../web') };
  await build({ stdin, outfile, bundle: true, format: 'esm', target: 'es2022', plugins });
  return (await import(pathToFileURL(outfile).href)).outcome;
}

/** @type {(state: object) => string} */ let whole;
/** @type {(state: object) => string} */ let few;
beforeAll(async () => {
  whole = await built('whole', []);
  few = await built('few', [lean]);
});

const opening = { ...openingOf('network'), layers: [2, 6, 5, 1] };

describe('trains and measures the same', () => {
  test.each(trainable.map(({ module }) => module))('with %s', (activation) => {
    const parameters = Object.fromEntries(
      (trainable.find(({ module }) => module === activation)?.parameters ?? []).map((p) => [p.name, p.default]),
    );
    expect(few({ ...opening, activation, parameters })).toBe(whole({ ...opening, activation, parameters }));
  });

  test.each(optimizers)('by %s, with each loss, initialisation and set of points', (optimizer) => {
    for (const [i, data] of dataNames.entries()) {
      const [init, loss] = [inits[i], losses[i % 2]];
      for (const batch of [0, 5]) {
        const state = { ...opening, optimizer, data, init, loss, batch, weight_decay: 0.01 };
        expect(few(state)).toBe(whole(state));
      }
    }
  });

  test.each(presets)('$name', ({ state }) => {
    expect(few(state)).toBe(whole(state));
  });
});
