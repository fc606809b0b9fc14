// torchlet's state outside of tensors, which each session has its own of: generator, print options, default dtype, grad mode.

/** @param {any} _session */
export function enterTorch(_session) {}

/** @param {any} _session */
export function leaveTorch(_session) {}
