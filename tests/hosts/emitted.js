// HTML that the tools emitted for the recipes: kept in emitted/, where npm test opens it without the tools.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { digest, kAddress } from './recipes.js';

const folder = join(import.meta.dirname, 'emitted');
const note = (/** @type {string} */ tool, /** @type {string} */ source) =>
  `<!-- Emitted by ${tool} from ${source}; its styles and scripts are left out. -->\n`;

/**
 * A page without what comes with the tool: styles, scripts and links to them, pictures. What is the author's stays.
 * @param {string} html
 * @param {string} address of the site's copy that the page was made with
 */
export function trimmed(html, address) {
  return html
    .replaceAll(address, kAddress)
    .replace(/<style\b[\s\S]*?<\/style>/g, '')
    .replace(/<script\b[^>]*>[\s\S]*?<\/script>/g, (script) => (script.includes(kAddress) ? script : ''))
    .replace(/<link\b[^>]*>/g, '')
    .replace(/<svg\b[^>]*>[\s\S]*?<\/svg>(?:\s*<\/symbol>[\s\S]*?<\/svg>)*/g, '')
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{2,}/g, '\n')
    .trimEnd();
}

/** What a page of the documentation is called in the pages that were made of it. @param {string} page */
export const recipeOf = (page) => `web/docs/${page}.md, recipe ${digest(page)}`;

/**
 * Writes a page that a tool emitted.
 * @param {string} name of the host; of its page with a program: `mkdocs-program`
 * @param {{ tool: string, source: string, html: string, address: string }} what tool: with its version
 */
export function write(name, { tool, source, html, address }) {
  const marked = trimmed(html, address).replace(/^\s*<!doctype html>\s*/i, `<!doctype html>\n${note(tool, source)}`);
  writeFileSync(join(folder, `${name}.html`), `${marked}\n`);
}

/** The page of a host, and the recipe that it was made of. @param {string} name @returns {{ html: string, recipe: string }} */
export function read(name) {
  const html = readFileSync(join(folder, `${name}.html`), 'utf8');
  return { html, recipe: /, recipe (\w+);/.exec(html)?.[1] ?? '' };
}
