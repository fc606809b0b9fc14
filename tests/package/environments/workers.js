// Workers of a page, each of which computes the lesson and tells the page: Web Workers of both kinds and a service worker.
import { join } from 'node:path';
import { build as esbuild } from 'esbuild';
import { build as vite } from 'vite';
import { lessonOf, moduleOfNames, pageWith } from '../lesson.js';

/** @typedef {import('./node.js').Environment} Environment */

/** Shows what a worker posts, or why it failed. */
const listening = `const output = document.querySelector('#output');
worker.onmessage = ({ data }) => { output.textContent = data; };
worker.onerror = ({ message }) => { output.textContent = 'the worker failed: ' + message; };
`;

/** @type {Environment[]} */
export const workers = [
  {
    name: 'a Web Worker (module, through Vite)',
    rule: 'must pass',
    async run(kit) {
      const root = await kit.project({
        'lesson.js': moduleOfNames,
        'worker.js': "import { lesson } from './lesson.js';\npostMessage(lesson());\n",
        'main.js': `const worker = new Worker(new URL('./worker.js', import.meta.url), { type: 'module' });\n${listening}`,
        'index.html': pageWith('<script type="module" src="./main.js"></script>'),
      });
      await vite({
        root,
        configFile: false,
        logLevel: 'error',
        base: './',
        build: { outDir: 'out' },
        worker: { format: 'es' },
      });
      return (await kit.shown(join(root, 'out'))).text;
    },
  },
  {
    name: 'a Web Worker (classic, importScripts)',
    rule: 'must pass',
    async run(kit) {
      const root = await kit.project({
        'worker.js': `importScripts('node_modules/torchlet/web/build/torchlet.iife.js');\n${lessonOf('torch')}postMessage(lesson());\n`,
        'main.js': `const worker = new Worker('worker.js');\n${listening}`,
        'index.html': pageWith('<script src="main.js"></script>'),
      });
      return (await kit.shown(root)).text;
    },
  },
  {
    name: 'a service worker',
    rule: 'may be untested',
    async run(kit) {
      const root = await kit.project({
        'lesson.js': moduleOfNames,
        'source.js': `import { lesson } from './lesson.js';
addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil(clients.claim()));
addEventListener('fetch', (event) => {
  if (new URL(event.request.url).pathname === '/computed') event.respondWith(new Response(lesson()));
});
`,
        'out/index.html': pageWith('<script src="main.js"></script>'),
        'out/main.js': `const controlled = new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve));
navigator.serviceWorker.register('worker.js').then(() => controlled).then(() => fetch('/computed'))
  .then((answer) => answer.text(), String)
  .then((text) => { document.querySelector('#output').textContent = text; });
`,
      });
      const [entry, outfile] = ['source.js', 'out/worker.js'].map((name) => join(root, name));
      await esbuild({ entryPoints: [entry], outfile, bundle: true, minify: true, format: 'iife', logLevel: 'silent' });
      return (await kit.shown(join(root, 'out'))).text;
    },
  },
];
