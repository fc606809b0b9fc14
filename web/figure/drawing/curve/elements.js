// The elements of a joint figure, drawn: a tick and a thread for each of a few, histograms and swathes for many.
import { nothing, svg } from 'lit';
import { binned, binnedOnce, commonest, finiteExtent } from '../../numbers/bins.js';
import { evaluate } from '../../numbers/sample.js';
import { clamp, frame, minus, placeOn, round } from '../pixels.js';

/**
 * @typedef {import('./scene.js').Scene} Scene
 * @typedef {import('./scene.js').Scale} Scale
 * @typedef {import('../../numbers/model.js').Result} Result
 * @typedef {import('lit').SVGTemplateResult} Drawing
 */

/** Up to here each element has a tick and a thread of its own; beyond, bins do. */
export const kSingle = 200;
/** A bin's size in pixels. */
const kBin = 3;
/** How opaque a swathe of few to many elements is. */
const kShades = Array.from({ length: 16 }, (_, i) => Math.round((0.03 + 0.022 * i) * 1000) / 1000);

/**
 * Few elements: each one's tick, its way up to the curve and across, its slope.
 * @param {Result} result @param {Scene} scene @returns {Drawing}
 */
export function singles({ input, output, slopes }, scene) {
  const { x, y, slope, strip } = scene;
  const { left, right, bottom, top, slopeTop, slopeBottom } = frame(scene);
  const [rises, crosses, inTicks, outTicks, gradTicks] = [[], [], [], [], []].map(() => /** @type {string[]} */ ([]));
  const dots = [];
  for (let i = 0; i < input.data.length; i++) {
    const [px, py, ps] = [x(input.data[i]), placeOn(y, output.data[i]), slope(slopes.data[i])].map(round);
    if (!Number.isFinite(px + py) || px < left || px > right) continue;
    // What lies beyond the window goes up to its edge, and no further.
    rises.push(`M${px} ${bottom}V${Math.min(bottom, Math.max(top, py))}`);
    inTicks.push(`M${px} ${bottom + 4}v${strip - 12}`);
    if (py >= top && py <= bottom) {
      crosses.push(`M${px} ${py}H${left}`);
      outTicks.push(`M${left - 4} ${py}h${12 - strip}`);
    }
    if (!(ps >= slopeTop && ps <= slopeBottom)) continue;
    gradTicks.push(`M${left - 4} ${ps}h${12 - strip}`);
    dots.push(svg`<path class="slope-dot" d="M${px} ${ps - 3.5}l3.5 3.5l-3.5 3.5l-3.5 -3.5z"></path>`);
  }
  const few = input.data.length <= 40 ? 'few' : '';
  const { has, isDifference } = scene;
  const hasSlopes = has.lower && !isDifference;
  if (!has.f)
    return svg`<path class="tick input" d=${inTicks.join('')}></path>${hasSlopes ? svg`<path class="tick gradient" d=${gradTicks.join('')}></path>${dots}` : nothing}`;
  return svg`<path class="thread input ${few}" d=${rises.join('')}></path><path class="thread output ${few}" d=${crosses.join('')}></path>
    <path class="tick input" d=${inTicks.join('')}></path><path class="tick output" d=${outTicks.join('')}></path>
    ${hasSlopes ? svg`<path class="tick gradient" d=${gradTicks.join('')}></path>${dots}` : nothing}`;
}

/** The longest arrow, in pixels. */
const kArrow = 64;

/**
 * The gradient at each element: an arrow along x from its place on the curve, the way in which the sum of what comes from above
 * grows; where nothing is passed back, a cross.
 * @param {Result} result @param {Scene} scene @returns {Drawing}
 */
export function arrows({ input, output, slopes, gradient }, { x, y, slope, has }) {
  const most = finiteExtent(gradient.data)?.reduce((largest, end) => Math.max(largest, Math.abs(end)), 0) || 1;
  const [scale, values] = has.f ? [y, output.data] : [slope, slopes.data];
  const [left, right] = x.range();
  const [bottom, top] = scale.range();
  const lines = [];
  const crosses = [];
  for (let i = 0; i < input.data.length; i++) {
    const [px, py] = [x(input.data[i]), placeOn(scale, values[i])].map(round);
    if (!(px >= left && px <= right && py >= top && py <= bottom)) continue;
    const length = round((gradient.data[i] / most) * kArrow);
    if (gradient.data[i] === 0) crosses.push(`M${px - 4} ${py - 4}l8 8m0 -8l-8 8`);
    else if (Number.isFinite(length)) {
      const tip = Math.sign(length) * Math.min(6, Math.abs(length));
      lines.push(
        `M${px} ${py}h${length}${Math.abs(length) < 2 ? '' : `m${-tip} ${-Math.abs(tip) * 0.6}l${tip} ${Math.abs(tip) * 0.6}l${-tip} ${Math.abs(tip) * 0.6}`}`,
      );
    }
  }
  return svg`<g class="arrows"><path class="halo" d=${lines.join('')}></path><path class="arrow" d=${lines.join('')}></path><path class="nothing" d=${crosses.join('')}></path></g>`;
}

/**
 * Many elements: histograms for ticks, swathes for threads.
 * @param {Result} result @param {Scene} scene @returns {Drawing}
 */
export function bundles({ drawn, activation, parameters }, scene) {
  const { x, y, slope, strip } = scene;
  const { left, bottom } = frame(scene);
  const ins = binsOn(drawn.input, x, binnedOnce);
  const outs = binsOn(drawn.output, y, binned);
  const grads = binsOn(drawn.slopes, slope, binned);
  const size = (ins.to - ins.from) / ins.counts.length;
  const borders = Float32Array.from({ length: ins.counts.length + 1 }, (_, i) => ins.from + i * size);
  const heights = Array.from(evaluate(activation, parameters, borders).y, (value) =>
    round(clamp(placeOn(y, value), y.range())),
  );
  const rises = kShades.map(() => '');
  const crosses = kShades.map(() => '');
  ins.counts.forEach((count, i) => {
    if (count === 0) return;
    const shade = Math.min(kShades.length - 1, Math.floor((kShades.length * count) / ins.full));
    const [a, b] = [Math.round(x(borders[i])), Math.round(x(borders[i + 1]))];
    rises[shade] += `M${a} ${bottom}V${heights[i]}L${b} ${heights[i + 1]}V${bottom}z`;
    if (Math.abs(heights[i] - heights[i + 1]) > 0.2)
      crosses[shade] += `M${left} ${heights[i]}H${a}L${b} ${heights[i + 1]}H${left}z`;
  });
  const { has, isDifference } = scene;
  const swathes = kShades.map(
    (shade, i) =>
      svg`<path class="swathe input" fill-opacity=${shade} d=${rises[i]}></path><path class="swathe output" fill-opacity=${shade} d=${crosses[i]}></path>`,
  );
  return svg`${has.f ? svg`<g clip-path="url(#plot)">${swathes}</g>` : nothing}
    <path class="histogram input" d=${bars(ins, x, bottom + 1, strip - 4, 'down')}></path>${spikes(ins, drawn.input, x, bottom + strip - 6, 'down', drawn.step)}
    ${has.f ? svg`<path class="histogram output" d=${bars(outs, y, left - 1, strip - 4, 'left')}></path>${spikes(outs, drawn.output, y, left + 6, 'left', drawn.step)}` : nothing}
    ${has.lower && !isDifference ? svg`<path class="histogram gradient" d=${bars(grads, slope, left - 1, strip - 4, 'left')}></path>` : nothing}`;
}

/** @param {Float32Array} values @param {Scale} scale @param {typeof binned} count */
function binsOn(values, scale, count) {
  const [from, to] = scale.domain();
  const [a, b] = scale.range();
  return count(values, from, to, Math.max(8, Math.round(Math.abs(b - a) / kBin)));
}

/**
 * @param {import('../../numbers/bins.js').Bins} bins
 * @param {Scale} scale
 * @param {number} base
 * @param {number} room
 * @param {'down' | 'left'} way
 */
function bars({ counts, from, to, full }, scale, base, room, way) {
  const size = (to - from) / counts.length;
  let path = '';
  counts.forEach((count, i) => {
    if (count === 0) return;
    const length = round(Math.max(1, Math.min(1, count / full) * room));
    const [a, b] = [round(scale(from + i * size)), round(scale(from + (i + 1) * size))];
    path += way === 'down' ? `M${a} ${base}v${length}H${b}v${-length}z` : `M${base} ${a}h${-length}V${b}h${length}z`;
  });
  return path;
}

/**
 * The share of what a bin cut short is full of, beside it.
 * @param {import('../../numbers/bins.js').Bins} bins
 * @param {Float32Array} values
 * @param {Scale} scale
 * @param {number} at
 * @param {'down' | 'left'} way
 * @param {number} step between the elements that are counted
 */
function spikes({ counts, from, to, full }, values, scale, at, way, step) {
  const size = (to - from) / counts.length;
  return svg`${[...counts].map((count, i) => {
    if (count <= full) return nothing;
    const most = commonest(values, from + i * size, from + (i + 1) * size);
    // Numbers that only lie close to each other have no name.
    if (most.count < count / 2) return nothing;
    const place = round(scale(from + (i + 0.5) * size));
    const text = `${step > 1 ? 'about ' : ''}${Math.round((100 * most.count) / values.length)} % at ${minus(most.value)}`;
    return way === 'down'
      ? svg`<text class="spike" x=${place + 4} y=${at}>${text}</text>`
      : svg`<text class="spike" x=${at} y=${place - 6}>${text}</text>`;
  })}`;
}
