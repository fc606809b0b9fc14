// Stops `npm pack` and `npm publish` where the generated files are missing.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const needed = [
  ...[
    'glue.js',
    'binary.js',
    'table.js',
    'torchlet.wasm',
    'activations.d.ts',
    'arrays.js',
    'arrays.d.ts',
    'types/arrays.d.ts',
    'types/arrays.d.cts',
    'types/index.d.ts',
    'types/index.d.cts',
  ],
  ...['types/slim.d.ts', 'types/slim.d.cts', 'torchlet.cjs', 'torchlet.iife.js'],
  ...['element.js', 'figure.js', 'figure_command.js', 'types/figure.d.ts', 'types/element.d.ts'],
  ...['training.js', 'types/training.d.ts'],
].map((file) => `web/build/${file}`);
const missing = [...needed, 'dist/site/index.html', 'dist/site/element.js', 'dist/site/training.js'].filter(
  (file) => !existsSync(join(project, file)),
);
if (missing.length > 0) {
  console.error(`The package is not built: there is no ${missing.join(', ')}. Run "npm run build" first.`);
  process.exitCode = 1;
}
