// What becomes of a warning: shown, ignored, kept in a list or raised, as the session's filters and `catch_warnings` say.

import { machine } from '../session.js';
import { str } from '../text/repr.js';
import { exceptions, raised } from '../values/exceptions.js';

/**
 * @typedef {{ action: string, category: any, text: RegExp | null }} Rule the newest that fits a warning says what becomes of it
 * @typedef {{ rules: Rule[], record: ((told: Record<string, any>) => void) | null }} Filter
 */

/** The session's filters. @param {import('../session.js').Session} session @returns {Filter} */
export const filterOf = (session) =>
  session.state('warnings', () => /** @type {Filter} */ ({ rules: [], record: null }));

/**
 * Whether a filter has taken a warning, which is then not to be shown.
 * @param {import('../session.js').Session} session
 * @param {any} given the warning as an exception, or its text
 * @param {any} named its class, or the name of that
 */
export function isTaken(session, given, named) {
  const { rules, record } = filterOf(session);
  if (rules.length === 0 && record === null) return false;
  const category = typeof named === 'string' ? exceptions[named] : named;
  const message = typeof given === 'string' ? raised(category.name, given) : given;
  const fits = (/** @type {Rule} */ rule) =>
    category.derivesFrom(rule.category) && (rule.text === null || rule.text.test(str(message)));
  const action = rules.find(fits)?.action ?? 'default';
  if (action === 'error') throw message;
  if (action === 'ignore') return true;
  const { frame } = machine;
  record?.({ message, category, filename: frame?.code.file ?? '', lineno: BigInt(frame?.line ?? 0) });
  return record !== null;
}
