// What becomes of a warning: shown, ignored, kept in a list or raised, as the session's filter and `catch_warnings` say.

import { exceptions, raised } from '../values/exceptions.js';

/** @typedef {{ action: string, record: ((told: { message: any, category: any }) => void) | null }} Filter */

/** The session's filter. @param {import('../session.js').Session} session @returns {Filter} */
export const filterOf = (session) =>
  session.state('warnings', () => /** @type {Filter} */ ({ action: 'default', record: null }));

/**
 * Whether a filter has taken a warning, which is then not to be shown.
 * @param {import('../session.js').Session} session
 * @param {any} error the warning as an exception, or its text
 * @param {any} category its class, or its name
 */
export function isTaken(session, error, category) {
  const { action, record } = filterOf(session);
  if (action === 'default' && record === null) return false;
  const made = typeof error === 'string' ? raised(category, error) : error;
  if (action === 'error') throw made;
  if (action !== 'ignore')
    record?.({ message: made, category: typeof category === 'string' ? exceptions[category] : category });
  return true;
}
