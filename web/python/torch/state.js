// torchlet's state outside of tensors, which each session has its own of: generator, print options, default dtype, grad mode.

import { changeOptions, get_printoptions } from '../../core/text/format.js';
import { divert } from '../../torch/arguments/warning.js';
import { anomaly } from '../../torch/autograd/anomaly.js';
import { is_grad_enabled, set_grad_enabled } from '../../torch/autograd/grad_mode.js';
import { float32, get_default_dtype, set_default_dtype } from '../../torch/storage/dtype.js';
import { defaultGenerator, SeededGenerator } from '../../torch/tensor/generator.js';
import { isTaken } from '../errors/warned.js';
import { machine } from '../session.js';

/** @typedef {import('../session.js').Session} Session */

const fresh = () => ({
  generator: SeededGenerator.fromEntropy(),
  options: { precision: 4, threshold: 1000, edgeitems: 3, linewidth: 80, sci_mode: null, refuse: undefined },
  dtype: float32,
  grad: true,
  anomaly: { isOn: false, checksNan: true },
  warned: new Set(),
});

/** Exchanges what torchlet has and what the session keeps. @param {ReturnType<typeof fresh>} kept */
function exchange(kept) {
  defaultGenerator.exchange(kept.generator);
  const { options, dtype, grad } = kept;
  kept.options = /** @type {any} */ ({ refuse: undefined, ...get_printoptions() });
  kept.dtype = get_default_dtype();
  kept.grad = is_grad_enabled();
  changeOptions(null, options);
  set_default_dtype(dtype);
  set_grad_enabled(grad);
  const mode = { ...anomaly };
  Object.assign(anomaly, kept.anomaly);
  kept.anomaly = mode;
}

/** @type {any} */ let before = null;

/** The session's state for torchlet. @param {Session} session */
function enter(session) {
  const kept = session.state('torch', fresh);
  exchange(kept);
  before = divert((category, message) => {
    if (isTaken(session, message, category) || kept.warned.has(message)) return; // as Python shows a warning once for a place
    kept.warned.add(message);
    session.warn(`${category}: ${message}\n`);
  });
}

/** Back to the page's. @param {Session} session */
function leave(session) {
  divert(before);
  exchange(session.state('torch', fresh));
}

machine.surroundings.push({ enter, leave });
