// A peer is asked for its answer before it is timed, and for what it still holds afterwards: what is wrong is reported, not hidden.
import { ops, shapeOf } from './ops.js';
import { peerNamed, restoreGlobals } from './peers/peers.js';

/**
 * How a peer does one operation.
 * @typedef {object} Form
 * @property {string} [what] it is, where a peer has several
 * @property {() => unknown} run
 * @property {boolean} [awaits] `run` gives a promise that its user would await
 * @property {() => Float32Array | Promise<Float32Array>} answer what one run gives
 *
 * @typedef {object} Prepared
 * @property {Form} fresh from a Float32Array to a new one
 * @property {Form[]} out the input on the peer's side, the output left there; the first that gives the right answer counts
 * @property {() => Form} [gradient] the gradient of the input from one of the output, both left there
 * @property {() => number} [held] what the peer holds, which must not grow
 * @property {string} [unit] of `held`
 * @property {() => void} [dispose]
 *
 * @typedef {{ data: Float32Array, shape: number[] }} Upstream a gradient of the output
 * @typedef {{ upstream: Upstream, input: Float32Array }} Gradient and what it makes of the input's
 *
 * @typedef {object} Peer
 * @property {string} name
 * @property {string[]} ops
 * @property {(op: string, x: Float32Array, shape: number[], upstream: Upstream) => Promise<Prepared> | Prepared} prepare
 *
 * @typedef {import('./measure.js').Contender} Contender
 * @typedef {import('./measure.js').Note} Note
 */

/** Bounds of |got - right|, absolute and relative to right. A peer's are wide enough for its own formulas. */
const tolerances = { torchlet: [1e-6, 1e-5], peer: [1e-5, 1e-4] };

/** Of very long arrays every so-manieth element is looked at: the same code gave all the others at smaller sizes. */
const checks = 2 ** 20;

/** Throws where the answer is wrong. @param {Float32Array} got @param {Float32Array} right @param {keyof typeof tolerances} tolerance */
export function checked(got, right, tolerance) {
  if (!(got instanceof Float32Array)) throw new Error(`a ${Object(got).constructor.name} came, not a Float32Array`);
  if (got.length !== right.length) throw new Error(`${got.length} elements came instead of ${right.length}`);
  const [absolute, relative] = tolerances[tolerance];
  // Odd, so that it meets every place in a vector.
  const step = Math.ceil(right.length / checks) | 1;
  for (let i = 0; i < right.length; i += step) {
    if (!(Math.abs(got[i] - right[i]) <= absolute + relative * Math.abs(right[i]))) {
      throw new Error(`element ${i} is ${got[i]}, and plain JavaScript gives ${right[i]}`);
    }
  }
}

/** @param {unknown} error */
const said = (error) =>
  String(error instanceof Error ? error.message : error)
    .split('\n')[0]
    .slice(0, 200);

/**
 * Prepares a peer's forms that give the right answer.
 * @param {string} name of the peer
 * @param {string} op
 * @param {Float32Array} x
 * @param {Float32Array} right
 * @param {Gradient} gradient
 * @param {Note[]} notes are added to
 * @returns {Promise<{ contenders: Contender[], finish: () => void }>} finish frees what was prepared
 */
export async function enter(name, op, x, right, gradient, notes) {
  /** @type {Contender[]} */
  const contenders = [];
  const note = (/** @type {string} */ what, /** @type {unknown} */ why) =>
    notes.push({ peer: name, what, why: said(why) });
  let finish = () => {};
  try {
    const peer = await peerNamed(name);
    const { of = op } = ops[op];
    if (!peer.ops.includes(of)) return { contenders, finish };
    const prepared = await peer.prepare(of, x, shapeOf(op, x.length), gradient.upstream);
    restoreGlobals();
    finish = () => prepared.dispose?.();
    const first = async (
      /** @type {import('./measure.js').Form} */ form,
      /** @type {Form[]} */ ways,
      expected = right,
    ) => {
      for (const { what = form, run, awaits, answer } of ways) {
        try {
          checked(await answer(), expected, 'peer');
          return contenders.push({ name, form, run, awaits });
        } catch (error) {
          note(what, error);
        }
      }
    };
    await first('fresh', [prepared.fresh]);
    await first('out', prepared.out);
    try {
      if (prepared.gradient) await first('gradient', [prepared.gradient()], gradient.input);
    } catch (error) {
      note('gradient', error);
    }
    const { held, unit } = prepared;
    if (!held) return { contenders, finish };
    const before = held();
    finish = () => {
      if (held() > before) note('leak', `it holds ${held() - before} ${unit} more than before`);
      prepared.dispose?.();
    };
  } catch (error) {
    note('all', error);
  }
  return { contenders, finish };
}
