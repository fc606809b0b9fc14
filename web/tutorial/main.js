// The tutorial's page: the public elements, as any author's page registers them, and the site's header.
import { render } from 'lit';
import '../cell/element.js';
import '../figure/element.js';
import { pageTokens } from '../figure/parts/page_tokens.js';
import { tokens } from '../figure/parts/tokens.js';
import { registerWorker } from '../offline/register.js';
import { header } from '../site/header.js';
import { keepTheme, keptTheme } from '../site/theme.js';
import '../training/element.js';

for (const { styleSheet } of [tokens, pageTokens]) if (styleSheet) document.adoptedStyleSheets.push(styleSheet);

/** @param {import('../site/theme.js').Theme} theme */
function show(theme) {
  document.documentElement.dataset.theme = theme;
  const place = /** @type {HTMLElement} */ (document.querySelector('#masthead'));
  const text = /** @type {HTMLElement} */ (document.querySelector('#text'));
  render(
    header({
      current: 'Tutorial',
      skip: { words: 'Skip to the text', go: () => text.focus() },
      theme: {
        shown: theme,
        choose(chosen) {
          keepTheme(chosen);
          show(chosen);
        },
      },
    }),
    place,
  );
}

show(keptTheme());
registerWorker();
