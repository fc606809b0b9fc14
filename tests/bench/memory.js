// Training, and graphs that are built and dropped, without growth of memory: `node --expose-gc tests/bench/memory.js [seconds, 60]`
// prints what is held after each collection, and fails where the last is more than the first by more than a megabyte.
import { setTimeout } from 'node:timers/promises';
import torch, { F, nn, optim } from '../../web/index.js';

/** So many times memory is looked at; what comes before the first is warming up. */
const kLooks = 8;
/** Compiled code and what the engine keeps of it come and go. */
const kMost = 2 ** 20;

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

/** @param {number} seconds */
export async function looks(seconds) {
  const train = trainer();
  const all = [];
  let [steps, loss] = [0, 0];
  for (let look = 0; look < kLooks; look++) {
    const end = performance.now() + (seconds * 1000) / kLooks;
    for (; performance.now() < end; steps++) {
      loss = train();
      graphs(steps);
      // What is pinned is given back between tasks.
      if (steps % 256 === 0) await setTimeout(0);
    }
    await setTimeout(10);
    all.push(held());
    await setTimeout(10);
  }
  return { all, steps, loss };
}

if (process.argv[1] === import.meta.filename) {
  const seconds = Number(process.argv[2] ?? 60);
  const { all, steps, loss } = await looks(seconds);
  const mega = (/** @type {number} */ bytes) => (bytes / 2 ** 20).toFixed(1);
  for (const { heapUsed, arrayBuffers, rss } of all)
    console.log(`heap ${mega(heapUsed)} MB, arrays ${mega(arrayBuffers)} MB, process ${mega(rss)} MB`);
  // The first look still sees what is compiled for the first time.
  const [first, last] = [all[1], all[all.length - 1]];
  const growth = Math.max(last.heapUsed - first.heapUsed, last.arrayBuffers - first.arrayBuffers);
  console.log(`${steps} steps and graphs in ${seconds} s, loss ${loss.toFixed(4)}: ${mega(growth)} MB of growth`);
  if (!(growth < kMost)) process.exitCode = 1;
}
