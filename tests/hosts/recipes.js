// The recipes as the documentation has them: its blocks of code, those with a file's name among them, and what they hash to.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const docs = join(import.meta.dirname, '../../web/docs');
const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'));

/** The address that every recipe names in the place of the author's own copy. */
export const kAddress = 'https://example.org/torchlet/';

/** @typedef {{ language: string, name: string, text: string }} Block name: of the file that it is, or nothing */

/** The blocks of code of a page of web/docs, in its order. @param {string} page @returns {Block[]} */
export function blocks(page) {
  const text = readFileSync(join(docs, `${page}.md`), 'utf8').replaceAll('{{version}}', version);
  // A fence of four holds one of three.
  return [...text.matchAll(/^(`{3,})([^\s`]+)(?: (\S+))?\n([\s\S]*?)^\1$/gm)].map(
    ([, , language, name = '', body]) => ({
      language,
      name,
      text: body,
    }),
  );
}

/**
 * The files of a page's recipe, with an address in the place of kAddress.
 * @param {string} page
 * @param {string} [address] with a slash at its end
 * @returns {Record<string, string>} texts by path
 */
export const files = (page, address = kAddress) =>
  Object.fromEntries(
    blocks(page)
      .filter(({ name }) => name !== '')
      .map(({ name, text }) => [name, text.replaceAll(kAddress, address)]),
  );

/** What all of a page's blocks hash to: emitted HTML tells by it of which recipe it is. @param {string} page */
export const digest = (page) =>
  createHash('sha256')
    .update(JSON.stringify(blocks(page).map(({ name, text }) => [name, text])))
    .digest('hex')
    .slice(0, 16);

/** The figures of a text, tag and fallback, as its author wrote them. @param {string} text */
export const figuresOf = (text) => text.match(/<torchlet-figure[\s\S]*?<\/torchlet-figure>/g) ?? [];
