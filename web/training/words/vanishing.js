// What is seen of vanishing gradients, in sentences: sizes of the first and the last layer's, their ratio, which way out helps.
import { initNames } from '../network/init.js';
import { capital, counted, listed, twoDigits } from './phrases.js';

/**
 * @typedef {import('../measures/gradients.js').Profile} Profile
 * @typedef {import('../state/choices.js').Init} Init
 */

/** Below this ratio of first to last the first layer hardly moves while the last one learns. */
const kVanished = 1e-3;
const kExploded = 1e3;
const kArrives = 'the gradient arrives';

/** What a ratio is called. @param {number} ratio */
export function ratioWord(ratio) {
  if (Number.isNaN(ratio)) return 'there is no gradient at all';
  if (ratio === 0) return 'nothing arrives at the first layer';
  if (ratio < kVanished) return 'the gradient vanishes';
  return ratio > kExploded ? 'the gradient explodes' : kArrives;
}

/**
 * One network's sizes.
 * @param {string} name of the activation
 * @param {Init} init
 * @param {Profile} profile
 * @param {number} [steps] after how many
 */
export function profileSentence(name, init, { rms, ratio }, steps = 0) {
  const when = steps === 0 ? 'at initialisation' : `after ${counted(steps, 'step')}`;
  const [first, last] = [rms[0], /** @type {number} */ (rms.at(-1))];
  return `${name}, ${initNames[init]}, ${rms.length} layers, ${when}: the first layer’s gradient is ${twoDigits(first)}, the last one’s ${twoDigits(last)}, a ratio of ${twoDigits(ratio)}; ${ratioWord(ratio)}.`;
}

/**
 * Which initialisations let the gradient through, of one activation.
 * @param {string} name
 * @param {Map<Init, Profile>} profiles
 */
export function initsSentence(name, profiles) {
  /** @type {Record<string, string[]>} */ const byWord = {};
  for (const [init, { ratio }] of profiles) {
    const own = byWord[ratioWord(ratio)] ?? [];
    byWord[ratioWord(ratio)] = [...own, `${initNames[init]} (${twoDigits(ratio)})`];
  }
  const parts = Object.entries(byWord).map(([word, inits]) => `with ${listed(inits)} ${word}`);
  const arrived = Object.keys(byWord).includes(kArrives);
  const lesson = !arrived
    ? 'None of these helps.'
    : parts.length > 1
      ? 'The initialisation decides.'
      : 'All of these let it through.';
  return `${name}: ${parts.join('; ')}. ${lesson}`;
}

/**
 * What no tutorial says, where it is so: by nn.Linear's own weights the rectifiers vanish too.
 * @param {Map<string, Profile>} profiles of PyTorch's default initialisation, by activation
 */
export function defaultSentence(profiles) {
  const vanished = [...profiles].filter(([, { ratio }]) => ratio < kVanished);
  if (vanished.length === 0) return 'With nn.Linear’s own weights every gradient here arrives.';
  const names = vanished.map(([name, { ratio }]) => `${name} (${twoDigits(ratio)})`);
  return `With nn.Linear’s own weights the gradient vanishes for ${listed(names)}.`;
}

/** How alike the units of a layer are. @param {Init} init */
export const alikeSentence = (init) =>
  init === 'alike'
    ? `${capital(initNames.alike)}: each layer’s units compute the same number and get the same gradient, so they stay one unit forever.`
    : '';
