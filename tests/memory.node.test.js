// Memory: some thousand steps of training, and as many graphs built and dropped, leave nothing behind.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

test('training and dropped graphs do not make memory grow', () => {
  const script = join(import.meta.dirname, 'bench/memory.js');
  const flags = ['--expose-gc', '--no-opt', '--no-maglev', '--no-sparkplug'];
  const { status, stdout, stderr } = spawnSync(process.execPath, [...flags, script, '2400'], { encoding: 'utf8' });
  expect(status, stdout + stderr).toBe(0);
}, 60_000);
