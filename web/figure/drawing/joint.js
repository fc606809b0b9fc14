// The joint figure of an element-wise activation, drawn: axes, regions, curve and slope, and each element's way through them.
import { nothing, svg } from 'lit';
import { arrows, bundles, kSingle, singles } from './elements.js';
import { curves } from './lines.js';
import { frame, minus, placeOn, round } from './pixels.js';

/**
 * @typedef {import('./scene.js').Scene} Scene
 * @typedef {import('./scene.js').Scale} Scale
 * @typedef {import('../numbers/sample.js').Sample} Sample
 * @typedef {import('../numbers/model.js').Result} Result
 * @typedef {import('lit').SVGTemplateResult} Drawing
 */

const kLabelGap = 8;

/** Shaded stretches of x, named in place. @param {Scene} scene @returns {Drawing} */
function regions(scene) {
  const { left, right, top, bottom, slopeBottom } = frame(scene);
  const words = { dead: 'dead: f′ = 0', saturated: 'saturated: |f′| < 0.001' };
  const short = { dead: 'dead', saturated: 'saturated' };
  return svg`${scene.sample.regions.map(({ from, to, kind }) => {
    const [a, b] = [Math.max(left, scene.x(from)), Math.min(right, scene.x(to))];
    const middle = (a + b) / 2;
    const room = b - a;
    const name = room > words[kind].length * 6.2 ? words[kind] : short[kind];
    const isUpright = room < name.length * 6.6;
    const place = isUpright
      ? `translate(${round(middle - 4)} ${round(top + 0.24 * (bottom - top))}) rotate(90)`
      : `translate(${round(middle)} ${top + 14})`;
    return svg`<rect class="region ${kind}" x=${round(a)} y=${top} width=${round(Math.max(0, room))} height=${slopeBottom - top}></rect>
      ${kind === 'dead' ? svg`<rect fill="url(#hatch)" x=${round(a)} y=${top} width=${round(Math.max(0, room))} height=${slopeBottom - top}></rect>` : nothing}
      ${room < 14 ? nothing : svg`<text class="region-name" transform=${place} text-anchor=${isUpright ? 'start' : 'middle'}>${name}</text>`}`;
  })}`;
}

/** @param {Scale} scale @param {number} step in pixels between ticks */
function ticksOf(scale, step) {
  const [a, b] = scale.range();
  return scale.ticks(Math.max(2, Math.floor(Math.abs(b - a) / step)));
}

/** @param {Scene} scene @returns {Drawing} */
function axes(scene) {
  const { x, y, slope, strip, has, isDifference } = scene;
  const { left, right, bottom, top, slopeBottom, slopeTop } = frame(scene);
  const xTicks = ticksOf(x, scene.width > 700 ? 80 : 44);
  const yTicks = !has.f ? [] : scene.isStretched ? ticksOf(y, 44) : ticksOf(y, Math.abs(x(xTicks[1]) - x(xTicks[0])));
  const isInside = (/** @type {Scale} */ scale, /** @type {number} */ value) =>
    value >= scale.domain()[0] && value <= scale.domain()[1];
  const slopeTicks = !has.lower
    ? []
    : isDifference
      ? ticksOf(slope, 36)
      : ticksOf(slope, 40).filter((t) => [-1, -0.5, 0, 0.5, 1].includes(t));
  const zero = round(x(0));
  return svg`
    <g class="grid">
      ${xTicks.map((t) => svg`<line x1=${round(x(t))} x2=${round(x(t))} y1=${bottom} y2=${bottom + 4}></line>`)}
      ${isInside(x, 0) ? svg`<line x1=${zero} x2=${zero} y1=${top} y2=${bottom}></line><line x1=${zero} x2=${zero} y1=${slopeTop} y2=${slopeBottom}></line>` : nothing}
      ${isInside(y, 0) ? svg`<line x1=${left} x2=${right} y1=${round(y(0))} y2=${round(y(0))}></line>` : nothing}
      ${slopeTicks.map((t) => svg`<line x1=${left} x2=${right} y1=${round(slope(t))} y2=${round(slope(t))}></line>`)}
    </g>
    <g class="axis">
      <line x1=${left} x2=${right} y1=${bottom} y2=${bottom}></line>
      <line x1=${left} x2=${left} y1=${top} y2=${bottom}></line>
      <line x1=${left} x2=${left} y1=${slopeTop} y2=${slopeBottom}></line>
    </g>
    <g class="labels">
      ${xTicks.map((t) => svg`<text x=${round(x(t))} y=${bottom + strip + 14} text-anchor="middle">${minus(t)}</text>`)}
      ${yTicks.map((t) => svg`<text x=${left - strip - kLabelGap} y=${Math.min(bottom, round(y(t)) + 4)} text-anchor="end">${minus(t)}</text>`)}
      ${slopeTicks.map((t) => svg`<text x=${left - strip - kLabelGap} y=${round(slope(t)) + 4} text-anchor="end">${minus(t)}</text>`)}
    </g>
    <g class="names">
      ${has.f ? svg`<text class="output" x="2" y="13">output</text>` : nothing}
      <text class="input" x=${left - kLabelGap} y=${bottom + 17} text-anchor="end">input</text>
      ${has.lower && !isDifference ? svg`<text class="gradient" x="2" y=${slopeTop + 4}>slope</text>` : nothing}
      ${has.f && scene.stretch > 1.05 ? svg`<text class="note" x=${right} y="13" text-anchor="end">y is drawn ${stretchWords(scene.stretch)} taller than x</text>` : nothing}
    </g>`;
}

/** @param {number} stretch */
const stretchWords = (stretch) => `${stretch < 3 ? stretch.toFixed(1) : Math.round(stretch)}×`;

/** @param {Result} result @param {Scene} scene @returns {Drawing} */
function asymptotes({ activation }, scene) {
  const { left, right, top, bottom } = frame(scene);
  const [from, to] = [0, 1].map((end) => {
    const both = [scene.x, scene.y].map((scale) => [...scale.domain()].sort((a, b) => a - b)[end]);
    return end === 0 ? Math.max(...both) : Math.min(...both);
  });
  return svg`${activation.asymptotes
    .filter((a) => a.startsWith('y='))
    .map((a) => {
      if (a === 'y=x')
        return from >= to
          ? nothing
          : svg`<line class="asymptote" x1=${round(scene.x(from))} x2=${round(scene.x(to))} y1=${round(scene.y(from))} y2=${round(scene.y(to))}></line>
        <text class="asymptote-name" x=${round(scene.x(to)) - 6} y=${round(scene.y(to)) + 66} text-anchor="end">y = x</text>`;
      const level = Number(a.slice(2));
      const at = round(scene.y(level));
      if (at < top || at > bottom) return nothing;
      return svg`<line class="asymptote" x1=${left} x2=${right} y1=${at} y2=${at}></line>
        <text class="asymptote-name" x=${right - 4} y=${level > 0 ? at + 15 : at - 6} text-anchor="end">y = ${minus(level)}</text>`;
    })}`;
}

/** What PyTorch takes for f' at a corner, filled; what the slope is on either side, open. @param {Scene} scene @returns {Drawing} */
function kinks({ sample, x, slope, has, isDifference }) {
  if (!has.lower || isDifference) return svg``;
  const [low, high] = slope.domain();
  return svg`${sample.kinks
    .filter((kink) => kink.slope >= low && kink.slope <= high)
    .map(
      (kink) => svg`
      ${[kink.left, kink.right].filter((side) => side !== kink.slope).map((side) => svg`<circle class="kink open" cx=${round(x(kink.x))} cy=${round(slope(side))} r="4"></circle>`)}
      <circle class="kink" cx=${round(x(kink.x))} cy=${round(slope(kink.slope))} r="4"></circle>`,
    )}`;
}

/**
 * The way of one point through the figure: from its tick to the curve and across, and down to its slope.
 * @param {Scene} scene
 * @param {{ x: number, y: number, slope: number }} point
 * @param {boolean} isElement
 * @returns {Drawing}
 */
export function mark(scene, point, isElement) {
  const { left, right, bottom, top, slopeTop, slopeBottom } = frame(scene);
  const { x, y, slope, strip, has, isDifference } = scene;
  const [px, py, ps] = [x(point.x), placeOn(y, point.y), placeOn(slope, point.slope)].map(round);
  if (!(px >= left - 1 && px <= right + 1)) return svg``;
  const isInside = has.f && py >= top && py <= bottom;
  const hasSlope = has.lower && !isDifference && ps >= slopeTop && ps <= slopeBottom;
  const tick = isElement ? strip - 4 : 0;
  return svg`<g class="mark ${isElement ? 'element' : 'cursor'}">
    ${has.f && Number.isFinite(py) ? svg`<path class="input" d="M${px} ${bottom + tick}V${Math.min(bottom, Math.max(top, py))}"></path>` : nothing}
    ${isInside ? svg`<path class="output" d="M${px} ${py}H${left - tick}"></path><circle class="point" cx=${px} cy=${py} r="5"></circle>` : nothing}
    ${hasSlope ? svg`<path class="gradient" d="M${px} ${slopeTop}V${ps}H${left - tick}"></path><circle class="slope-point" cx=${px} cy=${ps} r="7"></circle>` : nothing}
  </g>`;
}

/** Everything but the mark. @param {Result} result @param {Scene} scene @param {boolean} [hasArrows] @returns {Drawing} */
export function joint(result, scene, hasArrows = false) {
  const { left, right, bottom, top } = frame(scene);
  const isSingle = result.input.numel() <= kSingle;
  return svg`
    <defs>
      <pattern id="hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><line class="hatch" x1="0" x2="0" y1="0" y2="7"></line></pattern>
      <clipPath id="plot"><rect x=${left} y=${top} width=${right - left} height=${bottom - top}></rect></clipPath>
      <clipPath id="slope-plot"><rect x=${left} y=${frame(scene).slopeTop} width=${right - left} height=${frame(scene).slopeBottom - frame(scene).slopeTop}></rect></clipPath>
    </defs>
    ${regions(scene)}${axes(scene)}${scene.has.f ? asymptotes(result, scene) : nothing}
    <g class="elements">${isSingle ? singles(result, scene) : bundles(result, scene)}</g>
    <g class="lines">${curves(scene)}</g>${kinks(scene)}${hasArrows && isSingle ? arrows(result, scene) : nothing}`;
}
