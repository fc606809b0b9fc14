// JavaScript's errors as Python's exceptions: torchlet's own carry the names of Python's classes.

import { machine } from '../session.js';
import { Exception, exceptions, raised } from '../values/exceptions.js';
import { Type } from '../values/types.js';

/** Exceptions of PyTorch's own. @type {Record<string, Type>} */
const ofTorch = {
  GradcheckError: new Type('GradcheckError', [exceptions.RuntimeError], new Map(), 'torch.autograd.gradcheck'),
};

/** @param {any} thrown @returns {Exception} */
export function pythonError(thrown) {
  if (thrown instanceof Exception) return thrown;
  const made = converted(thrown);
  made.origin = thrown;
  return made;
}

/** What an error knows of the frame that it leaves. @param {any} thrown @param {{ line: number, code: { file: string, name: string } }} f @returns {any} */
export function leaving(thrown, f) {
  const error = pythonError(thrown);
  if (error.lastFrame !== f) error.traceback.push({ file: f.code.file, line: f.line, name: f.code.name });
  error.lastFrame = f;
  return error;
}

/** @param {any} thrown */
function converted(thrown) {
  if (!(thrown instanceof Error)) return raised('RuntimeError', String(thrown));
  const { name, message } = thrown;
  // Where the stack is at its end no pattern can be compiled.
  if (message.startsWith('Maximum call stack') || message.includes('Stack overflow') || name === 'InternalError') {
    return raised('RecursionError', 'maximum recursion depth exceeded');
  }
  if (
    /^Invalid (array|string|typed array) length|^Maximum BigInt size exceeded|^Array buffer allocation failed/.test(
      message,
    )
  )
    return raised('MemoryError', message);
  const missing = /^Cannot read properties of (?:null|undefined) \(reading '(\w+)'\)/.exec(message);
  if (missing) return raised('AttributeError', `'NoneType' object has no attribute '${missing[1]}'`);
  const type =
    exceptions[name] ?? ofTorch[name] ?? (name === 'RangeError' ? exceptions.ValueError : exceptions.RuntimeError);
  // torchlet's KeyError has the key as Python shows it.
  const plain =
    name === 'KeyError'
      ? message.replace(/^(['"])(.*)\1$/s, '$2').replace(/\\(['"\\n])/g, (_, one) => (one === 'n' ? '\n' : one))
      : message;
  return raised(type, plain);
}

machine.refuse = (message) => {
  throw raised('RuntimeError', message);
};
machine.interrupt = () => {
  throw raised('KeyboardInterrupt');
};
