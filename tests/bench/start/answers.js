// What the pages of the start row must show, computed here by torch, and how that is read from each of them.
import torch, { nn } from '../../../web/index.js';
import { numbers } from './numbers.js';

/** The figure's title and its two tensors, as PyTorch prints them. */
export function expectedTexts() {
  const module = nn.LeakyReLU(0.1);
  const input = torch.tensor(numbers);
  return [module, input, module(input)].map(String);
}

/** Texts, the points of the curve, and the labels of its axes, read from the figure's own shadow trees. */
const ofTorchlet = `(() => {
  const root = document.querySelector('torchlet-figure').shadowRoot;
  const drawn = root.querySelector('torchlet-curve').shadowRoot;
  const printed = Array.from(root.querySelectorAll('torchlet-tensor'), (one) => one.shadowRoot.querySelector('pre').textContent);
  return {
    texts: [root.querySelector('figcaption').textContent, ...printed],
    points: drawn.querySelector('path.curve').getAttribute('d').split('L').length,
    labels: Array.from(drawn.querySelectorAll('.labels text'), (one) => one.textContent),
  };
})()`;

const ofPlain = `({
  texts: Array.from(document.querySelectorAll('figcaption, pre'), (one) => one.textContent),
  points: document.querySelector('path.curve').getAttribute('d').split('L').length,
  labels: Array.from(document.querySelectorAll('text.x, text.y'), (one) => one.textContent),
})`;

const ofPeer = "({ texts: [document.querySelector('#figure').textContent] })";

/** An expression that reads a page. @param {string} name of its contender */
export const shownBy = (name) => ({ torchlet: ofTorchlet, plain: ofPlain })[name] ?? ofPeer;
