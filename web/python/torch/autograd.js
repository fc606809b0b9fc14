// What torch.autograd has in Python alone: detection of anomalies, and Variable, which tensors were once.

import { warn } from '../../torch/arguments/warning.js';
import { anomaly } from '../../torch/autograd/anomaly.js';
import { isTensor } from '../../torch/storage/base.js';
import { addMethods, bound, fn } from '../operations/arguments.js';
import { truth } from '../operations/truth.js';
import { raised } from '../values/exceptions.js';
import { builtinType, Instance, nameOf } from '../values/types.js';

/**
 * A class of contexts within which backward refuses NaN; after them all is as it was.
 * @param {string} name
 * @param {string[]} parameters
 * @param {boolean} sets whether making one switches it on or off
 */
function detecting(name, parameters, sets) {
  const type = builtinType(name, undefined, 'torch.autograd.anomaly_mode');
  type.make = (own, args, keywords) => {
    if (sets && args.length === 0 && !keywords.has('mode'))
      throw raised('TypeError', `${name}.__init__() missing 1 required positional argument: 'mode'`);
    const values = bound(`${name}.__init__`, parameters, args, keywords);
    const [isOn, checksNan] = [sets ? truth(values[0]) : true, truth(values.at(-1) ?? true)];
    const made = /** @type {any} */ (new Instance(own));
    Object.assign(made, { before: { ...anomaly }, wanted: { isOn, checksNan } });
    if (sets) Object.assign(anomaly, made.wanted);
    else
      warn(
        'UserWarning',
        'Anomaly Detection has been enabled. This mode will increase the runtime and should only be enabled for debugging.',
      );
    return made;
  };
  addMethods(
    type,
    {
      __enter__: (self) => {
        if (!sets) Object.assign(anomaly, self.wanted);
        return null;
      },
      __exit__: (self) => {
        Object.assign(anomaly, self.before);
        return null;
      },
    },
    { __exit__: [3, 3] },
  );
  return type;
}

/** A tensor that shares its memory with the one given, and is a leaf. */
const variable = builtinType('Variable', undefined, 'torch.autograd.variable');
variable.make = (_, args, keywords) => {
  const [data, requires] = bound('Variable', ['data', 'requires_grad?'], args, keywords);
  if (!isTensor(data)) throw raised('TypeError', `Variable data has to be a tensor, but got ${nameOf(data)}`);
  return /** @type {any} */ (data).detach().requires_grad_(truth(requires ?? false));
};
variable.covers = isTensor;

export const autograd = {
  Variable: variable,
  detect_anomaly: detecting('detect_anomaly', ['check_nan?'], false),
  set_detect_anomaly: detecting('set_detect_anomaly', ['mode', 'check_nan?'], true),
};
export const is_anomaly_enabled = fn('is_anomaly_enabled', () => anomaly.isOn);
