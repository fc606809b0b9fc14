// The hosts that a tool builds pages for.
import { docusaurus } from './tools/docusaurus.js';
import { jupyter } from './tools/jupyter.js';
import { mkdocs } from './tools/mkdocs.js';
import { sphinxes } from './tools/sphinx.js';

/**
 * @typedef {import('playwright').Page} Page
 * @typedef {object} Host
 * @property {string} id what its emitted page is called
 * @property {string} name
 * @property {string} page of the documentation, whose recipe it is
 * @property {string} program on PATH that is the tool
 * @property {string[]} packages Debian's, which have it
 * @property {(html: string) => string} version the tool's name and version, also as a page that it wrote tells them
 * @property {Record<string, string>} rest files that the tool demands beside the recipe's
 * @property {(folder: string, address: string) => Promise<{ root: string, path: string, program: string }>} build with the
 *   site's copy at an address; what to serve, the page in it that the recipe is about, and one with a program in a block of code
 * @property {string} source the recipe's file that has the figure
 * @property {boolean} [framed] its figures stand in frames
 * @property {{ turn: (page: Page) => Promise<void>, now: (page: Page) => Promise<string> } | null} theme its switch between light
 *   and dark, and which it is
 * @property {string} [away] a link to another page
 * @property {RegExp} [noise] complaints that are the tool's own
 */

/** @type {Host[]} */
export const hosts = [mkdocs, ...sphinxes, docusaurus, jupyter];

/**
 * The hosts that arguments name by a part of their name; all without a name.
 * @param {string[]} args
 */
export function chosen(args) {
  const parts = args.filter((arg) => !arg.startsWith('-')).map((part) => part.toLowerCase());
  return hosts.filter(({ name }) => parts.length === 0 || parts.some((part) => name.toLowerCase().includes(part)));
}
