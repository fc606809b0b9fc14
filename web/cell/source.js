// The program that a page's code block holds, as its author wrote it: without buttons, line numbers, prompts.

/** What hosts put into code blocks besides code. */
const kNotCode = '.lineno, .linenos, .linenodiv, .gp, .copybtn, .md-clipboard, .md-code__nav, button, style, script';

/** @param {Node} node @returns {string} */
function textOf(node) {
  if (node.nodeType === Node.TEXT_NODE) return node.textContent ?? '';
  if (!(node instanceof Element) || node.matches(kNotCode)) return '';
  if (node.localName === 'br') return '\n';
  return [...node.childNodes].map(textOf).join('');
}

/** The indent that all lines have is the page's, not the program's. @param {string} text */
function unindented(text) {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  while (lines.length > 0 && lines[0].trim() === '') lines.shift();
  while (lines.length > 0 && lines[lines.length - 1].trim() === '') lines.pop();
  const indents = lines.filter((line) => line.trim() !== '').map((line) => /^[ \t]*/.exec(line)?.[0].length ?? 0);
  const least = indents.length > 0 ? Math.min(...indents) : 0;
  return lines.map((line) => line.slice(least)).join('\n');
}

/** A session of Python's prompt: what stands behind `>>> ` and `... `, without what was printed. @param {string} text */
function unprompted(text) {
  if (!/^>>> /m.test(text)) return text;
  return text
    .split('\n')
    .filter((line) => /^(>>>|\.\.\.)( |$)/.test(line))
    .map((line) => line.slice(4))
    .join('\n');
}

/** @param {Element} block the code itself, or what stands around its <pre> @returns {string} */
export const sourceOf = (block) => unprompted(unindented(textOf(block.querySelector('pre') ?? block)));
