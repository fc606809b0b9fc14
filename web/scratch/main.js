// The scratch page: one cell with the program that the address holds, and more below it as a reader asks for them.
import { html, render } from 'lit';
import { TorchletCell } from '../cell/cell.js';
import { register } from '../figure/register.js';
import { registerWorker } from '../offline/register.js';
import { header } from '../site/header.js';
import { keepTheme, keptTheme } from '../site/theme.js';

register({ 'torchlet-cell': TorchletCell });

const kProgram = `import torch
from torch import nn

torch.manual_seed(0)
m = nn.ReLU()
x = torch.randn(5)
print(x)
print(m(x))
`;

/** Programs of the address: `#code=…&code=…`. @returns {string[]} */
const programs = () => {
  const given = new URLSearchParams(location.hash.slice(1)).getAll('code');
  return given.length > 0 ? given : [kProgram];
};

let sources = programs();

/** Keeps what is written in the address, without an entry for each letter. */
function keep() {
  const words = new URLSearchParams(sources.map((source) => ['code', source]));
  history.replaceState(null, '', `#${words}`);
}

/** @param {Event} event @param {number} at */
function change(event, at) {
  sources[at] = /** @type {CustomEvent<{ source: string }>} */ (event).detail.source;
  keep();
}

function add() {
  sources = [...sources, ''];
  show();
}

/** @param {import('../site/theme.js').Theme} [theme] */
function show(theme = keptTheme()) {
  document.documentElement.dataset.theme = theme;
  const find = (/** @type {string} */ selector) => /** @type {HTMLElement} */ (document.querySelector(selector));
  const choose = (/** @type {import('../site/theme.js').Theme} */ chosen) => {
    keepTheme(chosen);
    show(chosen);
  };
  const skip = { words: 'Skip to the program', go: () => find('#text').focus() };
  render(header({ current: 'Scratch', skip, theme: { shown: theme, choose } }), find('#masthead'));
  render(
    html`${sources.map((source, i) => html`<torchlet-cell .source=${source} @change=${(/** @type {Event} */ event) => change(event, i)}></torchlet-cell>`)}
      <button type="button" class="plain" @click=${add}>One cell more</button>`,
    find('#cells'),
  );
}

show();
addEventListener('popstate', () => {
  sources = programs();
  show();
});
registerWorker();
