// torchlet/cell: registers <torchlet-cell> where there is a page, and puts Run under the blocks that a script tag's data-run names.
import { register } from '../figure/register.js';
import { attach } from './attach.js';
import { TorchletCell } from './cell.js';

register({ 'torchlet-cell': TorchletCell });

// By a script tag the file stands in a copy of the site, which has a page for programs; in a bundle it may stand anywhere.
if (typeof document !== 'undefined' && [...document.scripts].some(({ src }) => src === import.meta.url))
  TorchletCell.scratch = new URL('scratch/', import.meta.url).href;

/** What the script tag asks for: a module cannot ask which one it is of. */
function attachByTag() {
  for (const tag of document.querySelectorAll('script[data-run]')) {
    const selector = tag.getAttribute('data-run');
    if (selector) attach(selector, { session: tag.getAttribute('data-session') ?? '' });
  }
}

/** Looks for blocks when the page has a quiet moment, once for many changes. */
let isDue = false;
function soon() {
  if (isDue) return;
  isDue = true;
  const look = () => {
    isDue = false;
    attachByTag();
  };
  if (typeof requestIdleCallback === 'function') requestIdleCallback(look, { timeout: 1000 });
  else setTimeout(look, 50);
}

// A page that a framework takes over must find its own HTML: nothing is put into it before it is loaded.
if (typeof document !== 'undefined' && document.querySelector('script[data-run]')) {
  if (document.readyState === 'complete') soon();
  else addEventListener('load', soon);
  // Hosts that change pages without loading them: new blocks are looked for when the page has changed.
  if (typeof MutationObserver !== 'undefined')
    new MutationObserver(() => {
      if (document.readyState === 'complete') soon();
    }).observe(document.documentElement, { childList: true, subtree: true });
}

export { attach, TorchletCell };
