// The loss of each batch and of the points held back, against the step.
import { html, svg } from 'lit';
import { namesAt } from '../../../figure/drawing/end_names.js';
import { scaleLinear } from '../../../figure/drawing/scale.js';
import { lineOver, seeking, stepAxis, stepMark, stepScale, valueAxis } from '../../drawing/plot.js';

/** Of the losses so many are seen. */
const kSeen = 0.99;

/** @param {import('../lessons.js').Scene} scene @param {number} width */
export function lossesView(scene, width) {
  const { run, state, at } = scene;
  const { losses, observer } = run;
  const tested = run.data.test === null ? null : /** @type {Float32Array} */ (observer.tested.all());
  const height = 150;
  const box = { left: 44, right: width - 84, top: 22, bottom: height - 24 };
  const x = stepScale(state.steps, box);
  const sorted = [...losses, ...(tested ?? [])].filter(Number.isFinite).sort((a, b) => a - b);
  const most = sorted[Math.floor((sorted.length - 1) * kSeen)] ?? 1;
  const linear = scaleLinear([0, Math.max(most * 1.05, 1e-3)], [box.bottom, box.top]);
  const y = (/** @type {number} */ loss) => Math.max(box.top - 6, linear(loss));
  const listen = seeking(scene, x);
  const last = (/** @type {Float32Array} */ values) => {
    const own = values[Math.min(at, values.length - 1)];
    return Number.isFinite(own) ? y(own) : box.top;
  };
  const ends = [
    { text: 'each batch', kind: 'batch-loss', at: last(losses) },
    ...(tested ? [{ text: 'held back', kind: 'test-loss', at: last(tested) }] : []),
  ];
  return html`<svg class="drawing curves" width=${width} height=${height} role="img" aria-label="The loss of each batch${tested ? ' and of the points held back' : ''} against the step"
    @pointerdown=${listen.down} @pointermove=${listen.move} @pointerup=${listen.up}>
    ${valueAxis(linear, box, 3)}
    <text class="layer-name" x=${box.left} y="13">loss</text>
    <path class="line batch-loss later" d=${lineOver(losses, x, y, at)}></path><path class="line batch-loss" d=${lineOver(losses, x, y, 0, at)}></path>
    ${tested ? svg`<path class="line test-loss later" d=${lineOver(tested, x, y, at)}></path><path class="line test-loss" d=${lineOver(tested, x, y, 0, at)}></path>` : ''}
    ${stepMark(x, at, box.top - 6, box.bottom)} ${stepAxis(x, box.bottom)}
    ${namesAt(ends, box.right + 8, box.top + 4, box.bottom)}
  </svg>`;
}
