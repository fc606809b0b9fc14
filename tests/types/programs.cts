// The same of `require`.
import torchlet = require('torchlet');
import createTorch = require('torchlet/slim');
import { nn } from 'torchlet';

declare function is<T>(value: T): void;

const x: torchlet.Tensor = torchlet.tensor([1, 2, 3]);
is<torchlet.Tensor>(x['1:3']);
const m: torchlet.nn.Module = torchlet.nn.ReLU();
const l: nn.ReLU = nn.ReLU();
is<InstanceType<typeof torchlet.nn.Module>>(l);
is<torchlet.Tensor>(m(x));

class Net extends nn.Module {
  forward(input: torchlet.Tensor) {
    return l(input);
  }
}
is<torchlet.Tensor>(new Net()(x));
// @ts-expect-error forward takes a tensor
new Net()('text');

const torch = createTorch(new WebAssembly.Module(new Uint8Array(8)));
is<typeof torchlet.default>(torch);
is<nn.Tanh>(torch.nn.Tanh());
// @ts-expect-error there is no such module
torch.nn.LeakyRelu();
