// Where matplotlib puts ticks, and what it writes at them. Source: matplotlib/ticker.py, MaxNLocator and ScalarFormatter.

/** At most so many parts of an axis. */
const kMostParts = 9;
const kSteps = [1, 2, 2.5, 5, 10];
/** Powers of ten beyond which labels are multiples of one, written at the axis' end. @type {[number, number]} */
const kLimits = [-5, 6];

/** As Python divides. @param {number} a @param {number} b */
const floorDivide = (a, b) => Math.floor(a / b);
const isClose = (/** @type {number} */ a, /** @type {number} */ b) => Math.abs(a - b) < 1e-10;

/** The largest multiple at or below. @param {number} x @param {number} step */
function multipleBelow(x, step) {
  const d = floorDivide(x, step);
  return isClose((x - d * step) / step, 1) ? d + 1 : d;
}

/** The smallest multiple at or above. @param {number} x @param {number} step */
function multipleAbove(x, step) {
  const d = floorDivide(x, step);
  return isClose((x - d * step) / step, 0) ? d : d + 1;
}

/**
 * Round numbers over an axis, those of its ends' neighbours left out.
 * @param {number} from @param {number} to @param {number} [most] parts
 * @param {{ isExact?: boolean, isWhole?: boolean, isWide?: boolean, least?: number, steps?: number[] }} [kept] whether `most` may be more than nine, ticks are whole numbers, their ends lie beyond the axis'
 */
export function linearTicks(from, to, most = kMostParts, kept = {}) {
  const { isExact = false, isWhole = false, isWide = false, least = 2, steps: own = kSteps } = kept;
  const parts = Math.max(1, isExact ? most : Math.min(kMostParts, most));
  const span = to - from;
  if (!(span > 0) || !Number.isFinite(span)) return [from];
  const middle = (from + to) / 2;
  const offset = Math.abs(middle) / span < 100 ? 0 : Math.sign(middle) * 10 ** Math.floor(Math.log10(Math.abs(middle)));
  const scale = 10 ** Math.floor(Math.log10(span / parts));
  const [low, high] = [from - offset, to - offset];
  const steps = [...own.slice(0, -1).map((step) => step / 10), ...own, 10 * own[1]]
    .map((step) => step * scale)
    .filter((step) => !isWhole || step < 1 || Math.abs(step - Math.round(step)) < 1e-3);
  const first = steps.findIndex((step) => step >= span / parts);
  let ticks = /** @type {number[]} */ ([]);
  for (let i = first; i >= 0; i--) {
    const step = isWhole && Math.floor(high) - Math.ceil(low) >= 1 ? Math.max(1, steps[i]) : steps[i];
    const base = Math.floor(low / step) * step;
    const [a, b] = [multipleBelow(low - base, step), multipleAbove(high - base, step)];
    ticks = Array.from({ length: b - a + 1 }, (_, k) => (a + k) * step + base);
    if (ticks.filter((tick) => tick >= low && tick <= high).length >= least) break;
  }
  const slack = span * 1e-10;
  if (isWide) return ticks.map((tick) => tick + offset);
  return ticks.map((tick) => tick + offset).filter((tick) => tick >= from - slack && tick <= to + slack);
}

/** How many powers of ten one step is. Source: ticker.py, LogLocator.tick_values. @param {number} first @param {number} last @param {number} [most] */
const logStride = (first, last, most = kMostParts) => Math.max(1, Math.floor((last - first + 1) / most) + 1);

/** Powers of ten over an axis, in steps of several where there are many. @param {number} from @param {number} to @param {number} [most] */
export function logTicks(from, to, most = kMostParts) {
  const [a, b] = [Math.ceil(Math.log10(from) - 1e-10), Math.floor(Math.log10(to) + 1e-10)];
  const stride = logStride(a, b, most);
  const start = Math.floor(Math.log10(from)) - stride;
  const ticks = [];
  for (let power = stride === 1 ? a : start; power <= b; power += stride) if (power >= a) ticks.push(10 ** power);
  return ticks;
}

const minus = (/** @type {string} */ text) => text.replace('-', '−');

/** A number as matplotlib writes offsets: 1.2345e4. @param {number} value */
const short = (value) => {
  const [digits, power] = value.toExponential(10).split('e');
  return `${Number(digits)}${Number(power) === 0 ? '' : `e${minus(String(Number(power)))}`}`;
};

/** What all ticks have in common, where it is at least four digits. Source: ticker.py, ScalarFormatter._compute_offset. @param {number[]} ticks */
function offsetOf(ticks) {
  const [low, high] = [Math.min(...ticks), Math.max(...ticks)];
  if (ticks.length < 2 || low === high || (low <= 0 && high >= 0)) return 0;
  const [least, most] = [Math.abs(low), Math.abs(high)].sort((a, b) => a - b);
  const top = Math.ceil(Math.log10(most));
  const firstWhere = (/** @type {(a: number, b: number) => boolean} */ isSo) => {
    let power = top;
    while (power > top - 20 && !isSo(Math.floor(least / 10 ** power), Math.floor(most / 10 ** power))) power--;
    return power + 1;
  };
  let power = firstWhere((a, b) => a !== b);
  if ((most - least) / 10 ** power <= 1e-2) power = firstWhere((a, b) => b - a > 1);
  const common = Math.floor(most / 10 ** power);
  return common >= 1000 ? Math.sign(low) * common * 10 ** power : 0;
}

/**
 * What is written at ticks: as many decimals as they need, all the same; and at the end of the axis by what they are multiplied.
 * @param {number[]} ticks @param {number} from @param {number} to @param {[number, number]} [limits] powers of ten
 * @returns {{ labels: string[], multiplier: string }}
 */
export function tickLabels(ticks, from, to, limits = kLimits) {
  const offset = offsetOf(ticks.filter((tick) => tick >= Math.min(from, to) && tick <= Math.max(from, to)));
  if (offset !== 0) {
    const rest = tickLabels(
      ticks.map((tick) => tick - offset),
      from - offset,
      to - offset,
      limits,
    );
    return { labels: rest.labels, multiplier: `${rest.multiplier}${offset < 0 ? '−' : '+'}${short(Math.abs(offset))}` };
  }
  const inside = ticks.filter((tick) => tick >= Math.min(from, to) && tick <= Math.max(from, to));
  const largest = Math.max(...inside.map(Math.abs), 0);
  const power = largest === 0 ? 0 : Math.floor(Math.log10(largest));
  const multiple = power <= limits[0] || power >= limits[1] ? power : 0;
  const scaled = ticks.map((tick) => tick / 10 ** multiple);
  const ends = [from / 10 ** multiple, to / 10 ** multiple];
  const all = inside.length < 2 ? [...scaled, ...ends] : scaled;
  const range = Math.max(...all) - Math.min(...all) || Math.max(...all.map(Math.abs)) || 1;
  const rangePower = Math.floor(Math.log10(range));
  let decimals = Math.max(0, 3 - rangePower);
  const threshold = 1e-3 * 10 ** rangePower;
  while (decimals >= 0) {
    const unit = 10 ** decimals;
    if (Math.max(...scaled.map((tick) => Math.abs(tick - Math.round(tick * unit) / unit))) >= threshold) break;
    decimals--;
  }
  const digits = Math.min(20, decimals + 1);
  const labels = scaled.map((tick) => minus((Math.abs(tick) < threshold ? 0 : tick).toFixed(digits)));
  return { labels, multiplier: multiple === 0 ? '' : minus(`1e${multiple}`) };
}
