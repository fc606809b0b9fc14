// Pinned memory in a page: thousands of tensors made and dropped, with turns of the event loop between. Leaves in `window.memory`
// what there was at most, in MB, or the error.
const page = /** @type {any} */ (globalThis);
const kTensors = 10_000;

/** Which memories there were, as far as they are not collected. @type {WeakRef<ArrayBuffer>[]} */
let memories = [];

/** The kernels' memory in all, in MB. @param {ArrayBuffer} buffer of what was just made */
function inAll(buffer) {
  memories = memories.filter((memory) => memory.deref() !== undefined);
  if (!memories.some((memory) => memory.deref() === buffer)) memories.push(new WeakRef(buffer));
  return memories.reduce((sum, memory) => sum + (memory.deref()?.byteLength ?? 0), 0) / 2 ** 20;
}

async function mostMemory() {
  const { default: torch, F } = await import('../../web/index.js');
  const held = torch.full([1000], 1.5, { pin_memory: true });
  let most = 0;
  for (let i = 0; i < kTensors; i++) {
    const x = torch.zeros(1 << 18, { pin_memory: true });
    F.relu(x, { out: x });
    most = Math.max(most, inAll(/** @type {ArrayBuffer} */ (x.data.buffer)));
    if (i % 5 === 0) await new Promise((resolve) => setTimeout(resolve));
  }
  if (!held.data.every((value) => value === 1.5)) throw new Error('what was held has changed');
  return most;
}

try {
  page.memory = await mostMemory();
} catch (error) {
  page.memory = String(error);
}
