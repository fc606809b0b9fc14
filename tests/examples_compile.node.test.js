// Every example of README and of the documentation compiles under TypeScript's strict rules, against the types that are published.

import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { nn } from '../web/index.js';
import { rendered } from '../web/tools/docs/markdown.js';

const project = join(import.meta.dirname, '..');
const site = join(project, 'dist/site/docs');

/**
 * @typedef {object} Program
 * @property {string} file
 * @property {string} text
 * @property {boolean} [inWorker] whether the globals are a worker's, not a page's
 */

/** README and the documentation as HTML, by name. @type {[name: string, html: string][]} */
const pages = [
  ['README', rendered(readFileSync(join(project, 'README.md'), 'utf8')).html],
  ...readdirSync(site)
    .filter((name) => name.endsWith('.html'))
    .map((name) => /** @type {[string, string]} */ ([basename(name, '.html'), readFileSync(join(site, name), 'utf8')])),
];

/** A page's block of code: the name of the file that it is, how it is set, its language and text. */
const block =
  /(?:<figcaption>(.*?)<\/figcaption>)?(?:<div class="sample">)?<pre([^>]*)><code class="language-(\w+)">([\s\S]*?)<\/code><\/pre>/g;

/** @param {string} html */
const plain = (html) =>
  html
    .replace(/<\/?span[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');

/** What the API's examples, which are no whole programs, have at hand. */
const imports = "import torch, { nn, F, Tensor } from 'torchlet';\n";
/** What a classic script gets from the script that it loads. */
const global = (/** @type {string} */ text) =>
  text.includes('torchlet.iife.js') ? "declare const torch: typeof import('torchlet').default;\n" : '';

/** The scripts of a page that use the package; others see its elements alone. @param {string} html */
const scripts = (html) =>
  [...html.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)]
    .map(([, script]) => script)
    .filter((script) => script.trim() !== '' && (global(html) || /['"]torchlet(\/\w+)?['"]/.test(script)))
    .map((script) => global(html) + script);

/** The programs in a block of code. @param {string} language @param {string} text @param {boolean} isPart */
function programs(language, text, isPart) {
  if (language === 'html') return scripts(text);
  return /^(js|cjs|ts)$/.test(language) ? [(isPart ? imports : global(text)) + text] : [];
}

/** @returns {Program[]} */
const examples = pages.flatMap(([page, html]) =>
  [...html.matchAll(block)].flatMap(([, name = '', attributes, language, code], i) =>
    programs(language, plain(code), attributes.includes('class="example"')).map((text, j) => ({
      file: `${page}-${i + 1}${j > 0 ? `-${j + 1}` : ''}.${language === 'cjs' ? 'cjs' : 'ts'}`,
      text,
      inWorker: name.includes('worker'),
    })),
  ),
);

/** What hosts declare of imports that they alone understand: Cloudflare's workers, Vite. */
const hosts = `declare module '*.wasm' { const module: WebAssembly.Module; export default module; }
declare module '*?url' { const url: string; export default url; }
`;

/** A line for each class of torch.nn that fails where it is no type. */
const classes = `import torch, { nn } from 'torchlet';
${Object.keys(nn)
  .filter((name) => /^[A-Z]/.test(name))
  .map(
    (name) => `export const as${name} = (one: InstanceType<typeof nn.${name}>): nn.${name} & torch.nn.${name} => one;`,
  )
  .join('\n')}
`;

/** @param {string[]} files @param {string[]} lib */
const settings = (files, lib) => ({
  compilerOptions: {
    ...{ strict: true, noEmit: true, target: 'es2022', module: 'nodenext', moduleDetection: 'force' },
    ...{ allowJs: true, checkJs: true, types: ['node'], lib: ['es2023', ...lib] },
  },
  files: [...files, 'hosts.d.ts'],
});

const folder = mkdtempSync(join(tmpdir(), 'torchlet-examples-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What TypeScript says of files, a line each with the code that it is about. @param {string} name @param {object} config */
async function complaints(name, config) {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(config));
  const tsc = join(project, 'node_modules/typescript/bin/tsc');
  const text = await new Promise((resolve) =>
    execFile(process.execPath, [tsc, '-p', path, '--pretty', 'false'], { cwd: folder }, (_, out) => resolve(out)),
  );
  return text
    .trim()
    .split(/\n(?! )/)
    .filter(Boolean)
    .map(withCode);
}

/** @param {string} complaint */
function withCode(complaint) {
  const [, file, line] = /^([^(]+)\((\d+),/.exec(complaint) ?? [];
  return file ? `${complaint}\n${readFileSync(join(folder, file), 'utf8').split('\n')[Number(line) - 1]}` : complaint;
}

const own = ['programs.ts', 'programs.cts', 'classes.ts', 'wrong.ts'];
const wrong = "import torch from 'torchlet';\ntorch.relu('text');\n";
/** @type {string[]} */
let said = [];

beforeAll(async () => {
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(project, join(folder, 'node_modules/torchlet'), 'junction');
  symlinkSync(join(project, 'node_modules/@types'), join(folder, 'node_modules/@types'), 'junction');
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  writeFileSync(join(folder, 'hosts.d.ts'), hosts);
  writeFileSync(join(folder, 'classes.ts'), classes);
  writeFileSync(join(folder, 'wrong.ts'), wrong);
  cpSync(join(import.meta.dirname, 'types'), folder, { recursive: true });
  for (const { file, text } of examples) writeFileSync(join(folder, file), text);
  const files = (/** @type {boolean} */ inWorker) =>
    examples.filter((one) => one.inWorker === inWorker).map(({ file }) => file);
  const all = await Promise.all([
    complaints('page.json', settings([...files(false), ...own], ['dom', 'dom.iterable'])),
    complaints('worker.json', settings(files(true), ['webworker'])),
  ]);
  said = all.flat();
}, 60_000);

const of = (/** @type {string[]} */ files) => said.filter((line) => files.some((file) => line.startsWith(`${file}(`)));

test('every page with examples gives some', () => {
  const counted = (/** @type {string} */ page) => examples.filter(({ file }) => file.startsWith(`${page}-`)).length;
  expect(counted('README')).toBeGreaterThan(3);
  for (const page of ['install', 'worker', 'index', 'speed']) expect(counted(page), page).toBeGreaterThan(0);
  for (const page of ['api-activations', 'api-functions', 'api-tensor'])
    expect(counted(page), page).toBeGreaterThan(50);
});

test('a program that is wrong does not compile', () => {
  expect(of(['wrong.ts']).join('\n')).toMatch(/^wrong\.ts\(2,12\): error TS2345: .*\ntorch\.relu\('text'\);$/);
});

test('programs that are right compile, and lines that are wrong do not', () => {
  expect(of(['programs.ts', 'programs.cts'])).toEqual([]);
});

test('every class of torch.nn is a type', () => {
  expect(classes).toContain('nn.Softmax2d');
  expect(of(['classes.ts'])).toEqual([]);
});

test('every example compiles', () => {
  expect(said.filter((line) => !of(own).includes(line))).toEqual([]);
});
