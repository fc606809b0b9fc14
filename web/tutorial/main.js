// The tutorial's page: the public elements, as any author's page registers them, and the site's header.
import { render } from 'lit';
import { TorchletCell } from '../cell/cell.js';
import { TorchletFigure } from '../figure/figure.js';
import { register } from '../figure/register.js';
import { registerWorker } from '../offline/register.js';
import { header } from '../site/header.js';
import { keepTheme, keptTheme } from '../site/theme.js';
import { TorchletTraining } from '../training/element/training_element.js';

TorchletCell.scratch = '../scratch/';
register({ 'torchlet-figure': TorchletFigure, 'torchlet-training': TorchletTraining, 'torchlet-cell': TorchletCell });

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
