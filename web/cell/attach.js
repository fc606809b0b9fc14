// Run under the code blocks that a page already has.
import { problemOf } from '../python/python.js';
import { TorchletCell } from './cell.js';
import { sourceOf } from './source.js';

/** Blocks that have their cell. @type {WeakSet<Element>} */
const attached = new WeakSet();
/** The block's outermost frame, beneath which a cell stands: hosts put code into boxes with buttons. */
const kFrames =
  '.highlight, .language-python, .codeBlockContainer, figure, .code-block, .cell, [class*=codeBlockContainer], [class*=highlight-]';

/** @param {Element} block */
function frameOf(block) {
  let frame = block.closest('pre') ?? block;
  while (frame.parentElement?.matches(kFrames) && !frame.parentElement.matches('body, main, article'))
    frame = frame.parentElement;
  return frame;
}

/**
 * Puts Run under the code blocks of a page that are programs in the language; under one that is not, why there is none.
 * @param {string} selector of the blocks: `pre code.language-python`
 * @param {{ session?: string, root?: ParentNode }} [options]
 * @returns {TorchletCell[]} the cells that were made
 */
export function attach(selector, { session = '', root = document } = {}) {
  const made = [];
  for (const block of root.querySelectorAll(selector)) {
    const frame = frameOf(block);
    if (attached.has(frame) || block.closest('torchlet-cell')) continue;
    attached.add(frame);
    const source = sourceOf(block);
    if (source === '') continue;
    const problem = problemOf(source);
    if (problem) {
      frame.setAttribute('title', `torchlet cannot run this: ${problem}`);
      continue;
    }
    const cell = /** @type {TorchletCell} */ (document.createElement('torchlet-cell'));
    cell.session = session;
    cell.attachTo(block);
    frame.after(cell);
    made.push(cell);
  }
  return made;
}
