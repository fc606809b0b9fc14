// The files that a recipe of web/docs shows, by their names.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const docs = join(import.meta.dirname, '../../../web/docs');

/** Blocks of code with a name behind the language; those without one are numbered. @param {string} page @returns {Record<string, string>} */
export function recipeOf(page) {
  const text = readFileSync(join(docs, `${page}.md`), 'utf8');
  const blocks = [...text.matchAll(/^```(\w+)(?: (\S+))?\n([\s\S]*?)^```$/gm)];
  return Object.fromEntries(blocks.map(([, language, name, code], i) => [name ?? `block-${i + 1}.${language}`, code]));
}
