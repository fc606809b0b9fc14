// Draws from torch's generator as a script draws after manual_seed, and leaves the page's own random numbers alone.
import { defaultGenerator } from '../../torch/tensor/generator.js';
import torch from '../torch.js';

/**
 * @template T
 * @param {string} seed
 * @param {() => T} draw
 * @returns {T}
 */
export function seeded(seed, draw) {
  const pages = new torch.Generator();
  defaultGenerator.exchange(pages);
  try {
    torch.manual_seed(BigInt(seed));
    return draw();
  } finally {
    defaultGenerator.exchange(pages);
  }
}
