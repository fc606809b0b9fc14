// The joint figure of an element-wise activation, drawn: axes, regions, curve and slope, and each element's way through them.
import { nothing, svg } from 'lit';
import { frame, minus, placeOn, round, tickRoom } from '../pixels.js';
import { arrows, bundles, kSingle, singles } from './elements.js';
import { curves, names } from './lines.js';

/**
 * @typedef {import('./scene.js').Scene} Scene
 * @typedef {import('./scene.js').Scale} Scale
 * @typedef {import('../../numbers/sample.js').Sample} Sample
 * @typedef {import('../../numbers/model.js').Result} Result
 * @typedef {import('lit').SVGTemplateResult} Drawing
 */

const kLabelGap = 8;

/** Where a region lies, in pixels. @param {Scene} scene @param {Scene['sample']['regions'][number]} region */
function edgesOf({ x }, { from, to }) {
  const [left, right] = x.range();
  return [Math.max(left, x(from)), Math.min(right, x(to))];
}

/** Shaded stretches of x. @param {Scene} scene @returns {Drawing} */
function regions(scene) {
  const { top, slopeBottom } = frame(scene);
  return svg`${scene.sample.regions.map((region) => {
    const { kind } = region;
    const [a, b] = edgesOf(scene, region);
    const room = b - a;
    return svg`<rect class="region ${kind}" x=${round(a)} y=${top} width=${round(Math.max(0, room))} height=${slopeBottom - top}></rect>
      ${kind === 'dead' ? svg`<rect fill="url(#hatch)" x=${round(a)} y=${top} width=${round(Math.max(0, room))} height=${slopeBottom - top}></rect>` : nothing}`;
  })}`;
}

const regionWords = { dead: ['dead: f′ = 0', 'dead'], saturated: ['saturated: |f′| < 0.001', 'saturated', 'sat.'] };

/** What the regions are called, as far as there is room. @param {Scene} scene */
function regionNames(scene) {
  const { top, bottom, slopeTop, slopeBottom } = frame(scene);
  const [above, below] = scene.has.f ? [top, bottom] : [slopeTop, slopeBottom];
  return scene.sample.regions.map((region) => {
    const [a, b] = edgesOf(scene, region);
    const text = regionWords[region.kind].find((words) => words.length * 7 < b - a) ?? '';
    const heights = text ? [above + 14, below - 8, (above + below) / 2] : [];
    return {
      text,
      kind: 'region-name',
      places: heights.map((y) => ({ x: (a + b) / 2, y, anchor: /** @type {const} */ ('middle') })),
    };
  });
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
  const xTicks = ticksOf(x, tickRoom(scene.width));
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
      ${has.f && Math.abs(Math.log(scene.stretch)) > 0.05 ? svg`<text class="note" x=${right} y="13" text-anchor="end">y is drawn ${stretchWords(scene.stretch)} than x</text>` : nothing}
    </g>`;
}

/** @param {number} stretch */
function stretchWords(stretch) {
  const times = Math.max(stretch, 1 / stretch);
  return `${times < 3 ? times.toFixed(1) : Math.round(times)}× ${stretch > 1 ? 'taller' : 'flatter'}`;
}

/** Where y = x is seen: from where to where on both axes. @param {Scene} scene */
function diagonal({ x, y }) {
  const [from, to] = [0, 1].map((end) => {
    const both = [x, y].map((scale) => [...scale.domain()].sort((a, b) => a - b)[end]);
    return end === 0 ? Math.max(...both) : Math.min(...both);
  });
  return { from, to };
}

/** The horizontal asymptotes that are seen. @param {Result} result @param {Scene} scene */
function levels({ activation }, { y }) {
  const [low, high] = y.domain();
  const all = activation.asymptotes.filter((a) => /^y=-?[\d.]/.test(a)).map((a) => Number(a.slice(2)));
  return all.filter((level) => level >= low && level <= high);
}

/** @param {Result} result @param {Scene} scene @returns {Drawing} */
function asymptotes(result, scene) {
  const { left, right } = frame(scene);
  const { x, y } = scene;
  const { from, to } = diagonal(scene);
  const isSlanted = result.activation.asymptotes.includes('y=x') && from < to;
  return svg`${levels(result, scene).map((level) => svg`<line class="asymptote" x1=${left} x2=${right} y1=${round(y(level))} y2=${round(y(level))}></line>`)}
    ${isSlanted ? svg`<line class="asymptote" x1=${round(x(from))} x2=${round(x(to))} y1=${round(y(from))} y2=${round(y(to))}></line>` : nothing}`;
}

/** What they are called. @param {Result} result @param {Scene} scene */
function asymptoteNames(result, scene) {
  const { left, right } = frame(scene);
  const { x, y } = scene;
  const flat = levels(result, scene).map((level) => ({
    text: `y = ${minus(level)}`,
    kind: 'asymptote-name',
    places: [right - 4, left + 50].flatMap((at) =>
      (level > 0 ? [15, -6] : [-6, 15]).map((gap) => ({
        x: at,
        y: y(level) + gap,
        anchor: /** @type {const} */ ('end'),
      })),
    ),
  }));
  const { from, to } = diagonal(scene);
  if (!result.activation.asymptotes.includes('y=x') || from >= to) return flat;
  const places = [0.85, 0.75, 0.65, 0.55].map((share) => {
    const at = from + share * (to - from);
    return { x: x(at) + 10, y: y(at) + 10, anchor: /** @type {const} */ ('start') };
  });
  return [...flat, { text: 'y = x', kind: 'asymptote-name', places }];
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

/** The names in the plot, which stand over everything. @param {Result} result @param {Scene} scene @returns {Drawing} */
export function namesOf(result, scene) {
  const asymptotes = scene.has.f ? asymptoteNames(result, scene) : [];
  return svg`<g class="plot-names">${names(scene, [...asymptotes, ...regionNames(scene)])}</g>`;
}
