// The modules time, os, sys, traceback, contextlib, and string, as far as a page has what they tell.

import { tracebackOf } from '../errors/traceback.js';
import { addMethods } from '../operations/arguments.js';
import { stepGenerator } from '../operations/iterate.js';
import { call, callMethod } from '../operations/objects.js';
import { floatOf } from '../operations/truth.js';
import { machine } from '../session.js';
import { Tuple } from '../values/containers.js';
import { Dict } from '../values/dict.js';
import { raised } from '../values/exceptions.js';
import { kStop, PyGenerator } from '../values/iterators.js';
import { Builtin, builtinType, Instance } from '../values/types.js';
import { filesOf } from './files.js';
import { namedTupleType } from './named_tuple.js';
import { fn, hostModule } from './protocol.js';

const now = () => performance.timeOrigin / 1000 + performance.now() / 1000;

/** @returns {import('../values/containers.js').Module} */
export function time() {
  const sleep = new Builtin('sleep', ([seconds]) => {
    const until = performance.now() + floatOf(seconds) * 1000;
    while (performance.now() < until); // in a callback, which cannot pause
    return null;
  });
  sleep.isMethod = false;
  sleep.steps = function* ([seconds]) {
    yield { until: performance.now() + floatOf(seconds) * 1000 };
    return null;
  };
  return hostModule('time', {
    time: fn('time', now),
    perf_counter: fn('perf_counter', () => performance.now() / 1000),
    monotonic: fn('monotonic', () => performance.now() / 1000),
    process_time: fn('process_time', () => performance.now() / 1000),
    time_ns: fn('time_ns', () => BigInt(Math.round(now() * 1e6)) * 1000n),
    perf_counter_ns: fn('perf_counter_ns', () => BigInt(Math.round(performance.now() * 1e6))),
    sleep,
    strftime: fn('strftime', ([format]) => {
      const date = new Date();
      const two = (/** @type {number} */ n) => String(n).padStart(2, '0');
      /** @type {Record<string, string>} */
      const parts = {
        Y: String(date.getFullYear()),
        m: two(date.getMonth() + 1),
        d: two(date.getDate()),
        H: two(date.getHours()),
        M: two(date.getMinutes()),
        S: two(date.getSeconds()),
        '%': '%',
      };
      return format.replace(/%(.)/g, (/** @type {string} */ whole, /** @type {string} */ one) => parts[one] ?? whole);
    }),
  });
}

const versionType = namedTupleType('sys.version_info', ['major', 'minor', 'micro', 'releaselevel', 'serial'], []);

/** @returns {import('../values/containers.js').Module} */
export const os = () =>
  hostModule('os', {
    environ: new Dict(),
    getenv: fn('getenv', ([, fallback = null]) => fallback),
    getcwd: fn('getcwd', () => '/'),
    cpu_count: fn('cpu_count', () => 1n),
    makedirs: fn('makedirs', ([path]) => {
      filesOf().set(path, null);
      return null;
    }),
    remove: fn('remove', ([path]) => {
      if (filesOf().delete(path)) return null;
      throw raised('FileNotFoundError', `[Errno 2] No such file or directory: '${path}'`);
    }),
    sep: '/',
    linesep: '\n',
    name: 'posix',
    path: hostModule('os.path', {
      join: fn('join', (parts) => parts.filter((part) => part !== '').join('/')),
      exists: fn('exists', ([path]) => filesOf().has(path)),
      basename: fn('basename', ([path]) => path.split('/').at(-1)),
      dirname: fn('dirname', ([path]) => path.split('/').slice(0, -1).join('/')),
      splitext: fn('splitext', ([path]) => {
        const at = path.lastIndexOf('.');
        return new Tuple(at <= 0 ? [path, ''] : [path.slice(0, at), path.slice(at)]);
      }),
    }),
  });

/** @returns {import('../values/containers.js').Module} */
export function sys() {
  const streamType = builtinType('TextIOWrapper', undefined, '_io');
  const stream = (/** @type {(text: string) => void} */ write) => {
    const made = /** @type {any} */ (new Instance(streamType));
    made.write = write;
    return made;
  };
  addMethods(streamType, {
    write: (self, text) => {
      self.write(text);
      return BigInt(text.length);
    },
    flush: () => null,
    isatty: () => false,
  });
  return hostModule('sys', {
    argv: [''],
    version: '3.11.0 (torchlet)',
    version_info: call(versionType, [3n, 11n, 0n, 'final', 0n]),
    platform: 'browser',
    maxsize: 9223372036854775807n,
    modules: new Dict(),
    path: [],
    stdout: stream((text) => machine.session.write(text)),
    stderr: stream((text) => machine.session.warn(text)),
    exit: fn('exit', (args) => {
      throw raised('SystemExit', ...args);
    }),
    exc_info: fn('exc_info', () => {
      const { handled } = machine;
      return new Tuple(handled === null ? [null, null, null] : [handled.type, handled, null]);
    }),
    getrecursionlimit: fn('getrecursionlimit', () => 1000n),
    setrecursionlimit: fn('setrecursionlimit', () => null),
    getsizeof: fn('getsizeof', () => {
      throw raised(
        'NotImplementedError',
        "sys.getsizeof() is not part of this Python: sizes in memory are CPython's own",
      );
    }),
    float_info: hostModule('sys.float_info', {
      max: Number.MAX_VALUE,
      min: 2 ** -1022,
      epsilon: Number.EPSILON,
      dig: 15n,
      mant_dig: 53n,
      max_exp: 1024n,
      min_exp: -1021n,
      radix: 2n,
    }),
  });
}

/** The traceback of the error whose handler runs. */
const handledText = () =>
  machine.handled === null ? 'NoneType: None\n' : tracebackOf(machine.handled, machine.session.sources);

/** @returns {import('../values/containers.js').Module} */
export const traceback = () =>
  hostModule('traceback', {
    format_exc: fn('format_exc', handledText),
    print_exc: fn('print_exc', () => {
      machine.session.warn(handledText());
      return null;
    }),
  });

/** @returns {import('../values/containers.js').Module} */
export function contextlib() {
  const managerType = builtinType('_GeneratorContextManager', undefined, 'contextlib');
  addMethods(
    managerType,
    {
      __enter__: (self) => {
        const value = stepGenerator(self.generator);
        if (value === kStop) throw raised('RuntimeError', "generator didn't yield");
        return value;
      },
      __exit__: (self, type, error) => {
        if (type === null) {
          if (stepGenerator(self.generator) !== kStop) throw raised('RuntimeError', "generator didn't stop");
          return false;
        }
        return thrownInto(self.generator, error);
      },
    },
    { __exit__: [3, 3] },
  );
  const suppress = builtinType('suppress', undefined, 'contextlib');
  suppress.make = (type, args) => Object.assign(new Instance(type), { types: args });
  addMethods(
    suppress,
    {
      __enter__: (self) => self.value ?? null,
      __exit__: (self, _, error) =>
        error !== null &&
        self.types.some((/** @type {import('../values/types.js').Type} */ type) => error.type.derivesFrom(type)),
    },
    { __exit__: [3, 3] },
  );
  return hostModule('contextlib', {
    redirect_stdout: redirection(),
    contextmanager: fn('contextmanager', ([callee]) =>
      fn(callee.name, (args, keywords) =>
        Object.assign(new Instance(managerType), { generator: call(callee, args, keywords) }),
      ),
    ),
    suppress,
    nullcontext: fn('nullcontext', ([value = null]) => {
      const made = new Instance(suppress);
      return Object.assign(made, { types: [], value });
    }),
  });
}

/** A context within which what is printed is written to a file. */
function redirection() {
  const type = builtinType('redirect_stdout', undefined, 'contextlib');
  type.make = (own, [target]) => Object.assign(/** @type {any} */ (new Instance(own)), { target, before: [] });
  addMethods(
    type,
    {
      __enter__: (self) => {
        self.before.push(machine.session.write);
        machine.session.write = (text) => void callMethod(self.target, 'write', [text]);
        return self.target;
      },
      __exit__: (self) => {
        machine.session.write = self.before.pop();
        return false;
      },
    },
    { __exit__: [3, 3] },
  );
  return type;
}

/** Raises an error where a generator stands. @param {PyGenerator} generator @param {any} error */
function thrownInto(generator, error) {
  const { lastFrame } = error;
  const { length } = error.traceback;
  try {
    const next = generator.source.throw(error);
    if (next.done) return true;
  } catch (other) {
    if (other === error) {
      error.traceback.length = length;
      error.lastFrame = lastFrame;
      return false;
    }
    throw other;
  }
  throw raised('RuntimeError', "generator didn't stop after throw()");
}

/** @returns {import('../values/containers.js').Module} */
export const string = () =>
  hostModule('string', {
    ascii_lowercase: 'abcdefghijklmnopqrstuvwxyz',
    ascii_uppercase: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
    ascii_letters: 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ',
    digits: '0123456789',
    octdigits: '01234567',
    hexdigits: '0123456789abcdefABCDEF',
    punctuation: '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~',
    whitespace: ' \t\n\r\x0b\x0c',
  });
