// The programs that training gives away: the PyTorch scripts are those that PyTorch ran, the JavaScript ones print the same.
import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { javascriptProgram } from '../web/training/programs/javascript.js';
import { pythonProgram } from '../web/training/programs/python.js';
import { presets } from '../web/training/state/presets.js';
import recorded from './reference/lessons.json' with { type: 'json' };
import { furtherSettings } from './training_settings.js';

const root = new URL('..', import.meta.url).pathname;

/** The lines that a program prints, run as a reader would: `import torch from 'torchlet'`. @param {string} source */
const printed = (source) =>
  execFileSync('node', ['--input-type=module', '-e', source], { cwd: root, encoding: 'utf8' }).trimEnd().split('\n');

describe.each([...presets, ...furtherSettings])('$name', ({ name, state, stable }) => {
  const run = /** @type {typeof recorded.runs[number]} */ (recorded.runs.find((one) => one.name === name));

  test('the PyTorch script is the one that was run', () => {
    expect(pythonProgram(state)).toBe(run.script);
  });

  test('the JavaScript program prints what PyTorch printed', { timeout: 60_000 }, () => {
    const lines = printed(javascriptProgram(state));
    expect(lines.length).toBe(run.printed.length);
    // In a chaotic run the start alone is equal: what is dead there, and the first loss.
    if (stable) expect(lines).toEqual(run.printed);
    else expect(lines.slice(0, 2)).toEqual(run.printed.slice(0, 2));
  });
});
