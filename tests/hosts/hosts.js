// npm run test:hosts: the recipes of the documentation, built by the tools that they are for and opened in Chromium; a line for each.
// Arguments choose hosts by a part of their name. --write keeps what the tools emitted, which npm test opens without them;
// --pictures=folder takes pictures of the pages, for people.
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { which } from '../../cpp/toolchain/shell.js';
import { Untested, written } from '../package/kit.js';
import { recipeOf, write } from './emitted.js';
import { kit } from './kit.js';
import { files, kAddress } from './recipes.js';
import { chosen, hosts } from './tools.js';
import { tried } from './trial.js';

/** @typedef {import('./tools.js').Host} Host */

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { write: { type: 'boolean' }, pictures: { type: 'string' } },
});

/**
 * Builds a recipe and tries its page.
 * @param {Host} host
 * @param {import('./kit.js').Kit} all
 * @returns {Promise<string>} the tool with its version
 */
async function run(host, all) {
  if (!which(host.program))
    throw new Untested(`${host.program} is not installed (Debian: apt install ${host.packages.join(' ')})`);
  const folder = all.folder(host.id);
  const rest = Object.entries(host.rest).map(([name, text]) => [name, text.replaceAll(kAddress, all.address)]);
  written(folder, { ...Object.fromEntries(rest), ...files(host.page, all.address) });
  const { root, path, program } = await host.build(folder, all.address);
  await all.visited(root, (open) => tried(host, { open, path, program, pictures: values.pictures }));
  const read = (/** @type {string} */ at) =>
    readFileSync(join(root, at.endsWith('/') ? `${at}index.html` : at), 'utf8');
  const html = read(path);
  const tool = host.version(html);
  if (values.write) {
    const { address } = all;
    write(host.id, { tool, source: recipeOf(host.page), html, address });
    write(`${host.id}-program`, {
      tool,
      source: 'tests/hosts/tools, its page with a program',
      html: read(program),
      address,
    });
  }
  return tool;
}

/** @param {Host[]} these @returns {Promise<boolean>} whether none failed */
async function runAll(these) {
  const counts = { passed: 0, failed: 0, untested: 0 };
  const all = await kit();
  try {
    for (const host of these) {
      const started = Date.now();
      const seconds = () => `${((Date.now() - started) / 1000).toFixed(1)} s`.padStart(7);
      const [result, words] = await run(host, all).then(
        (tool) => /** @type {const} */ (['passed', `${seconds()}  ${tool}`]),
        (error) => /** @type {const} */ ([error instanceof Untested ? 'untested' : 'failed', error.message]),
      );
      counts[result]++;
      console.log(`${result.padEnd(9)} ${host.name.padEnd(24)} ${words}`);
    }
  } finally {
    await all.close();
  }
  console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.untested} untested`);
  return counts.failed === 0;
}

const these = chosen(positionals);
if (these.length === 0) {
  console.error(`test:hosts knows ${hosts.map(({ name }) => name).join('; ')}; got ${positionals.join(' ')}.`);
  process.exitCode = 2;
} else {
  if (values.pictures) mkdirSync(values.pictures, { recursive: true });
  if (!(await runAll(these))) process.exitCode = 1;
}
