// The frame of every page of the documentation: head, list of pages, what comes next.
import { addressOf, rooms } from '../../site/rooms.js';
import { escaped } from './markdown.js';

/**
 * @typedef {import('../../docs/pages.js').Page} Page
 * @typedef {import('../../docs/pages.js').Chapter} Chapter
 * @typedef {import('./markdown.js').Heading} Heading
 */

/** What a page that shows one of them needs. */
const elements = [
  { tag: 'torchlet-figure', file: 'element.js' },
  { tag: 'torchlet-training', file: 'training.js' },
];

/** Fewer headings than this are seen at a glance. */
const kFewHeadings = 4;

/** @param {Chapter[]} chapters @param {string} current */
const listOfPages = (chapters, current) =>
  chapters
    .map(
      ({ title, pages }) => `<h2>${escaped(title)}</h2>
<ul>
${pages
  .map(({ name, title }) => {
    const mark = name === current ? ' aria-current="page"' : '';
    return `<li><a href="${name}.html"${mark}>${escaped(title)}</a></li>`;
  })
  .join('\n')}
</ul>`,
    )
    .join('\n');

/** As the other rooms have it (site/header.js). */
const listOfRooms = () =>
  rooms
    .map((room) => {
      const mark = room.path === 'docs/' ? ' aria-current="page"' : '';
      return `<a href="${addressOf('../', room)}"${mark}>${escaped(room.name)}</a>`;
    })
    .join('\n');

/** @param {Heading[]} headings */
function onThisPage(headings) {
  const list = headings.filter(({ depth }) => depth === 2);
  if (list.length < kFewHeadings) return '';
  const items = list.map(({ id, text }) => `<li><a href="#${id}">${text}</a></li>`);
  return `<nav class="contents" aria-label="On this page">\n<ul>\n${items.join('\n')}\n</ul>\n</nav>\n`;
}

/** @param {Page | undefined} page @param {string} rel @param {string} words */
const neighbour = (page, rel, words) =>
  page ? `<a rel="${rel}" href="${page.name}.html"><span>${words}</span> ${escaped(page.title)}</a>` : '';

/**
 * @param {Page} page
 * @param {{ html: string, headings: Heading[] }} content
 * @param {Chapter[]} chapters
 * @param {{ version: string, hasElement: boolean }} site hasElement: the elements' files are there for pages that show one
 */
export function document({ name, title, description }, { html, headings }, chapters, { version, hasElement }) {
  const all = chapters.flatMap(({ pages }) => pages);
  const at = all.findIndex((one) => one.name === name);
  const script = elements
    .filter(({ tag }) => hasElement && html.includes(`<${tag}`))
    .map(({ file }) => `\n<script type="module" src="../${file}"></script>`)
    .join('');
  const sheet = script ? '\n<link rel="stylesheet" href="../reserve.css">' : '';
  const start = html.search(/<h2/);
  const [first, rest] = start < 0 ? [html, ''] : [html.slice(0, start), html.slice(start)];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(name === 'index' ? 'torchlet: documentation' : `${title} · torchlet`)}</title>
<meta name="description" content="${escaped(description)}">
<link rel="icon" type="image/svg+xml" href="favicon.svg">
<link rel="stylesheet" href="docs.css">${sheet}
<script src="theme.js"></script>
<script src="copy.js" defer></script>${script}
</head>
<body>
<a class="skip" href="#content">To the text</a>
<header class="masthead">
<p class="wordmark">torchlet</p>
<nav class="rooms" aria-label="Rooms">
${listOfRooms()}
</nav>
<span class="release">${escaped(version)}</span>
</header>
<div class="layout">
<details class="pages">
<summary>All pages</summary>
<nav aria-label="Documentation">
${listOfPages(chapters, name)}
</nav>
</details>
<main id="content" tabindex="-1">
${first}${onThisPage(headings)}${rest}
<nav class="neighbours" aria-label="Before and after">
${neighbour(all[at - 1], 'prev', 'Before:')}
${neighbour(all[at + 1], 'next', 'Next:')}
</nav>
</main>
</div>
</body>
</html>
`;
}
