// matplotlib.ticker: where ticks stand and what is written at them.
import { binary, call, callMethod, fn, hostModule, hostType, raised, str } from '../../host/protocol.js';
import { linearTicks, logTicks } from '../model/ticks.js';
import { numbers } from '../model/values.js';
import { unknown } from './accessors.js';
import { arrayOf } from './drawn.js';
import { isGiven, number } from './keywords.js';
import { NotThere } from './refused.js';

/** Says where ticks stand. */
export class Locator {
  /** @param {string} name @param {((from: number, to: number, most: number) => number[]) | null} at null for matplotlib's usual ones */
  constructor(name, at) {
    this.name = name;
    this.at = at;
  }
}
/** Says what is written at ticks. */
class Formatter {
  /** @param {string} name @param {((value: number, index: number) => string) | null} text */
  constructor(name, text) {
    this.name = name;
    this.text = text;
  }
}
hostType(Locator, {
  name: 'Locator',
  module: 'matplotlib.ticker',
  methods: {
    tick_values: (self, [from, to]) => arrayOf((self.at ?? linearTicks)(Number(from), Number(to), 9)),
    set_params: () => null,
  },
  find: unknown('Locator'),
});
hostType(Formatter, {
  name: 'Formatter',
  module: 'matplotlib.ticker',
  operations: { __call__: (self, value, index = 0n) => self.text?.(Number(value), Number(index)) ?? str(value) },
  methods: { set_powerlimits: () => null, set_scientific: () => null, set_useOffset: () => null },
  find: unknown('Formatter'),
});

/** Multiples of a number within an axis. @param {number} base @param {number} [offset] */
const multiples =
  (base, offset = 0) =>
  (/** @type {number} */ from, /** @type {number} */ to) => {
    const first = Math.ceil((from - offset) / base - 1e-9);
    const count = Math.floor((to - offset) / base + 1e-9) - first + 1;
    if (count > 1000)
      throw raised(
        'RuntimeError',
        `Locator attempting to generate ${count} ticks ([${from}, ..., ${to}]), which exceeds Locator.MAXTICKS (1000).`,
      );
    return Array.from({ length: Math.max(0, count) }, (_, i) => offset + (first + i) * base);
  };

/** A value by its keyword or its place. @param {any[]} args @param {Map<string, any>} keywords @param {number} at @param {...string} names */
const given = (args, keywords, at, ...names) =>
  args[at] ?? names.map((name) => keywords.get(name)).find((one) => one !== undefined);

/** @type {Record<string, (args: any[], keywords: Map<string, any>) => Locator['at']>} */
const locators = {
  MultipleLocator: (args, keywords) =>
    multiples(number(given(args, keywords, 0, 'base'), 1), number(keywords.get('offset'), 0)),
  IndexLocator: (args) => multiples(Number(args[0]), Number(args[1])),
  FixedLocator: (args, keywords) => {
    const places = numbers(given(args, keywords, 0, 'locs'));
    return () => places;
  },
  NullLocator: () => () => [],
  MaxNLocator: (args, keywords) => {
    const bins = given(args, keywords, 0, 'nbins');
    const steps = keywords.get('steps');
    const kept = {
      isExact: typeof bins !== 'string' && bins !== undefined,
      isWhole: keywords.get('integer') === true,
      ...(steps ? { steps: numbers(steps) } : {}),
    };
    return (from, to, most) =>
      linearTicks(from, to, kept.isExact ? Number(bins) : bins === undefined ? 10 : most, kept);
  },
  LinearLocator: (args, keywords) => {
    const count = number(given(args, keywords, 0, 'numticks'), 11);
    return (from, to) => Array.from({ length: count }, (_, i) => from + (i * (to - from)) / (count - 1));
  },
  LogLocator: () => (from, to, most) => logTicks(from, to, most),
  AutoLocator: () => null,
};

/** As `PercentFormatter` has it. @param {number} share @param {number} max @param {any} decimals @param {string} symbol */
function percent(share, max, decimals, symbol) {
  const value = (100 * share) / max;
  const own = !isGiven(decimals) ? (Number.isInteger(Math.round(value * 1e6) / 1e6) ? 0 : 1) : Number(decimals);
  return `${value.toFixed(own)}${symbol}`;
}

/** @type {Record<string, (args: any[], keywords: Map<string, any>) => Formatter['text']>} */
const formatters = {
  FormatStrFormatter:
    ([format]) =>
    (value) =>
      str(binary('%', format, value)),
  StrMethodFormatter:
    ([format]) =>
    (value, index) =>
      str(callMethod(format.replace(/\{x/g, '{0').replace(/\{pos/g, '{1'), 'format', [value, BigInt(index)])),
  FuncFormatter:
    ([own]) =>
    (value, index) =>
      str(call(own, [value, BigInt(index)])),
  PercentFormatter: (args, keywords) => {
    const symbol = given(args, keywords, 2, 'symbol') ?? '%';
    return (value) =>
      percent(value, number(given(args, keywords, 0, 'xmax'), 100), given(args, keywords, 1, 'decimals'), symbol);
  },
  FixedFormatter:
    ([texts]) =>
    (_, index) =>
      str([...texts][index] ?? ''),
  NullFormatter: () => () => '',
  ScalarFormatter: () => null,
  LogFormatter: () => null,
  LogFormatterSciNotation: () => null,
  LogFormatterMathtext: () => null,
};

/** What set_major_formatter takes: an object, a format, a function. @param {any} value @returns {Formatter['text']} */
export function formatterOf(value) {
  if (value instanceof Formatter) return value.text;
  if (typeof value === 'string') return formatters.StrMethodFormatter([value], new Map());
  return formatters.FuncFormatter([value], new Map());
}

/** What matplotlib.ticker has and is not here. */
const others =
  'AutoMinorLocator AsinhLocator SymmetricalLogLocator LogitLocator EngFormatter LogFormatterExponent LogitFormatter OldAutoLocator TickHelper Locator Formatter'.split(
    ' ',
  );

export const ticker = () =>
  hostModule(
    'matplotlib.ticker',
    {
      ...Object.fromEntries(
        Object.entries(locators).map(([name, make]) => [
          name,
          fn(name, (args, keywords) => new Locator(name, make(args, keywords))),
        ]),
      ),
      ...Object.fromEntries(
        Object.entries(formatters).map(([name, make]) => [
          name,
          fn(name, (args, keywords) => new Formatter(name, make(args, keywords))),
        ]),
      ),
      AutoMinorLocator: fn('AutoMinorLocator', () => new Locator('AutoMinorLocator', null)),
    },
    (name) => {
      if (others.includes(name)) throw NotThere(`ticker.${name}`, 'FuncFormatter, MultipleLocator or MaxNLocator');
      return undefined;
    },
  );
