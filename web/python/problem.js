// Whether a program is written in the language, without running it: for those who offer to run it.
import { Context } from './compile/compiler.js';
import { collect, Scope } from './compile/scope.js';
import { block } from './compile/statements.js';
import { pythonError } from './errors/convert.js';
import { messageOf } from './errors/traceback.js';
import { hasModule, importedBy } from './host/table.js';
import { Session } from './session.js';
import { parse } from './syntax/tree.js';
import { typeOf } from './values/types.js';

/**
 * @param {string} source
 * @returns {string | null} what lies outside the language: the error's class and message, or a module that is not here
 * @example problemOf('import torchvision') // 'torchvision is not here'
 */
export function problemOf(source) {
  try {
    const { body, source: read } = parse(source.replace(/\r\n?/g, '\n'), '<stdin>');
    const scope = new Scope('module', null);
    collect(body, scope, read);
    if (body.length > 0) block(body, new Context(scope, new Session(), read));
    const missing = importedBy(body).find((name) => name !== '__future__' && !hasModule(name.split('.')[0]));
    return missing === undefined ? null : `${missing.split('.')[0]} is not here`;
  } catch (thrown) {
    const error = pythonError(thrown);
    return `${typeOf(error).name}: ${messageOf(error)}`;
  }
}
