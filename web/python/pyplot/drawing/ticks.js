// The ticks of one direction as they are drawn: where, with what names, and how much room those take.
import { tickLabels } from '../model/ticks.js';
import { kPoint, kText } from './measures.js';
import { sizeOfText } from './text.js';

/**
 * @typedef {import('../model/axes.js').Axes} Axes
 * @typedef {{ ticks: number[], labels: string[], multiplier: string, minor: number[], minorLabels: string[], limits: [number, number] }} Ticks
 */

/** matplotlib's lengths, in points: of ticks, of those between, from them to their names, from those to the axis' own. */
const kTick = 3.5;
const kMinor = 2;
const kPad = 3.5;
const kLabelPad = 4;

/** Powers of ten with their exponents raised. @param {number} tick */
const powerName = (tick) => {
  const power = Math.floor(Math.log10(tick) + 1e-9);
  const times = tick / 10 ** power;
  const digits = Number(times.toPrecision(6));
  return digits === 1 ? `$10^{${power}}$` : `$${digits}\\times10^{${power}}$`;
};

/** Names between powers of ten, where there are too few of those. Source: ticker.py, LogFormatter.set_locs. @param {number[]} minor @param {[number, number]} limits */
function betweenPowers(minor, limits) {
  const decades = Math.abs(Math.log10(limits[1] / limits[0]));
  if (decades > 1) return [];
  return minor.map((tick) => {
    const times = Math.round(tick / 10 ** Math.floor(Math.log10(tick) + 1e-9));
    return decades <= 0.4 || [2, 3, 4, 6].includes(times) ? powerName(tick) : '';
  });
}

/** @param {Axes} axes @param {'x' | 'y'} name @param {number} length in pixels @param {[number, number]} [limits] @returns {Ticks} */
export function ticksOf(axes, name, length, limits = axes.limitsOf(name)) {
  const direction = axes[name];
  const { scale, ticks: own, tickTexts, formatter, categories, powers, locator } = direction.shared;
  if (direction.isHidden) return { ticks: [], labels: [], multiplier: '', minor: [], minorLabels: [], limits };
  const size = (direction.names.size ?? 10) * kPoint;
  const most = Math.max(1, Math.floor(length / (size * (name === 'x' ? 3 : 2))));
  const ticks = direction.ticksWithin(limits, most);
  const minor = direction.minorTicks(limits, ticks);
  const all = { ticks, minor, limits, multiplier: '', minorLabels: /** @type {string[]} */ ([]) };
  if (tickTexts) return { ...all, labels: tickTexts };
  if (formatter) return { ...all, labels: ticks.map(formatter) };
  if (categories.length > 0 && !own && !locator) return { ...all, labels: categories };
  if (scale === 'log') return { ...all, labels: ticks.map(powerName), minorLabels: betweenPowers(minor, limits) };
  return { ...all, ...tickLabels(ticks, limits[0], limits[1], powers) };
}

/** How long its ticks are, outwards, in pixels. @param {Axes['x']} direction @param {boolean} [isMinor] */
export function tickLength({ isMarked, tickWay, tickLength: own }, isMinor = false) {
  const whole = (own ?? kTick) * kPoint * (isMinor ? kMinor / kTick : 1);
  if (!isMarked) return { out: 0, in: 0 };
  return {
    out: tickWay === 'in' ? 0 : tickWay === 'out' ? whole : whole / 2,
    in: tickWay === 'out' ? 0 : tickWay === 'in' ? whole : whole / 2,
  };
}

/** From an edge to the names of its ticks. @param {Axes['x']} direction */
export const namesAt = (direction) => tickLength(direction).out + (direction.names.pad ?? kPad) * kPoint;

/** From an edge to where the names of its ticks end. @param {Axes} axes @param {'x' | 'y'} name @param {Ticks} ticks */
export function depthOf(axes, name, { labels, ticks, minorLabels, limits }) {
  const direction = axes[name];
  if (direction.isHidden || axes.isOff) return 0;
  const [low, high] = [Math.min(...limits), Math.max(...limits)];
  const slack = (high - low) * 1e-9;
  const seen = labels.filter((label, i) => label !== '' && ticks[i] >= low - slack && ticks[i] <= high + slack);
  const all = direction.isNamed ? [...seen, ...minorLabels.filter(Boolean)] : [];
  if (all.length === 0) return tickLength(direction).out;
  const size = (direction.names.size ?? 10) * kPoint;
  const side = name === 'x' ? 'height' : 'width';
  const turn = direction.names.rotation ?? 0;
  return namesAt(direction) + Math.max(...all.map((label) => sizeOfText(label, size, turn)[side]));
}

/** From an edge to the near side of its own name, and to its far side. @param {Axes} axes @param {'x' | 'y'} name @param {Ticks} ticks */
export function labelDepth(axes, name, ticks) {
  const { label } = axes[name];
  const near = depthOf(axes, name, ticks);
  if (label.text === '' || axes.isOff) return { near, far: near };
  const from = near + (label.pad ?? kLabelPad) * kPoint;
  const size = label.size ? label.size * kPoint : kText;
  const turn = name === 'x' ? (label.rotation ?? 0) : (label.rotation ?? 90);
  const own = sizeOfText(label.text, size, turn);
  return { near: from, far: from + (name === 'x' ? own.height : own.width) };
}
