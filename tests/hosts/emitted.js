// HTML that the tools emitted for the recipes: kept in emitted/, where npm test opens it without the tools.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { digest, kAddress } from './recipes.js';

const folder = join(import.meta.dirname, 'emitted');
const note = (/** @type {string} */ tool, /** @type {string} */ page) =>
  `<!-- Emitted by ${tool} from web/docs/${page}.md, recipe ${digest(page)}; its styles and scripts are left out. -->\n`;

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

/**
 * Writes a page that a tool emitted.
 * @param {string} name of the host
 * @param {{ tool: string, page: string, html: string, address: string }} what tool: with its version; page: of the documentation
 */
export function write(name, { tool, page, html, address }) {
  const marked = trimmed(html, address).replace(/^\s*<!doctype html>\s*/i, `<!doctype html>\n${note(tool, page)}`);
  writeFileSync(join(folder, `${name}.html`), `${marked}\n`);
}

/** The page of a host, and the recipe that it was made of. @param {string} name @returns {{ html: string, recipe: string }} */
export function read(name) {
  const html = readFileSync(join(folder, `${name}.html`), 'utf8');
  return { html, recipe: /, recipe (\w+);/.exec(html)?.[1] ?? '' };
}
