// The style sheets that stand in the site as files of their own: what pages need before any script has run.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pageTokens } from '../figure/parts/page_tokens.js';
import { tokens } from '../figure/parts/tokens.js';
import { kLiked, reservedText as ofFigure } from '../figure/view/reserved.js';
import { reservedText as ofTraining } from '../training/element/styles/reserved.js';

/** An element that no script has made one yet, and that will be shown without a click. @param {string} tag */
const unmade = (tag) => (/** @type {string} */ condition) =>
  `torchlet-${tag}:not(:defined, [loading="click"])${condition}::before`;

/** The rooms of elements, for pages whose scripts are on their way; without scripts what stands between the tags needs none. */
const rooms =
  () => `/* torchlet: keeps the rooms of <torchlet-figure>, <torchlet-training> and <torchlet-cell> until their scripts are there, so that nothing moves. */
@media (scripting: enabled) {
  torchlet-figure:not(:defined), torchlet-training:not(:defined) { display: flow-root; margin-block: 1.5em; }
  torchlet-cell:not(:defined) { display: block; margin-block: 1.25em; padding-bottom: 2.625rem; }
  torchlet-cell:not(:defined) > pre { margin: 0; padding: 0.75rem 1rem; font: 0.875rem / 1.35rem ui-monospace, SFMono-Regular, Menlo, Consolas, 'Liberation Mono', monospace; }
  ${ofFigure(unmade('figure'), kLiked)}
  ${ofTraining(unmade('training'))}
}
`;

/** @param {string} site its folder */
export function writeSheets(site) {
  writeFileSync(join(site, 'reserve.css'), rooms());
  writeFileSync(join(site, 'tokens.css'), `${tokens.cssText.trim()}\n${pageTokens.cssText.trim()}\n`);
}
