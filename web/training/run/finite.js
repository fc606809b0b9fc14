// Which tensor became inf or NaN first in a step, in the order in which the step computes them, and why.

/**
 * @typedef {object} Cause
 * @property {number} step
 * @property {'forward' | 'loss' | 'backward' | 'step'} phase
 * @property {string} tensor whose name it is: `output of net[2], Linear(…)`, `gradient of net[0].weight`
 * @property {string} operation that made it
 * @property {'inf' | 'nan'} value
 * @property {number} largest the magnitude of what went in
 * @property {number} weight the magnitude of what that was multiplied by; 0 where nothing was
 */

/** @param {any} value @returns {number} the place of a tensor's first element that is inf or NaN, or -1 */
function broken(value) {
  const data = value?.data ?? []; // null or a number stands among what an optimiser keeps
  for (let i = 0; i < data.length; i++) if (!Number.isFinite(data[i])) return i;
  return -1;
}

/** Whether a tensor is finite throughout. @param {any} tensor */
export const isSound = (tensor) => broken(tensor) < 0;

/** The largest finite magnitude in a tensor. @param {any} tensor */
function magnitude({ data }) {
  let most = 0;
  for (const value of data) if (Number.isFinite(value)) most = Math.max(most, Math.abs(value));
  return most;
}

/**
 * A tensor with what made it, as one step comes to it.
 * @typedef {{ phase: Cause['phase'], tensor: string, operation: string, value: any, from: any, by?: any }} Stage
 */

/**
 * The stages of one step, in order, made as they are asked for.
 * @param {{ network: import('../network/network.js').Network, optimizer: any, criterion: any }} parts as they stand before the step
 * @param {import('../network/batches.js').Batch} batch
 * @returns {Generator<Stage>}
 */
function* stagesOf({ network, optimizer, criterion }, [x, y]) {
  const { modules } = network;
  optimizer.zero_grad();
  const names = modules.map((module, i) => `net[${i}], ${module}`);
  const values = [x];
  for (const [i, module] of modules.entries()) {
    const value = module(values[i]);
    value.retain_grad();
    values.push(value);
    const tensor = `output of ${names[i]}`;
    yield { phase: 'forward', tensor, operation: String(module), value, from: values[i], by: module.weight };
  }
  const output = /** @type {any} */ (values.at(-1));
  const loss = criterion(output, y);
  yield { phase: 'loss', tensor: 'loss', operation: String(criterion), value: loss, from: output };
  loss.backward();
  yield* gradientsOf(modules, names, values, String(criterion));
  yield* updatesOf(network.net, optimizer);
}

/**
 * Gradients in the order of backward: from the loss to the first layer.
 * @param {any[]} modules @param {string[]} names @param {any[]} values @param {string} criterion
 * @returns {Generator<Stage>}
 */
function* gradientsOf(modules, names, values, criterion) {
  for (let i = modules.length - 1; i >= 0; i--) {
    const above = values[i + 1];
    const from = i === modules.length - 1 ? values[i + 1] : values[i + 2].grad;
    const operation = i === modules.length - 1 ? `backward of ${criterion}` : `backward of ${modules[i + 1]}`;
    const tensor = `gradient of the output of ${names[i]}`;
    yield { phase: 'backward', tensor, operation, value: above.grad, from, by: modules[i + 1]?.weight };
    for (const [name, parameter] of modules[i].named_parameters()) {
      const of = `gradient of net[${i}].${name}`;
      const own = { operation: `backward of ${modules[i]}`, value: parameter.grad, from: above.grad, by: values[i] };
      yield { phase: 'backward', tensor: of, ...own };
    }
  }
}

/**
 * What the optimiser writes: what it keeps of each parameter, then the parameter.
 * @param {any} net @param {any} optimizer
 * @returns {Generator<Stage>}
 */
function* updatesOf(net, optimizer) {
  const operation = `${optimizer.constructor.name}.step`;
  const gradients = new Map([...net.parameters()].map((parameter) => [parameter, parameter.grad.clone()]));
  optimizer.step();
  for (const [name, parameter] of net.named_parameters()) {
    const at = `net[${name.replace('.', '].')}`;
    const from = gradients.get(parameter);
    for (const [kept, value] of Object.entries(optimizer.state.get(parameter) ?? {})) {
      if (!value?.data || value.data.length < 1) continue;
      yield { phase: 'step', tensor: `${kept} of ${at}`, operation, value, from };
    }
    yield { phase: 'step', tensor: at, operation, value: parameter.detach(), from };
  }
}

/**
 * Makes one step in sight of every tensor and tells which is not finite first. The step is left half made.
 * @param {Parameters<typeof stagesOf>[0]} parts
 * @param {import('../network/batches.js').Batch} batch
 * @param {number} step
 * @returns {Cause | null}
 */
export function causeOf(parts, batch, step) {
  for (const { value, from, by, ...stage } of stagesOf(parts, batch)) {
    const place = broken(value.detach());
    if (place < 0) continue;
    const kind = Number.isNaN(value.detach().data[place]) ? 'nan' : 'inf';
    const weight = by ? magnitude(by.detach()) : 0;
    return { step, value: kind, largest: magnitude(from.detach()), weight, ...stage };
  }
  return null;
}
