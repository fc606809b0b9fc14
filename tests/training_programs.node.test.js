// The programs that training gives away: the PyTorch scripts are those that PyTorch ran, the JavaScript ones print the same.
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import { javascriptProgram } from '../web/training/programs/javascript.js';
import { pythonProgram } from '../web/training/programs/python.js';
import { presets } from '../web/training/state/presets.js';
import recorded from './reference/lessons.json' with { type: 'json' };
import { furtherSettings } from './training_settings.js';

const root = new URL('..', import.meta.url).pathname;
const settings = [...presets, ...furtherSettings];
const kMark = '--- the next program';
/** What each program printed. @type {Map<string, string[]>} */
const printed = new Map();

/**
 * Runs programs as a reader would, with `import torch from 'torchlet'`: each is a module of its own and seeds itself. One process
 * for all: 22 s of a processor where one for each took 39 s, of which half went into starting and warming up.
 * @param {string[]} sources
 */
async function linesOf(sources) {
  mkdirSync(join(root, 'build'), { recursive: true });
  // Within the package, which then knows itself by its name.
  const folder = mkdtempSync(join(root, 'build/programs-'));
  try {
    sources.forEach((source, i) => {
      writeFileSync(join(folder, `${i}.mjs`), source);
    });
    const all = sources.map(
      (_, i) => `await import('./${i}.mjs').catch((error) => console.log(error.stack));\nconsole.log('${kMark}');\n`,
    );
    writeFileSync(join(folder, 'all.mjs'), all.join(''));
    const { stdout } = await promisify(execFile)('node', ['all.mjs'], { cwd: folder, maxBuffer: 2 ** 26 });
    return stdout.split(`${kMark}\n`).map((text) => text.trimEnd().split('\n'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

beforeAll(async () => {
  const lines = await linesOf(settings.map(({ state }) => javascriptProgram(state)));
  settings.forEach(({ name }, i) => {
    printed.set(name, lines[i]);
  });
}, 240_000);

describe.each(settings)('$name', ({ name, state }) => {
  const run = /** @type {typeof recorded.runs[number]} */ (recorded.runs.find((one) => one.name === name));

  test('the PyTorch script is the one that was run', () => {
    expect(pythonProgram(state)).toBe(run.script);
  });

  test('the JavaScript program prints what PyTorch printed', () => {
    const lines = /** @type {string[]} */ (printed.get(name));
    expect(lines).toEqual(run.printed);
  });
});
