// Builds the C++ with CMake: to WebAssembly by Emscripten, and natively for the checks of tests/native.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { project } from '../../web/tools/modules.js';
import { cmake, emscripten } from './emscripten.js';
import { step } from './shell.js';

/**
 * Configures and builds a folder with CMake. A folder that was configured in another way is made anew.
 * @param {string} title
 * @param {string} name of the folder under build/
 * @param {string[]} settings
 * @param {NodeJS.ProcessEnv} env
 * @param {string[]} [targets]
 */
async function build(title, name, settings, env, targets = []) {
  const tools = await cmake(env);
  const folder = join(project, 'build', name);
  const args = ['-S', project, '-B', folder, '-G', tools.generator, ...settings];
  const stamp = join(folder, 'configured-with');
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== [tools.program, ...args].join('\n')) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    await step(`Configuring ${title}`, tools.program, args, { env: tools.env });
    writeFileSync(stamp, [tools.program, ...args].join('\n'));
  }
  const progress = (/** @type {string} */ line) =>
    /^\[\s*(\d+\S*)\]/.exec(line)?.[1] ??
    (/generating system library/.test(line) ? '(Emscripten prepares its libraries, once)' : null);
  const targetArgs = targets.flatMap((target) => ['--target', target]);
  await step(`Building ${title}`, tools.program, ['--build', folder, ...targetArgs], { env: tools.env, progress });
  return folder;
}

/** The kernels for WebAssembly, and what web/tools/generate.js makes of them. */
export async function buildWasm() {
  const { toolchain, env } = await emscripten();
  const settings = [`-DCMAKE_TOOLCHAIN_FILE=${toolchain}`, `-DNODE=${process.execPath}`];
  await build('the kernels for WebAssembly', 'wasm', settings, env);
}

/** The native programs of tests/native. @param {string[]} targets @returns {Promise<string>} their folder */
export const buildNative = (targets) => build('the native checks', 'native', [], process.env, targets);
