// The module logging: records that are written where errors go, or to a stream of the program's. Source: Lib/logging of CPython 3.11.

import { addMethod, addMethods, fn } from '../operations/arguments.js';
import { binary } from '../operations/arithmetic.js';
import { listOf } from '../operations/iterate.js';
import { callMethod } from '../operations/objects.js';
import { machine } from '../session.js';
import { repr, str } from '../text/repr.js';
import { Tuple } from '../values/containers.js';
import { Dict } from '../values/dict.js';
import { raised } from '../values/exceptions.js';
import { builtinType, Instance, Member } from '../values/types.js';
import { bound, hostModule } from './protocol.js';

const levels = { CRITICAL: 50n, ERROR: 40n, WARNING: 30n, INFO: 20n, DEBUG: 10n, NOTSET: 0n };
const kBasic = '%(levelname)s:%(name)s:%(message)s';

/** @param {any} level a number or a name @returns {bigint} */
function levelOf(level) {
  if (typeof level === 'bigint') return level;
  const found = /** @type {Record<string, bigint>} */ (levels)[level];
  if (found === undefined) throw raised('ValueError', `Unknown level: ${repr(level)}`);
  return found;
}
/** @param {bigint} level */
const nameOfLevel = (level) => Object.entries(levels).find(([, value]) => value === level)?.[0] ?? `Level ${level}`;

/** The time, as `asctime` shows it. */
function timeText() {
  const date = new Date();
  const two = (/** @type {number} */ n) => String(n).padStart(2, '0');
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  const time = [date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(':');
  return `${day} ${time},${String(date.getMilliseconds()).padStart(3, '0')}`;
}

/** @param {string} format @param {{ name: string, level: bigint, text: string }} record */
const formatted = (format, { name, level, text }) =>
  binary(
    '%',
    format,
    new Dict(
      Object.entries({
        name,
        message: text,
        levelname: nameOfLevel(level),
        levelno: level,
        asctime: timeText(),
        module: 'x',
        filename: 'x.py',
        funcName: '<module>',
      }),
    ),
  );

const formatterType = builtinType('Formatter', undefined, 'logging');
formatterType.make = (type, args, keywords) => {
  const [format = '%(message)s'] = bound('__init__', ['fmt?', 'datefmt?', 'style?'], args, keywords);
  return Object.assign(/** @type {any} */ (new Instance(type)), { format });
};

const handlerType = builtinType('StreamHandler', undefined, 'logging');
handlerType.make = (type, args, keywords) => {
  const [stream = null] = bound('__init__', ['stream?'], args, keywords);
  return Object.assign(/** @type {any} */ (new Instance(type)), { stream, format: null, level: 0n });
};
addMethods(handlerType, {
  setFormatter: (self, formatter) => {
    self.format = formatter.format;
    return null;
  },
  setLevel: (self, level) => {
    self.level = levelOf(level);
    return null;
  },
});

const loggerType = builtinType('Logger', undefined, 'logging');

/** A record goes to the handlers of its logger and of those above it. @param {any} logger @param {{ name: string, level: bigint, text: string }} record */
function handle(logger, record) {
  let found = 0;
  for (let at = logger; at !== null; at = at.propagate ? at.parent : null)
    for (const handler of at.handlers) {
      found++;
      if (record.level < handler.level) continue;
      const text = formatted(handler.format ?? '%(message)s', record);
      if (handler.stream === null) machine.session.warn(text);
      else callMethod(handler.stream, 'write', [`${text}\n`]);
    }
  if (found === 0 && record.level >= levels.WARNING) machine.session.warn(record.text);
}

/** @param {any} logger @returns {bigint} */
function effective(logger) {
  for (let at = logger; at !== null; at = at.parent) if (at.level > 0n) return at.level;
  return 0n;
}

/** @param {any} logger @param {bigint} level @param {any} message @param {any[]} args */
function log(logger, level, message, args) {
  if (level < effective(logger)) return null;
  const values = args.length === 1 && args[0] instanceof Dict ? args[0] : new Tuple(args);
  handle(logger, {
    name: logger.name,
    level,
    text: args.length > 0 ? binary('%', str(message), values) : str(message),
  });
  return null;
}

/** @param {string} name @param {any} parent */
const loggerOf = (name, parent) =>
  Object.assign(/** @type {any} */ (new Instance(loggerType)), {
    name,
    parent,
    handlers: [],
    level: parent === null ? levels.WARNING : 0n,
    propagate: true,
  });

for (const name of ['name', 'level', 'parent', 'handlers', 'propagate'])
  loggerType.dict.set(
    name,
    new Member(
      (self) => self[name],
      (self, value) => {
        self[name] = value;
      },
    ),
  );

const methods = {
  debug: 'DEBUG',
  info: 'INFO',
  warning: 'WARNING',
  error: 'ERROR',
  critical: 'CRITICAL',
  exception: 'ERROR',
};
for (const [name, level] of Object.entries(methods))
  addMethod(loggerType, name, (self, [message, ...args]) =>
    log(self, /** @type {Record<string, bigint>} */ (levels)[level], message, args),
  );
addMethod(loggerType, 'log', (self, [level, message, ...args]) => log(self, levelOf(level), message, args));
addMethods(loggerType, {
  setLevel: (self, level) => {
    self.level = levelOf(level);
    return null;
  },
  addHandler: (self, handler) => {
    self.handlers.push(handler);
    return null;
  },
  isEnabledFor: (self, level) => levelOf(level) >= effective(self),
  hasHandlers: (self) => self.handlers.length > 0,
  getEffectiveLevel: effective,
  __repr__: (self) => `<Logger ${self.name} (${nameOfLevel(effective(self))})>`,
});

/** @returns {import('../values/containers.js').Module} */
export function logging() {
  const root = loggerOf('root', null);
  /** @type {Map<string, any>} */ const loggers = new Map();
  const getLogger = (/** @type {any} */ name) => {
    if (name === undefined || name === null || name === 'root') return root;
    const above = [...loggers.keys()]
      .filter((one) => name.startsWith(`${one}.`))
      .sort((a, b) => b.length - a.length)[0];
    const made = loggers.get(name) ?? loggerOf(name, above === undefined ? root : loggers.get(above));
    loggers.set(name, made);
    return made;
  };
  const basicConfig = (/** @type {any[]} */ args, /** @type {Map<string, any>} */ keywords) => {
    const names = [
      '*',
      'level?',
      'format?',
      'datefmt?',
      'stream?',
      'handlers?',
      'force?',
      'style?',
      'filename?',
      'filemode?',
    ];
    const [level, format = kBasic, , stream = null, handlers, force = false] = bound(
      'basicConfig',
      names,
      args,
      keywords,
    );
    if (root.handlers.length > 0 && force !== true) return null;
    root.handlers = handlers
      ? listOf(handlers)
      : [Object.assign(/** @type {any} */ (new Instance(handlerType)), { stream, format: null, level: 0n })];
    for (const handler of root.handlers) handler.format ??= format;
    if (level !== undefined) root.level = levelOf(level);
    return null;
  };
  const atRoot = Object.keys(methods).map((name) => [
    name,
    fn(name, ([message, ...args]) => {
      basicConfig([], new Map());
      return log(root, /** @type {any} */ (levels)[/** @type {any} */ (methods)[name]], message, args);
    }),
  ]);
  return hostModule('logging', {
    ...levels,
    WARN: levels.WARNING,
    FATAL: levels.CRITICAL,
    ...Object.fromEntries(atRoot),
    basicConfig: fn('basicConfig', basicConfig),
    getLogger: fn('getLogger', ([name]) => getLogger(name)),
    getLevelName: fn('getLevelName', ([level]) => nameOfLevel(level)),
    Logger: loggerType,
    StreamHandler: handlerType,
    Formatter: formatterType,
    disable: fn('disable', () => null),
  });
}
