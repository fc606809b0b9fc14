// Checks the layout of the C++ sources with clang-format, where there is one.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { project } from '../../web/tools/modules.js';
import { run, which } from './shell.js';

const sources = ['cpp', 'cpp/simd', 'tests/native', 'tests/reference'].flatMap((folder) =>
  readdirSync(join(project, folder))
    .filter((name) => /\.(cpp|hpp)$/.test(name))
    .map((name) => join(project, folder, name)),
);
if (which('clang-format')) await run('clang-format', ['--dry-run', '-Werror', ...sources]);
else console.error('There is no clang-format here: the layout of the C++ sources was not checked.');
