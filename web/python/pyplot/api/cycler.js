// cycler: what lines take in turn, here colours alone; rcParams['axes.prop_cycle'] is one.
import { Dict, hostType, iteratorOf, listOf, repr } from '../../host/protocol.js';
import { cycle } from '../model/colors.js';
import { colors } from './keywords.js';
import { NotThere } from './refused.js';

export class Cycler {
  /** @param {any[]} given colours as the program wrote them */
  constructor(given) {
    this.given = given;
  }
  /** As SVG takes them. @returns {string[]} */
  get colors() {
    return colors(this.given, 'C0').all ?? cycle;
  }
}

const more = () => NotThere('cycles of more than colours', 'color=[…]');

hostType(Cycler, {
  name: 'Cycler',
  module: 'cycler',
  operations: {
    __iter__: ({ given }) => iteratorOf(given.map((/** @type {any} */ one) => new Dict([['color', one]]))),
    __len__: ({ given }) => BigInt(given.length),
    __repr__: ({ given }) => `cycler('color', ${repr(given)})`,
    __add__: () => {
      throw more();
    },
    __mul__: () => {
      throw more();
    },
  },
  methods: { by_key: ({ given }) => new Dict([['color', [...given]]]) },
});

/** `cycler(color=[…])`, `cycler('color', […])`, or one that is there. @param {any[]} args @param {Map<string, any>} keywords @returns {Cycler} */
export function cycler(args, keywords) {
  if (args[0] instanceof Cycler) return args[0];
  const given = args.length === 2 ? new Map([[args[0], args[1]]]) : keywords;
  const value = given.get('color') ?? given.get('c');
  if (value === undefined || given.size > 1) throw more();
  return new Cycler(listOf(value));
}

/** The cycle of the settings. */
export const usualCycle = new Cycler(cycle);
