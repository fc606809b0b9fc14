// Installs the node modules that package-lock.json names, once a lock.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { step } from '../../cpp/toolchain/shell.js';

export const project = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** @param {string} folder that has a package-lock.json */
export async function nodeModules(folder = project) {
  const digest = createHash('sha256')
    .update(readFileSync(join(folder, 'package-lock.json')))
    .digest('hex');
  const stamp = join(folder, 'node_modules/.torchlet-lock');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return;
  // Nothing that torchlet needs runs a script when it is installed.
  const npm = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ['npm'];
  await step(
    'Installing node modules',
    npm[0],
    [...npm.slice(1), 'ci', '--ignore-scripts', '--no-audit', '--no-fund'],
    { cwd: folder },
  );
  writeFileSync(stamp, digest);
}
