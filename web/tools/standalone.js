// The whole page in one file that opens by double click: dist/site/standalone.html, made of the site that Vite built.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build as bundle } from 'esbuild';
import { Explained } from '../../cpp/toolchain/shell.js';

// A page from a file may import no module and fetch nothing, so even what the site loads later, on demand, must stand in it.
// esbuild does that to Vite's own output; a plugin that inlines would need a second build of everything.

/** A module with all that it imports. @param {string} path */
async function script(path) {
  const { outputFiles } = await bundle({
    entryPoints: [path],
    bundle: true,
    minify: true,
    format: 'esm',
    charset: 'utf8',
    write: false,
  });
  // esbuild keeps </script out of strings; <script after <!-- would hide the script's end from the browser as well.
  const text = outputFiles[0].text.trim().replace(/<(?=script)/gi, '\\x3c');
  return `<script type="module">${text}</script>`;
}

/** @param {string} path */
const style = (path) => `<style>${readFileSync(path, 'utf8').trim()}</style>`;

/** @param {string} path of an SVG */
const icon = (path) =>
  `<link rel="icon" type="image/svg+xml" href="data:image/svg+xml;base64,${readFileSync(path, 'base64')}" />`;

/** A page's HTML with nothing left outside. @param {string} html @param {string} folder that its addresses start from */
export async function inlined(html, folder) {
  /** @type {[RegExp, (path: string) => string | Promise<string>][]} */
  const kinds = [
    [/<script type="module"[^>]* src="([^"]+)"[^>]*><\/script>/g, script],
    [/<link rel="stylesheet"[^>]* href="([^"]+)"[^>]*>/g, style],
    [/<link rel="icon"[^>]* href="([^"]+)"[^>]*>/g, icon],
    // A part of the script that is in it already.
    [/<link rel="modulepreload"[^>]* href="([^"]+)"[^>]*>\n?/g, () => ''],
  ];
  let whole = html;
  for (const [tag, inline] of kinds) {
    for (const [found, path] of html.matchAll(tag)) {
      const text = await inline(join(folder, path));
      whole = whole.replace(found, () => text);
    }
  }
  const tags = whole.replace(/<(script|style)\b[^>]*>.*?<\/\1>/gs, '');
  const left = /<(?!a )[^>]* (?:src|href)="(?!data:)[^"]*"[^>]*>/.exec(tags);
  if (left) throw new Explained(`standalone.js expected a page whose parts can all be put into it; ${left[0]} cannot.`);
  return whole;
}

/** @param {string} folder of the built site */
export async function writeStandalone(folder) {
  // There is no other room beside it (site/rooms.js).
  const html = readFileSync(join(folder, 'index.html'), 'utf8').replace(/ *<meta name="torchlet-rooms"[^>]*>\n/, '');
  writeFileSync(join(folder, 'standalone.html'), await inlined(html, folder));
}
