// <torchlet-training>: a lesson of training for other people's pages, as a class that registers nothing.
import { html } from 'lit';
import { Part } from '../../figure/parts/part.js';
import { base, boxes, tokens } from '../../figure/parts/tokens.js';

export class TorchletTraining extends Part {
  static styles = [tokens, base, boxes];

  render() {
    return html`<slot></slot>`;
  }
}
