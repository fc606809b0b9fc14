// Training, and graphs that are built and dropped, without growth of memory: `node --expose-gc --no-opt --no-maglev --no-sparkplug
// tests/bench/memory.js [steps, 20000]` prints what is held after each collection, and fails where a step leaves more than some bytes behind.
// Without these compilers the heap holds only what the library keeps: what they make of hot functions, some 3 MB over 10,000 steps, comes late on a slow machine.
import { setTimeout } from 'node:timers/promises';
import torch, { F, nn, optim } from '../../web/index.js';

/** So many times memory is looked at; what comes before the first is warming up. */
const kLooks = 8;
/** Bytes a step: a kept tensor of one number takes 390; 2,400 steps that keep nothing leave some 20 each, for what is made once. */
const kMost = 100;

/** A network of the lessons, trained step by step. */
function trainer() {
  const net = nn.Sequential(nn.Linear(2, 16), nn.ReLU(), nn.Linear(16, 16), nn.Tanh(), nn.Linear(16, 1));
  const [x, y] = [torch.randn(256, 2), torch.rand(256, 1).gt(0.5).to(torch.float32)];
  const optimizer = optim.Adam(net.parameters(), { lr: 0.01 });
  const criterion = nn.BCEWithLogitsLoss();
  return () => {
    optimizer.zero_grad();
    const loss = criterion(net(x), y);
    loss.backward();
    optimizer.step();
    return loss.item();
  };
}

/** Graphs that nobody walks, or that stay after they were; views, products, changes in place, shapes that come once, pinned memory. @param {number} i */
function graphs(i) {
  const w = torch.randn(8, 8).requires_grad_();
  const h = F.softmax(torch.mm(w, w.t()).relu().mul(2), 1);
  h.sum().backward(null, { retain_graph: true });
  h.mul(w.exp()).log_softmax(1).mean();
  const changed = w.mul(1).add_(1);
  changed.narrow(0, 0, 4).mul_(2);
  torch.autograd.grad(changed.sum(), [w]);
  torch.zeros(1 + (i % 97), 1 + (i % 89));
  const pinned = torch.ones([300], { pin_memory: true });
  torch.relu(pinned, { out: pinned }).add(1);
}

function held() {
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, arrayBuffers, rss } = process.memoryUsage();
  return { heapUsed, arrayBuffers, rss };
}

/** @param {number} steps */
export async function looks(steps) {
  const train = trainer();
  const all = [];
  let loss = 0;
  for (let step = 1; step <= steps; step++) {
    loss = train();
    graphs(step);
    // What is pinned is given back between tasks.
    if (step % 256 === 0) await setTimeout(0);
    if (step % Math.ceil(steps / kLooks) !== 0) continue;
    await setTimeout(10);
    all.push(held());
    await setTimeout(10);
  }
  return { all, loss };
}

if (process.argv[1] === import.meta.filename) {
  const steps = Number(process.argv[2] ?? 20_000);
  const { all, loss } = await looks(steps);
  const mega = (/** @type {number} */ bytes) => (bytes / 2 ** 20).toFixed(1);
  for (const { heapUsed, arrayBuffers, rss } of all)
    console.log(`heap ${mega(heapUsed)} MB, arrays ${mega(arrayBuffers)} MB, process ${mega(rss)} MB`);
  // What is made once is there at the first look.
  const [first, last] = [all[0], all[all.length - 1]];
  const growth = Math.max(last.heapUsed - first.heapUsed, last.arrayBuffers - first.arrayBuffers);
  const each = growth / (steps * (1 - 1 / kLooks));
  console.log(`${steps} steps and graphs, loss ${loss.toFixed(4)}: ${each.toFixed(0)} bytes of growth a step`);
  if (!(each < kMost)) process.exitCode = 1;
}
