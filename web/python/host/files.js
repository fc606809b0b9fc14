// The files of a session, by their paths: what its programs saved. A folder is a path without a file.

import { machine } from '../session.js';

/** @returns {Map<string, any>} */
export const filesOf = () => machine.session.state('files', () => new Map());
