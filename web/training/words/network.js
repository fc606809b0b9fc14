// Where a network stands, in sentences: its loss, how many points it has right, of those it saw and of those it did not.

import { grouped, share } from '../../figure/text/numbers.js';
import { accuracyOf } from '../measures/maps.js';
import { parameterCount } from '../network/network.js';
import { networkName } from '../state/vocabulary.js';
import { counted, loss } from './phrases.js';

/** @typedef {import('../run/training.js').Training} Training */

/** What it is. @param {Training} training */
export const networkSentence = ({ state, network }) =>
  `${networkName(state)}: it learns ${grouped(parameterCount(network))} numbers.`;

/** Where it stands. @param {Training} training */
export function standingSentence(training) {
  const { step, losses, data, observer } = training;
  const seen = accuracyOf(training);
  const last = step > 0 ? ` The latest batch had a loss of ${loss(losses[step - 1])}.` : '';
  const own = `After ${counted(step, 'step')} ${share(seen.right, seen.of)} points are in their class.${last}`;
  if (data.test === null) return own;
  const held = accuracyOf(training, data.test);
  const tested =
    observer && step < observer.tested.length ? `, with a loss of ${loss(observer.tested.at(step)[0])}` : '';
  return `${own} Of the points that it has not seen, ${share(held.right, held.of)}${tested}.`;
}

/** What one step does, for those who read it for the first time. @param {Training} training */
export function stepSentence({ state, step }) {
  return `Step ${step} looks at ${state.batch === 0 ? 'all points' : counted(state.batch, 'point')}, asks how the loss changes with each weight, and moves all of them by ${state.optimizer} with a learning rate of ${state.lr}.`;
}
