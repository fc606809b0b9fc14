// Next, by Turbopack and by webpack: the lesson in a page rendered at build time and in a component that runs in the browser.
import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { ran, tool, tools, written } from '../kit.js';
import { expected, moduleOfNames } from '../lesson.js';

/** @typedef {import('./node.js').Environment} Environment */

/** The longest folder that holds both: Turbopack reads nothing from elsewhere. @param {string} a @param {string} b */
function above(a, b) {
  const [parts, others] = [a.split('/'), b.split('/')];
  const length = parts.findIndex((part, i) => part !== others[i]);
  return parts.slice(0, length).join('/') || '/';
}

const files = {
  'lesson.js': moduleOfNames,
  'app/layout.js': 'export default ({ children }) => <html lang="en"><body>{children}</body></html>;\n',
  'app/page.js': `import Client from './client.js';
import { lesson } from '../lesson.js';
export default () => <><pre id="server">{lesson()}</pre><Client /></>;
`,
  'app/client.js': `'use client';
import { useEffect, useState } from 'react';
import { lesson } from '../lesson.js';
export default function Client() {
  const [text, setText] = useState('');
  useEffect(() => setText(lesson()), []);
  return <pre id="output">{text}</pre>;
}
`,
};

/** @param {import('../kit.js').Kit} kit @param {string[]} flags */
async function built(kit, flags) {
  const next = tool('next/dist/bin/next');
  const root = await kit.project(files);
  for (const name of ['next', 'react', 'react-dom']) symlinkSync(tool(name), join(root, 'node_modules', name), 'dir');
  const common = JSON.stringify(above(root, tools));
  written(root, {
    'next.config.js': `export default { output: 'export', turbopack: { root: ${common} }, outputFileTracingRoot: ${common} };\n`,
  });
  await ran(process.execPath, [next, 'build', ...flags], { cwd: root, env: { NEXT_TELEMETRY_DISABLED: '1' } });
  const html = readFileSync(join(root, 'out/index.html'), 'utf8');
  if (!html.includes(`<pre id="server">${expected}</pre>`)) throw new Error('the page rendered at build time differs');
  return (await kit.shown(join(root, 'out'))).text;
}

/** @type {Environment[]} */
export const nexts = [
  { name: 'Next (Turbopack)', rule: 'may be untested', run: (kit) => built(kit, []) },
  { name: 'Next (webpack)', rule: 'may be untested', run: (kit) => built(kit, ['--webpack']) },
];
