// The entry of torchlet.iife.js, for a plain script tag: everything under the global name `torch`.
import torch from './index.js';

/** @type {any} */ (globalThis).torch = torch;
