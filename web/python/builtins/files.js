// Errors of the system, and open(), which finds no file in a page: a program that expects that catches what CPython raises.

import { bound, fn } from '../operations/arguments.js';
import { Exception, exceptions, raised } from '../values/exceptions.js';
import { kDict, Member, nameOf } from '../values/types.js';

/** The classes that OSError makes of numbers. Source: CPython 3.11, Objects/exceptions.c, and Linux' errno.h. @type {Record<string, string>} */
const byNumber = {
  1: 'PermissionError',
  2: 'FileNotFoundError',
  13: 'PermissionError',
  17: 'FileExistsError',
  20: 'NotADirectoryError',
  21: 'IsADirectoryError',
  110: 'TimeoutError',
};

const { OSError } = exceptions;
for (const type of Object.values(exceptions)) if (type.derivesFrom(OSError)) type.make = systemError;

/** `OSError(errno, strerror, filename)` @param {import('../values/types.js').Type} type @param {any[]} args */
function systemError(type, args) {
  const [number, text, file = null] = args;
  const isWhole = args.length >= 2 && args.length <= 5;
  const name = isWhole && type === OSError ? byNumber[String(number)] : undefined;
  const made = new Exception(name === undefined ? type : exceptions[name], isWhole ? [number, text] : [...args]);
  if (isWhole) made[kDict].set('errno', number).set('strerror', text);
  if (file !== null) made[kDict].set('filename', file);
  return made;
}

for (const name of ['errno', 'strerror', 'filename'])
  OSError.dict.set(
    name,
    new Member(
      (self) => self[kDict].get(name) ?? null,
      (self, value) => self[kDict].set(name, value),
    ),
  );

const kParameters = ['file', 'mode?', 'buffering?', 'encoding?', 'errors?', 'newline?', 'closefd?', 'opener?'];

/** @param {any[]} args @param {Map<string, any>} keywords */
export const open = fn('open', (args, keywords) => {
  const [file, mode = 'r'] = bound('open', kParameters, args, keywords);
  if (typeof file !== 'string')
    throw raised('TypeError', `expected str, bytes or os.PathLike object, not ${nameOf(file)}`);
  if (typeof mode !== 'string') throw raised('TypeError', `open() argument 'mode' must be str, not ${nameOf(mode)}`);
  if (!/^(?!.*(.).*\1)(?=[^rwax]*[rwax][^rwax]*$)[rwaxbt+]+$/.test(mode) || /b.*t|t.*b/.test(mode))
    throw raised('ValueError', /^[rwaxbt+]*$/.test(mode) ? wrongMode(mode) : `invalid mode: '${mode}'`);
  if (/[wax]/.test(mode))
    throw raised('NotImplementedError', 'open() writes no files here: print() shows what a program makes');
  throw systemError(OSError, [2n, 'No such file or directory', file]);
});

/** @param {string} mode of letters that are right one by one */
function wrongMode(mode) {
  if (/(.).*\1/.test(mode)) return `invalid mode: '${mode}'`;
  if (mode.includes('b') && mode.includes('t')) return "can't have text and binary mode at once";
  return /[rwax]/.test(mode)
    ? 'must have exactly one of create/read/write/append mode'
    : 'Must have exactly one of create/read/write/append mode and at most one plus';
}
