// The module argparse, as far as training scripts use it: options and arguments with types, defaults, choices and flags.
// Source: Lib/argparse.py of CPython 3.11.

import { addMethod, addMethods } from '../operations/arguments.js';
import { contains } from '../operations/compare.js';
import { listOf } from '../operations/iterate.js';
import { call } from '../operations/objects.js';
import { truth } from '../operations/truth.js';
import { machine } from '../session.js';
import { repr, str } from '../text/repr.js';
import { Tuple } from '../values/containers.js';
import { raised } from '../values/exceptions.js';
import { builtinType, Instance, kDict, nameOf } from '../values/types.js';
import { bound, hostModule } from './protocol.js';

/**
 * @typedef {{ flags: string[], dest: string, action: string, type: any, initial: any, choices: any, isRequired: boolean,
 *   nargs: any, constant: any, metavar: string | null }} Option
 */

const namespaceType = builtinType('Namespace', undefined, 'argparse');
namespaceType.make = (type, _, keywords) => {
  const made = new Instance(type);
  for (const [name, value] of keywords) made[kDict].set(name, value);
  return made;
};
addMethods(namespaceType, {
  __repr__: (self) => `Namespace(${[...self[kDict]].map(([name, value]) => `${name}=${repr(value)}`).join(', ')})`,
  __contains__: (self, name) => self[kDict].has(name),
  __eq__: (self, other) => other instanceof Instance && other.type === namespaceType && repr(self) === repr(other),
});

const parserType = builtinType('ArgumentParser', undefined, 'argparse');
parserType.make = (type, args, keywords) => {
  const names = ['prog?', 'usage?', 'description?', 'epilog?', 'parents?', 'formatter_class?', 'prefix_chars?'];
  const more = ['fromfile_prefix_chars?', 'argument_default?', 'conflict_handler?', 'add_help?', 'allow_abbrev?'];
  const [prog = null, , description = null] = bound('__init__', [...names, ...more], args, keywords);
  return Object.assign(/** @type {any} */ (new Instance(type)), {
    prog,
    description,
    options: [],
    defaults: new Map(),
  });
};

/** What a flag or a name is called in the result. @param {string[]} flags */
function destOf(flags) {
  const long = flags.find((flag) => flag.startsWith('--')) ?? flags[0];
  return long.replace(/^-+/, '').replaceAll('-', '_');
}

/** @param {Map<string, any>} keywords @param {string[]} flags @returns {Option} */
function optionOf(keywords, flags) {
  const of = (/** @type {string} */ name, /** @type {any} */ fallback = null) => keywords.get(name) ?? fallback;
  const action = of('action', 'store');
  if (typeof action !== 'string' || !/^(store|store_true|store_false|store_const|append|count)$/.test(action))
    throw raised('ValueError', `unknown action ${repr(action)}`);
  const isPositional = !flags[0].startsWith('-');
  const initial = { store_true: false, store_false: true }[action] ?? null;
  return {
    flags,
    dest: of('dest', destOf(flags)),
    action,
    type: of('type'),
    initial: keywords.has('default') ? keywords.get('default') : initial,
    choices: keywords.has('choices') ? listOf(of('choices')) : null,
    isRequired: isPositional ? !['?', '*'].includes(of('nargs')) : truth(of('required', false)),
    nargs: of('nargs'),
    constant: of('const'),
    metavar: of('metavar'),
  };
}

/** Writes what is wrong where errors go, and ends the program. @param {any} parser @param {string} message */
function fail(parser, message) {
  const prog = parser.prog ?? 'x.py';
  const [named, placed] = [true, false].map((is) =>
    parser.options.filter((/** @type {Option} */ { flags }) => flags[0].startsWith('-') === is).map(usageOf),
  );
  machine.session.warn(`usage: ${[prog, '[-h]', ...named, ...placed].join(' ')}`);
  machine.session.warn(`${prog}: error: ${message}`);
  throw raised('SystemExit', 2n);
}

/** @param {Option} option */
function usageOf({ flags, dest, action, choices, isRequired, metavar, nargs }) {
  const isPositional = !flags[0].startsWith('-');
  const one = metavar ?? (choices ? `{${choices.map(str).join(',')}}` : isPositional ? dest : dest.toUpperCase());
  const values = nargs === '+' ? `${one} [${one} ...]` : nargs === '*' ? `[${one} ...]` : one;
  if (isPositional) return isRequired ? values : `[${values}]`;
  const text = /^(store_|count)/.test(action) ? flags[0] : `${flags[0]} ${values}`;
  return isRequired ? text : `[${text}]`;
}

/** How an option is named in errors. @param {Option} option */
const shown = ({ flags, metavar }) => (flags[0].startsWith('-') ? flags.join('/') : (metavar ?? flags[0]));

/** @param {any} parser @param {Option} option @param {string} text */
function converted(parser, option, text) {
  let value = text;
  if (option.type !== null) {
    try {
      value = call(option.type, [text]);
    } catch (error) {
      if (!/^(ValueError|TypeError)$/.test(nameOf(error))) throw error;
      fail(parser, `argument ${shown(option)}: invalid ${option.type.name ?? repr(option.type)} value: ${repr(text)}`);
    }
  }
  if (option.choices !== null && !contains(option.choices, value))
    fail(
      parser,
      `argument ${shown(option)}: invalid choice: ${repr(value)} (choose from ${option.choices.map(repr).join(', ')})`,
    );
  return value;
}

/** The values of an option among the words that follow; takes them away. @param {any} parser @param {Option} option @param {string[]} words */
function taken(parser, option, words) {
  const isValue = (/** @type {string | undefined} */ word) =>
    word !== undefined && (!/^-/.test(word) || /^-\d*\.?\d+$/.test(word));
  const next = () => converted(parser, option, /** @type {string} */ (words.shift()));
  const { nargs } = option;
  if (nargs === null) {
    if (!isValue(words[0])) fail(parser, `argument ${shown(option)}: expected one argument`);
    return next();
  }
  if (nargs === '?')
    return isValue(words[0]) ? next() : option.flags[0].startsWith('-') ? option.constant : option.initial;
  const most = typeof nargs === 'bigint' ? Number(nargs) : Number.POSITIVE_INFINITY;
  const values = [];
  while (values.length < most && isValue(words[0])) values.push(next());
  if (typeof nargs === 'bigint' && values.length < most)
    fail(parser, `argument ${shown(option)}: expected ${most} argument${most === 1 ? '' : 's'}`);
  if (nargs === '+' && values.length === 0) fail(parser, `argument ${shown(option)}: expected at least one argument`);
  return values;
}

/** What an option does to the result. @param {any} parser @param {Option} option @param {string[]} words @param {Map<string, any>} result */
function apply(parser, option, words, result) {
  const { action, dest, constant } = option;
  if (action === 'store_true' || action === 'store_false') result.set(dest, action === 'store_true');
  else if (action === 'store_const') result.set(dest, constant);
  else if (action === 'count') result.set(dest, (result.get(dest) ?? 0n) + 1n);
  else if (action === 'append') result.set(dest, [...(result.get(dest) ?? []), taken(parser, option, words)]);
  else result.set(dest, taken(parser, option, words));
}

/** The option that a word names: whole, or by a beginning that no other has. @param {any} parser @param {string} word @returns {Option | undefined} */
function named(parser, word) {
  const whole = parser.options.find((/** @type {Option} */ { flags }) => flags.includes(word));
  if (whole !== undefined || !word.startsWith('--')) return whole;
  const near = parser.options.filter((/** @type {Option} */ { flags }) => flags.some((flag) => flag.startsWith(word)));
  return near.length === 1 ? near[0] : undefined;
}

/** @param {any} parser @param {any} given the words, or null for those of the program, which has none */
function parsed(parser, given) {
  const words = given === null ? [] : listOf(given).map(str);
  const made = new Instance(namespaceType);
  const result = made[kDict];
  for (const { dest, initial, type } of parser.options)
    result.set(dest, typeof initial === 'string' && type !== null ? call(type, [initial]) : initial);
  for (const [name, value] of parser.defaults) result.set(name, value);
  const waiting = parser.options.filter((/** @type {Option} */ { flags }) => !flags[0].startsWith('-'));
  const missing = new Set(parser.options.filter((/** @type {Option} */ { isRequired }) => isRequired));
  /** @type {string[]} */ const unknown = [];
  while (words.length > 0) {
    const word = /** @type {string} */ (words.shift());
    const [flag, value] = /^--[^=]+=/.test(word)
      ? [word.slice(0, word.indexOf('=')), word.slice(word.indexOf('=') + 1)]
      : [word];
    const isFlag = /^-/.test(flag) && !/^-\d*\.?\d+$/.test(flag);
    const option = isFlag ? named(parser, flag) : waiting.shift();
    if (option === undefined) {
      unknown.push(word);
      continue;
    }
    if (!isFlag) words.unshift(word);
    else if (value !== undefined) words.unshift(value);
    missing.delete(option);
    apply(parser, option, words, result);
  }
  if (missing.size > 0) fail(parser, `the following arguments are required: ${[...missing].map(shown).join(', ')}`);
  return { made, unknown };
}

addMethods(
  parserType,
  {
    parse_args: (self, given = null) => {
      const { made, unknown } = parsed(self, given);
      if (unknown.length > 0) fail(self, `unrecognized arguments: ${unknown.join(' ')}`);
      return made;
    },
    parse_known_args: (self, given = null) => {
      const { made, unknown } = parsed(self, given);
      return new Tuple([made, unknown]);
    },
    error: (self, message) => fail(self, message),
    print_help: () => {
      throw raised('NotImplementedError', 'print_help() is not part of this Python');
    },
    __repr__: (self) => `ArgumentParser(prog=${repr(self.prog ?? 'x.py')}, description=${repr(self.description)})`,
  },
  { parse_args: [0, 1], parse_known_args: [0, 1] },
);
addMethod(parserType, 'add_argument', (self, flags, keywords) => {
  self.options.push(optionOf(keywords, flags));
  return null;
});
addMethod(parserType, 'set_defaults', (self, _, keywords) => {
  for (const [name, value] of keywords) self.defaults.set(name, value);
  return null;
});
addMethod(parserType, 'add_argument_group', (self) => self);

/** @returns {import('../values/containers.js').Module} */
export const argparse = () =>
  hostModule('argparse', {
    ArgumentParser: parserType,
    Namespace: namespaceType,
    ArgumentDefaultsHelpFormatter: builtinType('ArgumentDefaultsHelpFormatter', undefined, 'argparse'),
  });
