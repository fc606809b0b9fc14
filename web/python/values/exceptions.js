// Python's exceptions: the hierarchy of CPython 3.11, and how JavaScript raises them.

import { Instance, objectType, registerType, Type } from './types.js';

/** A raised exception; thrown as it is. Its type says which. */
export class Exception extends Instance {
  /** @param {Type} type @param {any[]} args */
  constructor(type, args) {
    super(type);
    this.args = args;
    /** Where it passed, the innermost place last: see ../errors/traceback.js. @type {{ file: string, line: number, name: string }[]} */
    this.traceback = [];
    /** @type {Exception | null} */ this.cause = null;
    /** @type {Exception | null} */ this.context = null;
    this.suppressed = false;
    /** The frame that it was last seen to leave. @type {any} */ this.lastFrame = null;
    /** The names that could have been meant, nearest scope first. @type {(() => Iterable<string>[]) | null} */ this.candidates =
      null;
    /** The error of JavaScript's that it was. @type {any} */ this.origin = null;
    /** @type {any[]} */ this.notes = [];
  }
}

// biome-ignore format: a tree
const tree = `
BaseException
 SystemExit
 KeyboardInterrupt
 GeneratorExit
 Exception
  StopIteration
  StopAsyncIteration
  ArithmeticError
   FloatingPointError
   OverflowError
   ZeroDivisionError
  AssertionError
  AttributeError
  BufferError
  EOFError
  ImportError
   ModuleNotFoundError
  LookupError
   IndexError
   KeyError
  MemoryError
  NameError
   UnboundLocalError
  OSError
   FileExistsError
   FileNotFoundError
   IsADirectoryError
   NotADirectoryError
   PermissionError
   TimeoutError
  ReferenceError
  RuntimeError
   NotImplementedError
   RecursionError
  SyntaxError
   IndentationError
    TabError
  SystemError
  TypeError
  ValueError
   UnicodeError
    UnicodeDecodeError
    UnicodeEncodeError
  Warning
   DeprecationWarning
   PendingDeprecationWarning
   RuntimeWarning
   SyntaxWarning
   UserWarning
   FutureWarning
   ImportWarning
   UnicodeWarning
   ResourceWarning`;

/** The exceptions' types by name. @type {Record<string, Type>} */
export const exceptions = {};
/** @type {Type[]} */
const above = [];
for (const line of tree.trim().split('\n')) {
  const name = line.trim();
  const depth = line.length - name.length;
  const base = above[depth - 1] ?? objectType;
  const type = new Type(name, [base]);
  type.make = (own, args) => new Exception(own, [...args]);
  exceptions[name] = type;
  above.length = depth;
  above.push(type);
}
exceptions.IOError = exceptions.OSError;
exceptions.EnvironmentError = exceptions.OSError;
registerType(Exception.prototype, exceptions.BaseException);

/**
 * An exception to throw: `throw raised('ValueError', 'math domain error')`.
 * @param {string | Type} type the name of a built-in one, or a type
 * @param {...any} args Python values, as a rule the message
 */
export const raised = (type, ...args) => new Exception(typeof type === 'string' ? exceptions[type] : type, args);

/** @param {any} value @param {string} name of a built-in type @returns {value is Exception} */
export const isException = (value, name) =>
  (value instanceof Exception ? value.type : exceptions[value?.name])?.derivesFrom(exceptions[name]) === true;
