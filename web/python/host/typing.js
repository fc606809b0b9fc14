// The modules typing and abc: annotations, which mean nothing here, and classes that ask for methods.

import { call } from '../operations/objects.js';
import { dictType } from '../values/dict.js';
import { builtinType, kDict } from '../values/types.js';
import { namedTupleBase } from './named_tuple.js';
import { fn, hostModule, hostType } from './protocol.js';

/** A name of typing, which takes what stands between brackets and means nothing more. */
class Typing {
  /** @param {string} name */
  constructor(name) {
    this.name = name;
    this.isClassVar = name === 'ClassVar';
  }
}
hostType(Typing, {
  name: '_SpecialForm',
  module: 'typing',
  operations: {
    __getitem__: (self) => self,
    __repr__: (self) => `typing.${self.name}`,
    __or__: (self) => self,
    __ror__: (self) => self,
  },
  methods: { __call__: (self) => self },
});

/** Classes that say what a dict has: calling one makes a plain dict. */
const typedDict = builtinType('TypedDict', dictType, 'typing');
typedDict.onDerived = (type) => {
  type.make = (_, args, keywords) => call(dictType, args, keywords);
  type.onDerived = typedDict.onDerived;
};

/** @returns {import('../values/containers.js').Module} */
export const typing = () => {
  const names =
    'Any Union Optional List Dict Tuple Set FrozenSet Callable Iterable Iterator Sequence Mapping Type ClassVar Final Literal Generator TypeVar Generic Protocol Self Annotated Hashable Deque DefaultDict Counter NoReturn TypeAlias MutableMapping Collection AbstractSet MutableSequence MutableSet Sized Container Reversible OrderedDict Text AnyStr Never SupportsFloat SupportsInt ParamSpec Concatenate Required NotRequired LiteralString'.split(
      ' ',
    );
  const generic = builtinType('Generic', undefined, 'typing');
  return hostModule('typing', {
    ...Object.fromEntries(names.map((name) => [name, new Typing(name)])),
    Generic: generic,
    Protocol: generic,
    NamedTuple: namedTupleBase,
    TypedDict: typedDict,
    NewType: fn('NewType', ([, type]) => type),
    ...Object.fromEntries(
      ['overload', 'final', 'runtime_checkable', 'no_type_check'].map((name) => [name, fn(name, ([one]) => one)]),
    ),
    TYPE_CHECKING: false,
    cast: fn('cast', ([, value]) => value),
  });
};

/** @returns {import('../values/containers.js').Module} */
export const abc = () => {
  const marked = fn('abstractmethod', ([callee]) => {
    (callee[kDict] ?? callee.get?.[kDict])?.set('__isabstractmethod__', true);
    return callee;
  });
  return hostModule('abc', {
    ABC: builtinType('ABC', undefined, 'abc'),
    ABCMeta: builtinType('ABCMeta', undefined, 'abc'),
    abstractmethod: marked,
  });
};
