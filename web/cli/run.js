// `torchlet run`: a Python program of a tutorial, run in the terminal without Python.
import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { UsageError } from './errors.js';

/** @type {import('./main.js').Command} */
export const run = {
  usage: 'FILE.py',
  text: 'runs a program in the Python of activation tutorials; - is the standard input',
  options: {
    figures: { type: 'string', value: 'FOLDER', text: 'writes what the program plots there, as SVG' },
  },
  async run({ figures }, [file, ...rest]) {
    if (file === undefined || rest.length > 0)
      throw new UsageError(`expected one file, but got ${rest.length > 0 ? [file, ...rest].join(' ') : 'none'}`);
    const source = sourceOf(file);
    const { run: execute } = await import(new URL('../build/python.js', import.meta.url).href);
    const stop = new AbortController();
    process.once('SIGINT', () => stop.abort());
    let count = 0;
    const show = (/** @type {string} */ svg) => {
      count++;
      if (figures === undefined) return;
      const path = `${figures}/${basename(file, '.py')}-${count}.svg`;
      writeFileSync(path, `${svg}\n`);
    };
    try {
      await execute(source, {
        print: (/** @type {string} */ text) => void process.stdout.write(text),
        warn: (/** @type {string} */ text) => void process.stderr.write(text),
        show,
        signal: stop.signal,
        filename: file === '-' ? '<stdin>' : file,
      });
    } catch (error) {
      const { traceback, hint } = /** @type {any} */ (error);
      if (traceback === undefined) throw error;
      process.stderr.write(`${traceback.trimEnd()}\n${hint ? `torchlet: ${hint}\n` : ''}`);
      process.exitCode = 1;
    }
    if (count > 0 && figures === undefined)
      process.stderr.write(
        `torchlet: the program drew ${count} figure${count === 1 ? '' : 's'}; --figures FOLDER writes them.\n`,
      );
  },
};

/** @param {string} file */
function sourceOf(file) {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch (error) {
    throw new UsageError(`expected a file that can be read, but got ${file} (${/** @type {Error} */ (error).message})`);
  }
}
