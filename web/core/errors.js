// Python's exception classes as JavaScript errors, and the names Python gives to JavaScript's values.

/** An index or a dimension is out of range (Python's IndexError). */
export class IndexError extends RangeError {}
/** An operation cannot be carried out on these operands (Python's RuntimeError, PyTorch's most common one). */
export class RuntimeError extends Error {}
/** A value of the right type is not acceptable (Python's ValueError). */
export class ValueError extends Error {}
/** The operation does not exist for this dtype (Python's NotImplementedError). */
export class NotImplementedError extends RuntimeError {}
/** The object has no such attribute (Python's AttributeError). */
export class AttributeError extends Error {}
/** A name or key is not there, or is there already (Python's KeyError). */
export class KeyError extends Error {
  /** @param {string} key or a message, which Python shows as it shows a string: in quotes, on one line */
  constructor(key) {
    const mark = key.includes("'") && !key.includes('"') ? '"' : "'";
    super(mark + key.replaceAll(mark, `\\${mark}`).replaceAll('\n', '\\n') + mark);
  }
}
/** An arithmetic result does not fit (Python's OverflowError). */
export class OverflowError extends RangeError {}
/** A division by zero, where Python has no infinity for it (Python's ZeroDivisionError). */
export class ZeroDivisionError extends RangeError {}
/** An internal expectation about arguments failed (Python's AssertionError). */
export class AssertionError extends Error {}

const classes = {
  IndexError,
  RuntimeError,
  ValueError,
  NotImplementedError,
  AttributeError,
  KeyError,
  OverflowError,
  ZeroDivisionError,
  AssertionError,
};
// Set on the prototype, so that a minifier that renames the class leaves the name alone.
for (const [name, type] of Object.entries(classes)) {
  Object.defineProperty(type.prototype, 'name', { value: name, configurable: true, writable: true });
}

/**
 * What PyTorch says where there is not so much memory.
 * @param {number | bigint} bytes
 */
export const outOfMemory = (bytes) =>
  new RuntimeError(
    `[enforce fail at alloc_cpu.cpp:127] err == 0. DefaultCPUAllocator: can't allocate memory: you tried to allocate ${bytes} bytes. Error code 12 (Cannot allocate memory)`,
  );
