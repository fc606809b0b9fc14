// The module json, with JSONEncoder for programs that say how their own objects are written.

import { bindArguments } from '../../compile/binding.js';
import { addMethod } from '../../operations/arguments.js';
import { call, callMethod, getAttribute } from '../../operations/objects.js';
import { raised } from '../../values/exceptions.js';
import { builtinType, Instance, kDict, nameOf, typeOf } from '../../values/types.js';
import { fn, hostModule } from '../protocol.js';
import { checkMark, decodeError, Reader } from './reading.js';
import { Writer } from './writing.js';

/** @typedef {import('./writing.js').Settings} Settings @typedef {import('./reading.js').Hooks} Hooks */

/** How values are written unless a program says so. @type {Record<string, any>} */
const written = {
  skipkeys: false,
  ensure_ascii: true,
  check_circular: true,
  allow_nan: true,
  indent: null,
  separators: null,
  default: null,
  sort_keys: false,
};
/** @type {Record<string, any>} */
const read = {
  object_hook: null,
  parse_float: null,
  parse_int: null,
  parse_constant: null,
  object_pairs_hook: null,
};

/**
 * The values of a function's parameters, in CPython's words where they do not fit.
 * @param {string} qualname @param {string[]} parameters by place @param {Record<string, any>} byName with their defaults
 * @param {any[]} args @param {Map<string, any>} keywords
 * @returns {any[]}
 */
function values(qualname, parameters, byName, args, keywords) {
  const names = [...parameters, ...Object.keys(byName)];
  /** @type {any[]} */ const slots = new Array(names.length);
  const code = { positional: parameters.length, parameters: names, onlyPositional: 0, rest: null, keywords: null };
  const shown = { qualname, code, defaults: [], keywordDefaults: new Map(Object.entries(byName)) };
  bindArguments(/** @type {any} */ (shown), slots, args, keywords);
  return slots;
}

/** What is given by name and is the class's own, and what an encoder or a decoder is told. @param {Map<string, any>} keywords @param {string[]} own */
function parted(keywords, own) {
  const isOwn = (/** @type {string} */ name) => own.includes(name);
  return [
    new Map([...keywords].filter(([name]) => isOwn(name))),
    new Map([...keywords].filter(([name]) => !isOwn(name))),
  ];
}

/** A class of objects with attributes of the names in `defaults`, which its `__init__` takes. @param {string} name @param {string} module @param {Record<string, any>} defaults */
function settingsType(name, module, defaults) {
  const type = builtinType(name, undefined, module);
  const init = (/** @type {any} */ self, /** @type {any[]} */ args, /** @type {Map<string, any>} */ keywords) => {
    const given = values(`${name}.__init__`, ['self'], defaults, [self, ...args], keywords).slice(1);
    Object.keys(defaults).forEach((key, i) => {
      if (key !== 'default' || given[i] !== null) self[kDict].set(key, given[i]);
    });
  };
  type.make = (own, args, keywords) => {
    const made = new Instance(own);
    if (own === type) init(made, args, keywords);
    return made;
  };
  addMethod(type, '__init__', init);
  return type;
}

const encoderType = settingsType('JSONEncoder', 'json.encoder', written);
addMethod(encoderType, 'default', (_, [value]) => {
  throw raised('TypeError', `Object of type ${typeOf(value).name} is not JSON serializable`);
});
addMethod(encoderType, 'encode', (self, [value]) => {
  const settings = Object.fromEntries(Object.keys(written).map((key) => [key, self[kDict].get(key) ?? written[key]]));
  return new Writer(/** @type {any} */ ({ ...settings, fallback: getAttribute(self, 'default') })).value(value);
});
addMethod(encoderType, 'iterencode', (self, [value]) => [callMethod(self, 'encode', [value])]);

const decoderType = settingsType('JSONDecoder', 'json.decoder', { ...read, strict: true });
addMethod(decoderType, 'decode', (self, [text]) => {
  const hooks = Object.fromEntries(Object.keys(read).map((key) => [key, self[kDict].get(key) ?? null]));
  return new Reader(text, /** @type {any} */ (hooks)).whole();
});

/** A value as JSON. @param {any} value @param {any} Class of the encoder or null @param {Map<string, any>} told */
const encoded = (value, Class, told) => callMethod(call(Class ?? encoderType, [], told), 'encode', [value]);

/** @param {any} text @param {any} Class of the decoder or null @param {Map<string, any>} told */
function decoded(text, Class, told) {
  if (typeof text !== 'string')
    throw raised('TypeError', `the JSON object must be str, bytes or bytearray, not ${nameOf(text)}`);
  checkMark(text);
  return callMethod(call(Class ?? decoderType, [], told), 'decode', [text]);
}

/** A function that CPython has written in Python. @param {string} name @param {string[]} parameters @param {(values: any[], Class: any, told: Map<string, any>) => any} run */
function plain(name, parameters, run) {
  const made = fn(name, (args, keywords) => {
    const [own, told] = parted(keywords, [...parameters, 'cls']);
    const given = values(name, parameters, { cls: null }, args, own);
    return run(given, given[parameters.length], told) ?? null;
  });
  made.kind = 'function';
  return made;
}

/** @returns {import('../../values/containers.js').Module} */
export const json = () =>
  hostModule('json', {
    dumps: plain('dumps', ['obj'], ([value], Class, told) => encoded(value, Class, told)),
    dump: plain('dump', ['obj', 'fp'], ([value, file], Class, told) => {
      callMethod(file, 'write', [encoded(value, Class, told)]);
    }),
    loads: plain('loads', ['s'], ([text], Class, told) => decoded(text, Class, told)),
    load: plain('load', ['fp'], ([file], Class, told) => decoded(callMethod(file, 'read', []), Class, told)),
    JSONEncoder: encoderType,
    JSONDecoder: decoderType,
    JSONDecodeError: decodeError,
    decoder: hostModule('json.decoder', { JSONDecoder: decoderType, JSONDecodeError: decodeError }),
    encoder: hostModule('json.encoder', { JSONEncoder: encoderType }),
  });
