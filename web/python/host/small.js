// The modules types, gc, timeit and io, as far as programs of lessons use them: SimpleNamespace, collect, default_timer, StringIO.

import { addMethods, fn } from '../operations/arguments.js';
import { equals } from '../operations/compare.js';
import { listOf } from '../operations/iterate.js';
import { call } from '../operations/objects.js';
import { smallIndexOf } from '../operations/truth.js';
import { repr } from '../text/repr.js';
import { kNotImplemented } from '../values/containers.js';
import { Dict } from '../values/dict.js';
import { raised } from '../values/exceptions.js';
import { generatorType, iteratorOf } from '../values/iterators.js';
import { builtinType, functionType, Instance, kDict, nameOf } from '../values/types.js';
import { bound, hostModule } from './protocol.js';

const namespaceType = builtinType('SimpleNamespace', undefined, 'types');
namespaceType.isOfC = true;
namespaceType.make = (type, args, keywords) => {
  if (args.length > 0) throw raised('TypeError', 'no positional arguments expected');
  const made = new Instance(type);
  for (const [name, value] of keywords) made[kDict].set(name, value);
  return made;
};
addMethods(namespaceType, {
  __repr__: (self) => {
    const name = self.type === namespaceType ? 'namespace' : self.type.name;
    return `${name}(${[...self[kDict]].map(([key, value]) => `${key}=${repr(value)}`).join(', ')})`;
  },
  __eq__: (self, other) => {
    if (!(other instanceof Instance) || !other.type.derivesFrom(namespaceType)) return kNotImplemented;
    const dictOf = (/** @type {any} */ one) => {
      const dict = new Dict();
      for (const [key, value] of one[kDict]) dict.set(key, value);
      return dict;
    };
    return equals(dictOf(self), dictOf(other));
  },
});

/** @returns {import('../values/containers.js').Module} */
export const types = () =>
  hostModule('types', {
    SimpleNamespace: namespaceType,
    FunctionType: functionType,
    LambdaType: functionType,
    GeneratorType: generatorType,
  });

/** @returns {import('../values/containers.js').Module} */
export const gc = () =>
  hostModule('gc', {
    collect: fn('collect', () => 0n),
    enable: fn('enable', () => null),
    disable: fn('disable', () => null),
    isenabled: fn('isenabled', () => true),
  });

const clock = () => performance.now() / 1000;

/** @returns {import('../values/containers.js').Module} */
export const timeit = () =>
  hostModule('timeit', {
    default_timer: fn('default_timer', clock),
    timeit: fn('timeit', (args, keywords) => {
      const names = ['stmt?', 'setup?', 'timer?', 'number?', 'globals?'];
      const [statement, , , number = 1_000_000n] = bound('timeit', names, args, keywords);
      if (statement === undefined || typeof statement === 'string')
        throw raised('NotImplementedError', 'timeit() of source text is not part of this Python; a function works');
      const start = clock();
      for (let i = smallIndexOf(number); i > 0; i--) call(statement, []);
      return clock() - start;
    }),
  });

/** A text that is written to and read. */
const textType = builtinType('StringIO', undefined, '_io');
textType.make = (type, args, keywords) => {
  const [initial = ''] = bound('StringIO', ['initial_value?', 'newline?'], args, keywords);
  return Object.assign(/** @type {any} */ (new Instance(type)), { text: initial ?? '', at: 0 });
};

/** The rest of a text's line, or all of it. @param {any} self @param {number} end @returns {string} */
function taken(self, end) {
  const read = self.text.slice(self.at, end);
  self.at += read.length;
  return read;
}

/** @param {any} self @returns {string} */
function lineOf(self) {
  const end = self.text.indexOf('\n', self.at);
  return taken(self, end < 0 ? self.text.length : end + 1);
}

/** @param {any} self @param {any} text */
function written(self, text) {
  if (typeof text !== 'string') throw raised('TypeError', `string argument expected, got '${nameOf(text)}'`);
  self.text = self.text.slice(0, self.at) + text + self.text.slice(self.at + text.length);
  self.at += text.length;
  return BigInt(text.length);
}

/** @param {any} self @returns {Generator<string>} */
function* linesOf(self) {
  for (let line = lineOf(self); line !== ''; line = lineOf(self)) yield line;
}

addMethods(
  textType,
  {
    write: written,
    writelines: (self, lines) => {
      for (const line of listOf(lines)) written(self, line);
      return null;
    },
    getvalue: (self) => self.text,
    read: (self, size = null) => taken(self, size === null ? self.text.length : self.at + smallIndexOf(size)),
    readline: lineOf,
    readlines: (self) => [...linesOf(self)],
    seek: (self, at) => {
      self.at = smallIndexOf(at);
      return at;
    },
    tell: (self) => BigInt(self.at),
    close: () => null,
    flush: () => null,
    __iter__: (self) => iteratorOf(linesOf(self), 'generator'),
    __enter__: (self) => self,
    __exit__: () => null,
  },
  { __exit__: [3, 3], read: [0, 1] },
);

/** @returns {import('../values/containers.js').Module} */
export const io = () => hostModule('io', { StringIO: textType });
