// Stops `npm pack` and `npm publish` where the generated files are missing.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const needed = [
  'glue.js',
  'binary.js',
  'table.js',
  'torchlet.wasm',
  'activations.d.ts',
  'types/index.d.ts',
  'element.js',
  'figure.js',
  'figure_command.js',
  'types/figure.d.ts',
];
const missing = needed.filter((file) => !existsSync(join(project, 'web/build', file)));
if (missing.length > 0) {
  console.error(`The package is not built: web/build/ lacks ${missing.join(', ')}. Run "npm run build" first.`);
  process.exitCode = 1;
}
