// torchlet's contenders: a network trained as tutorials do it, and products of plain and of pinned tensors.
import torch, { nn, optim } from '../../../web/index.js';
import { learningRate } from './settings.js';

/** @param {import('./settings.js').Task} task */
export function training({ training: { layers, batch, activation }, x, y, weights }) {
  const between = () => (activation === 'relu' ? nn.ReLU() : nn.Tanh());
  const linears = weights.map(({ inputs, outputs }) => nn.Linear(inputs, outputs));
  const net = nn.Sequential(...linears.flatMap((one, i) => (i === 0 ? [one] : [between(), one])));
  torch.no_grad(() => {
    weights.forEach(({ weight, bias, inputs, outputs }, i) => {
      linears[i].weight.copy_(torch.from_numpy(weight).reshape(inputs, outputs).t());
      linears[i].bias.copy_(torch.from_numpy(bias));
    });
  });
  const input = torch.from_numpy(x).reshape(batch, layers[0]);
  const target = torch.from_numpy(y).reshape(batch, 1);
  const optimizer = optim.Adam(net.parameters(), { lr: learningRate });
  const criterion = nn.BCEWithLogitsLoss();
  return () => {
    optimizer.zero_grad();
    const loss = criterion(net(input), target);
    loss.backward();
    optimizer.step();
    return loss.item();
  };
}

/** @param {Float32Array} a @param {Float32Array} b @param {number[]} size */
export function products(a, b, [rows, depth, columns]) {
  const [x, y] = [torch.from_numpy(a).reshape(rows, depth), torch.from_numpy(b).reshape(depth, columns)];
  const [left, right] = [x.pin_memory(), y.pin_memory()];
  const out = torch.zeros([rows, columns], { pin_memory: true });
  const [fresh, pinned] = [() => torch.mm(x, y), () => torch.mm(left, right, { out })];
  return [
    { name: 'torchlet', run: fresh, answer: () => fresh().data },
    { name: 'pinned', run: pinned, answer: () => pinned().data },
  ];
}
