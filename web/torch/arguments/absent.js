// Names that PyTorch has and torchlet has not: functions that say so, and what comes nearest.

import { NotImplementedError } from '../../core/errors.js';
import { absentNames } from './absent_names.js';
import { nearest } from './signature.js';

/** Where names are, by the letters of the list. @type {Record<string, string>} */
const spaces = {
  t: 'torch.',
  x: 'Tensor.',
  n: 'torch.nn.',
  f: 'torch.nn.functional.',
  o: 'torch.optim.',
  i: 'torch.nn.init.',
  m: 'Module.',
  s: 'torch.optim.lr_scheduler.',
  u: 'torch.nn.utils.',
  l: 'torch.linalg.',
  d: 'torch.utils.data.',
};

/** Families whose names say nothing of what stands in for them. @type {[RegExp, string][]} */
const families = [
  [/conv|pool|pad|fold|pixel|sample|grid|rnn|lstm|gru|attention|transformer|embedding|bilinear/i, 'nn.Linear'],
  [/norm/i, 'nn.LayerNorm, nn.BatchNorm1d'],
  [/loss|kl_div/i, 'nn.CrossEntropyLoss, nn.MSELoss'],
  [/dropout/i, 'nn.Dropout'],
  [/solve|inverse|det$|eig|svd|cholesky|^q?r$|^lu|^o[rgm]+qr/, 'torch.matmul, torch.linalg.norm'],
];

/** @type {Map<string, string> | undefined} */
let places;

/** Which letters of places a name has. */
function placesOf(/** @type {string} */ name) {
  places ??= new Map(
    absentNames.split(';').flatMap((group) => {
      const [where, ...names] = group.split(' ');
      return names
        .flatMap((one) => (one.includes('#') ? [1, 2, 3].map((n) => one.replace('#', String(n))) : one))
        .flatMap((one) => (one.endsWith('*') ? [one.slice(0, -1), one.replace('*', '_')] : one))
        .map((one) => /** @type {const} */ ([one, where]));
    }),
  );
  return places.get(name) ?? '';
}

/** The names of one place. @param {string} letter */
export function absentOf(letter) {
  placesOf('');
  return [.../** @type {Map<string, string>} */ (places)]
    .filter(([, where]) => where.includes(letter))
    .map(([name]) => name);
}

/** @param {string} letter @param {string} name @param {Iterable<string>} own names that are there */
function refuse(letter, name, own) {
  const family = families.find(([pattern]) => pattern.test(name))?.[1];
  const near =
    family ??
    nearest(
      [...own].filter((one) => !placesOf(one).includes(letter)),
      name,
    );
  return new NotImplementedError(
    `${spaces[letter]}${name} is not part of torchlet${near ? `; the nearest that it has: ${near}` : ''}`,
  );
}

/**
 * A function that refuses a name which PyTorch has there; undefined for a name that it has not. A module of PyTorch's is refused at once.
 * @param {string} letter
 * @param {string} name
 * @param {() => Iterable<string>} own
 */
export function absent(letter, name, own) {
  const where = placesOf(name);
  if (letter === 't' && where.includes('M')) throw refuse(letter, name, []);
  if (!where.includes(letter)) return undefined;
  return Object.assign(
    () => {
      throw refuse(letter, name, own());
    },
    { isAbsent: true },
  );
}
