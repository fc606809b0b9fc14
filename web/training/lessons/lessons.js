// The four lessons: what each trains, draws, says and lets a reader set.
import { convergence } from './convergence/convergence.js';
import { dying } from './dying/dying.js';
import { network } from './network/network.js';
import { vanishing } from './vanishing/vanishing.js';

/**
 * @typedef {import('../state/vocabulary.js').State} State
 * @typedef {object} Scene what a lesson draws
 * @property {State} state of the run
 * @property {State} wanted what the controls say: a run of it may be on its way
 * @property {any} run
 * @property {number} at the step that is shown
 * @property {number} width of the picture's room, in pixels
 * @property {boolean} isThere whether the run is in the state of that step
 * @property {Record<string, any>} looks what a reader has chosen to look at, by names of the lesson's own
 * @property {(patch: Record<string, any>) => void} look chooses
 * @property {(patch: Partial<State>, moving?: boolean) => void} change
 * @property {(step: number, moving?: boolean) => void} seek
 *
 * @typedef {object} Table
 * @property {string} caption
 * @property {string[]} head
 * @property {(string | number)[][]} rows
 *
 * @typedef {object} Recorded a training whose losses PyTorch's stand beside
 * @property {string} name of the run; nothing where there is one alone
 * @property {ArrayLike<number>} losses
 * @property {Float64Array | null} recorded
 *
 * @typedef {object} Lesson
 * @property {string} name as a heading has it
 * @property {(state: State) => import('../element/player.js').Run} begin
 * @property {string[]} settings the names of what a reader can set, in order
 * @property {(scene: Scene) => import('lit').TemplateResult} picture
 * @property {(scene: Scene) => string} statement what is seen, and what it means
 * @property {(scene: Scene) => string[]} readings what else is seen
 * @property {(scene: Scene) => Table} table
 * @property {(scene: Scene) => Recorded[]} recorded
 * @property {(scene: Scene) => number} lossAt the loss of the step shown
 */

/** @type {Record<import('../state/choices.js').Lesson, Lesson>} */
export const lessons = { dying, vanishing, convergence, network };

/** @param {Pick<State, 'lesson'>} state */
export const lessonOf = ({ lesson }) => lessons[lesson];
