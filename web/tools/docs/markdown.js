// The documentation's Markdown as HTML: tables and code that a keyboard can scroll, headings one can link to.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Marked } from 'marked';
import { Explained } from '../../../cpp/toolchain/shell.js';

/**
 * @typedef {{ depth: number, text: string, id: string }} Heading
 * @typedef {{ html: string, headings: Heading[] }} Rendered
 */

/** Lines longer than this may have to be scrolled on a telephone; such a block takes part in the tab order. */
const kShortLine = 38;
/** A word longer than this without brackets is an address: it is broken, for to scroll along it tells nothing. */
const kLongWord = /[^\s()]{64,}/;

/** @param {string} text */
export const escaped = (text) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** An address within a page, from a heading's words. @param {string} text */
export const slug = (text) =>
  text
    .replace(/<[^>]*>/g, '')
    .replace(/&[a-z]+;|[^\p{L}\p{N}\s._-]/gu, '')
    .trim()
    .replace(/\s+/g, '-')
    .toLowerCase();

/** How comments begin, which are set in grey. @type {Record<string, RegExp>} */
const comments = {
  js: /(^|\s)(\/\/ .*)$/gm,
  jsx: /(^|\s)(\/\/ .*)$/gm,
  ts: /(^|\s)(\/\/ .*)$/gm,
  py: /(^|\s)(# .*)$/gm,
  sh: /(^|\s)(# .*)$/gm,
  yaml: /(^|\s)(# .*)$/gm,
  html: /()(&lt;!-- .*? --&gt;)/gm,
};

/**
 * A block of code.
 * @param {string} text
 * @param {string} info the language, then perhaps the name of the file that it is
 */
export function codeBlock(text, info) {
  const [language = '', name = ''] = info.split(/\s+/);
  const comment = comments[language];
  const plain = escaped(text.trimEnd());
  const set = comment ? plain.replace(comment, '$1<span class="comment">$2</span>') : plain;
  const isBroken = kLongWord.test(text);
  const isWide = !isBroken && text.split('\n').some((line) => line.length > kShortLine);
  const scrolls = isWide ? ` tabindex="0" role="group" aria-label="${name ? escaped(name) : 'Code'}"` : '';
  const code = `<code${language ? ` class="language-${language}"` : ''}>${set}</code>`;
  // In a box of its own, which has room for a button: see web/docs/copy.js.
  const block = `<div class="sample"><pre${isBroken ? ' class="broken"' : ''}${scrolls}>${code}</pre></div>`;
  return name ? `<figure class="file"><figcaption>${escaped(name)}</figcaption>${block}</figure>\n` : `${block}\n`;
}

/** What stands for that which the block of code above it draws. */
const kDrawn = '<!-- drawn -->';

/**
 * What a sample of HTML draws: its body, or all of it. Its scripts are the page's own, its heading none of the page's.
 * @param {string} sample
 */
function drawnBy(sample) {
  const body = /<body>([\s\S]*)<\/body>/.exec(sample)?.[1] ?? sample;
  const inner = body.replace(/<script[\s\S]*?<\/script>/g, '').replace(/<(\/?)h1>/g, '<$1p>');
  return `<div class="drawn">${inner.trim()}</div>\n`;
}

/** A table in a frame of its own, which scrolls where the page is too narrow. @param {string} html @param {string} label */
const framed = (html, label) =>
  `<div class="table" tabindex="0" role="group" aria-label="${escaped(label)}">${html}</div>\n`;

/** @param {string} markdown @returns {Rendered} */
export function rendered(markdown) {
  /** @type {Heading[]} */ const headings = [];
  const marked = new Marked({ gfm: true });
  let sample = '';
  marked.use({
    renderer: {
      code({ text, lang = '' }) {
        sample = text;
        return codeBlock(text, lang);
      },
      html: ({ text }) => (text.trim() === kDrawn ? drawnBy(sample) : text),
      heading({ tokens, depth }) {
        const html = this.parser.parseInline(tokens);
        const wanted = slug(html);
        const twins = headings.filter(({ id }) => id === wanted || id.startsWith(`${wanted}--`)).length;
        const id = twins > 0 ? `${wanted}--${twins + 1}` : wanted;
        headings.push({ depth, text: html, id });
        if (depth === 1) return `<h1>${html}</h1>\n`;
        return `<h${depth} id="${id}"><a class="self" href="#${id}">${html}</a></h${depth}>\n`;
      },
      table(token) {
        const cell = (/** @type {any} */ { tokens, align }, /** @type {string} */ tag, scope = '') =>
          `<${tag}${scope}${align ? ` class="${align}"` : ''}>${this.parser.parseInline(tokens)}</${tag}>`;
        const head = token.header.map((one) => (one.tokens.length > 0 ? cell(one, 'th', ' scope="col"') : '<td></td>'));
        const rows = token.rows.map(
          (row) =>
            `<tr>${row.map((one, i) => (i === 0 ? cell(one, 'th', ' scope="row"') : cell(one, 'td'))).join('')}</tr>`,
        );
        const html = `<table><thead><tr>${head.join('')}</tr></thead><tbody>${rows.join('\n')}</tbody></table>`;
        const above = headings.at(-1)?.text.replace(/<[^>]*>/g, '') ?? '';
        return framed(html, `Table: ${above || 'of this page'}`);
      },
    },
  });
  const html = /** @type {string} */ (marked.parse(markdown));
  return { html, headings };
}

/**
 * What stands under a heading of a Markdown file, up to the next one that is no deeper.
 * @param {string} text
 * @param {string} title
 */
export function section(text, title) {
  const lines = text.split('\n');
  const fences = lines.map((line) => line.startsWith('```'));
  let isCode = false;
  const depths = lines.map((line, i) => {
    if (fences[i]) isCode = !isCode;
    return isCode ? 0 : (/^(#+) /.exec(line)?.[1].length ?? 0);
  });
  const start = lines.findIndex((line, i) => depths[i] > 0 && line.replace(/^#+ /, '') === title);
  if (start < 0) throw new Explained(`The documentation includes a section called “${title}”, but there is none.`);
  const end = depths.findIndex((depth, i) => i > start && depth > 0 && depth <= depths[start]);
  return lines
    .slice(start + 1, end < 0 ? undefined : end)
    .join('\n')
    .trim();
}

/**
 * Puts in what pages take from elsewhere: `{{README.md#Accuracy}}` is that section of that file, `{{name}}` a value.
 * @param {string} markdown
 * @param {string} project its folder
 * @param {Record<string, string>} values
 */
export function included(markdown, project, values) {
  return markdown.replace(/\{\{([^}]+)\}\}/g, (_, /** @type {string} */ what) => {
    if (what === 'CHANGELOG.md') return readFileSync(join(project, what), 'utf8').trim();
    const [path, title] = what.split('#');
    if (title !== undefined) return section(readFileSync(join(project, path), 'utf8'), title);
    if (Object.hasOwn(values, what)) return values[what];
    throw new Explained(`The documentation asks for {{${what}}}, but knows ${Object.keys(values).join(', ')}.`);
  });
}
