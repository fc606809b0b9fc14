// The lesson on vanishing gradients as trainings: each activation from each initialisation, at the state's depth.
import { Together } from '../run/together.js';
import { Training } from '../run/training.js';
import { nameOf } from '../state/activations.js';
import { inits } from '../state/choices.js';
import { comparedOf } from '../state/vocabulary.js';
import { profileOf } from './gradients.js';

/**
 * @typedef {object} Descent
 * @property {string} name of the activation
 * @property {import('../state/activations.js').Chosen} chosen
 * @property {import('../state/choices.js').Init} init
 * @property {Training} training
 */

/** All of them; `profile` tells the sizes of gradients at the state that they stand at. */
export class Descents extends Together {
  /** @type {Map<Descent, import('./gradients.js').Profile>} */ #initial;

  /** @param {import('../state/vocabulary.js').State} state @param {{ isLater?: boolean }} [options] isLater: made by `prepare` */
  constructor(state, { isLater = false } = {}) {
    /** @type {Descent[]} */ const descents = [];
    /** @type {Map<Descent, import('./gradients.js').Profile>} */ const initial = new Map();
    const making = comparedOf(state).flatMap((chosen) =>
      inits.map((init) => () => {
        const training = new Training({ ...state, ...chosen, activations: [], init }, { observes: false });
        const descent = { name: nameOf(chosen), chosen, init, training };
        descents.push(descent);
        initial.set(descent, profileOf(training));
      }),
    );
    super(state.steps, making, isLater);
    this.descents = descents;
    this.#initial = initial;
  }

  /** All trainings. @override */
  get runs() {
    return this.descents.map(({ training }) => training);
  }

  /** Those before the first step. @param {Descent} descent */
  initial(descent) {
    return /** @type {import('./gradients.js').Profile} */ (this.#initial.get(descent));
  }

  /** The sizes of gradients of one, at all points. @param {Descent} descent */
  profile({ training }) {
    return profileOf(training);
  }
}
