// torchlet/cell: registers <torchlet-cell> where there is a page, and puts Run under the blocks that a script tag's data-run names.
import { register } from '../figure/register.js';
import { attach } from './attach.js';
import { TorchletCell } from './cell.js';

register({ 'torchlet-cell': TorchletCell });

/** What the script tag asks for: a module cannot ask which one it is of. */
function attachByTag() {
  for (const tag of document.querySelectorAll('script[data-run]')) {
    const selector = tag.getAttribute('data-run');
    if (selector) attach(selector, { session: tag.getAttribute('data-session') ?? '' });
  }
}

if (typeof document !== 'undefined') {
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', attachByTag);
  else attachByTag();
  // Hosts that change pages without loading them: new blocks are looked for when the page has changed.
  if (document.querySelector('script[data-run]') && typeof MutationObserver !== 'undefined') {
    let isDue = false;
    new MutationObserver(() => {
      if (isDue) return;
      isDue = true;
      requestAnimationFrame(() => {
        isDue = false;
        attachByTag();
      });
    }).observe(document.documentElement, { childList: true, subtree: true });
  }
}

export { attach, TorchletCell };
