// Finds Emscripten 4.0 or newer, or unpacks one privately where the machine is a Debian.
import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { isDebian, PrivateDebian } from './debian.js';
import { ask, complaint, Explained, which } from './shell.js';

const oldest = [4, 0];

/** The user's folder for what is fetched once. */
export const cacheFolder = () =>
  resolve(process.env.TORCHLET_CACHE || join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'torchlet'));

const help = `torchlet's kernels are C++ and need Emscripten 4.0 or newer. There are three ways to get it:
  1. Emscripten's own SDK: git clone https://github.com/emscripten-core/emsdk && emsdk/emsdk install latest &&
     emsdk/emsdk activate latest; then set EMSDK to that folder, or source emsdk_env.sh.
  2. A package manager, such as "brew install emscripten", that puts emcc on PATH.
  3. A Debian (x86-64) machine or container: there this command unpacks it privately by itself.`;

/** @typedef {{ name: string, toolchain: string, env: NodeJS.ProcessEnv }} Emscripten toolchain: CMake's file; env: what it runs with */

/** The Emscripten at a folder if it is new enough. @param {string} folder @param {NodeJS.ProcessEnv} env @returns {Emscripten | string | null} */
function inspect(folder, env) {
  const toolchain = join(folder, 'cmake/Modules/Platform/Emscripten.cmake');
  if (!existsSync(join(folder, 'emcc')) || !existsSync(toolchain)) return null;
  const version = /\b(\d+)\.(\d+)\.\d+/.exec(ask(join(folder, 'emcc'), ['--version'], env) ?? '');
  if (!version)
    return `the Emscripten in ${folder} does not run: ${complaint(join(folder, 'emcc'), ['--version'], env)}`;
  const [major, minor] = [Number(version[1]), Number(version[2])];
  if (major < oldest[0] || (major === oldest[0] && minor < oldest[1]))
    return `the Emscripten in ${folder} is ${version[0]}`;
  return { name: `Emscripten ${version[0]} in ${folder}`, toolchain, env };
}

/** Where an emcc on PATH has its CMake files: beside itself, or where its link or its own answer leads. */
function onPath() {
  const emcc = which('emcc');
  if (!emcc) return [];
  const cmake = ask(which('em-config') ?? 'em-config', ['EMSCRIPTEN_ROOT']);
  return [dirname(emcc), ...(cmake ? [cmake] : []), '/usr/share/emscripten', join(dirname(emcc), '../libexec')];
}

/** Emscripten, got if need be. @returns {Promise<Emscripten>} */
export async function emscripten() {
  const refused = [];
  const sdk = process.env.EMSDK;
  for (const folder of [...(sdk ? [join(sdk, 'upstream/emscripten'), sdk] : []), ...onPath()]) {
    const found = inspect(folder, process.env);
    if (found && typeof found !== 'string') return found;
    if (found) refused.push(found);
  }
  if (!isDebian()) throw new Explained(`${refused.map((reason) => `(${reason})\n`).join('')}${help}`);
  return unpacked();
}

/** @returns {Promise<Emscripten>} */
async function unpacked() {
  const debian = new PrivateDebian(cacheFolder());
  if (!debian.has('emscripten')) {
    debian.clear();
    await debian.add('emscripten', 'Emscripten (about 90 MB, once)', () => packages(debian));
  }
  const env = await withPython(debian, { ...process.env });
  const root = join(debian.root, 'usr/share/emscripten');
  env.EM_CONFIG = join(debian.folder, 'emscripten.config');
  env.EM_CACHE = join(debian.folder, 'emscripten-cache');
  const llvm = readdirSync(join(debian.root, 'usr/lib')).find((name) => name.startsWith('llvm-'));
  writeFileSync(
    env.EM_CONFIG,
    `LLVM_ROOT = '${join(debian.root, 'usr/lib', String(llvm), 'bin')}'
BINARYEN_ROOT = '${join(debian.root, 'usr')}'
EMSCRIPTEN_ROOT = '${root}'
NODE_JS = '${process.execPath}'
`,
  );
  const acorn = join(debian.root, 'usr/share/node_modules');
  if (!existsSync(acorn)) symlinkSync('nodejs', acorn);
  const found = inspect(root, env);
  if (found && typeof found !== 'string') return found;
  debian.clear();
  throw new Explained(
    `${found ?? 'The unpacked Emscripten is not whole'}; it has been removed, so that the next run unpacks it anew.\n${help}`,
  );
}

/** What Emscripten needs of Debian's packages, without what it only drags in (headers of C, linkers, Node). */
function packages(/** @type {PrivateDebian} */ debian) {
  const version = /\bclang-(\d+)/.exec(debian.field('emscripten', 'Depends'))?.[1];
  if (!version) throw new Explained(`Debian's emscripten names no clang to go with it.\n${help}`);
  const programs = [`clang-${version}`, `lld-${version}`, `llvm-${version}`, 'binaryen', 'patchelf'];
  const wanted = new RegExp(
    `^(?:${programs.join('|')}|llvm-${version}-linker-tools|libclang-common-${version}-dev|lib(?:llvm|clang-cpp)${version}|` +
      'libbsd0|libc6|libedit2|libffi\\d+|libgcc-s1|libmd0|libstdc\\+\\+6|libtinfo6|libxml2(?:-\\d+)?|zlib1g|libz3-4|libzstd1|' +
      'libicu\\d+|liblzma5)$',
  );
  const names = debian.closure(programs).filter((name) => wanted.test(name));
  return ['emscripten', 'node-acorn', ...names];
}

/** Emscripten's scripts want Python 3.10 or newer: the machine's, or one of the same packages. */
async function withPython(/** @type {PrivateDebian} */ debian, /** @type {NodeJS.ProcessEnv} */ env) {
  const isNew = 'import sys; sys.exit(sys.version_info < (3, 10))';
  if (!debian.has('python') && ask('python3', ['-c', isNew]) !== null) return env;
  const names = () => debian.closure(['python3', 'patchelf']);
  await debian.add('python', 'Python (about 15 MB, once)', names, () => debian.wrap('usr/bin/python3'));
  const bin = join(debian.folder, 'bin');
  mkdirSync(bin, { recursive: true });
  if (!existsSync(join(bin, 'python3'))) symlinkSync(join(debian.root, 'usr/bin/python3'), join(bin, 'python3'));
  return { ...env, PATH: `${bin}:${env.PATH}`, EMSDK_PYTHON: join(bin, 'python3') };
}

/** CMake 3.20 or newer and Ninja or Make: the machine's, or unpacked ones. @param {NodeJS.ProcessEnv} env */
export async function cmake(env) {
  const version = /\b(\d+)\.(\d+)/.exec(ask('cmake', ['--version']) ?? '');
  const isNew = version && (Number(version[1]) > 3 || Number(version[2]) >= 20);
  const generator = which('ninja') ? 'Ninja' : which('make') ? 'Unix Makefiles' : null;
  if (isNew && generator) return { program: 'cmake', generator, env };
  if (!isDebian())
    throw new Explained('torchlet builds with CMake 3.20 or newer and Ninja or Make; please install them.');
  const debian = new PrivateDebian(cacheFolder());
  await debian.add('cmake', 'CMake (about 30 MB, once)', () => debian.closure(['cmake', 'ninja-build', 'patchelf']));
  const bin = join(debian.root, 'usr/bin');
  return { program: join(bin, 'cmake'), generator: 'Ninja', env: { ...env, PATH: `${env.PATH}:${bin}` } };
}
