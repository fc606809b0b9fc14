// Programs that TypeScript must take, and lines that it must refuse, of `import`: what examples_compile.node.test.js compiles.
import torch, { F, nn, Tensor } from 'torchlet';
import createTorch from 'torchlet/slim';

/** Takes a type alone. */
declare function is<T>(value: T): void;
/** Whether two types are one. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

const x = torch.randn(3, 4);

// What stands between Python's brackets.
is<Tensor>(x[0]);
is<Tensor>(x[-1]);
is<Tensor>(x['0']);
is<Tensor>(x['1:3']);
is<Tensor>(x['::2']);
is<Tensor>(x[':, 0']);
is<Tensor>(x['..., 0']);
is<Tensor>(x['...']);
is<Tensor>(x['1, None']);
is<Tensor>(x['None']);
x['0, :2'] = 7;
x[1] = torch.zeros(4);
// @ts-expect-error a name is no index
x.nothing;
// @ts-expect-error nor is a text without colon, comma or dots
x['nothing'];
// @ts-expect-error a tensor is none either
x[torch.tensor(0)];

// The older constructor.
is<Tensor>(new Tensor([1, 2]));
is<torch.Tensor>(new torch.Tensor(2, 3));
is<Tensor>(torch.Tensor([[1, 2]]));
// @ts-expect-error sizes are numbers
new Tensor('2');

// Modules by their types.
const m: nn.Module = nn.ReLU();
const n: nn.Module = new nn.Softmax({ dim: 1 });
const leaky: nn.LeakyReLU = nn.LeakyReLU(0.1);
const same: torch.nn.LeakyReLU = leaky;
const base: torch.nn.Module = same;
is<torch.Tensor>(base(x));
is<Tensor>(m(x));
is<number>(leaky.negative_slope);
is<nn.Parameter>(nn.PReLU().weight);
is<Same<ReturnType<nn.LeakyReLU>, Tensor>>(true);
is<Tensor>(n.train().eval()(x));
is<Tensor>(leaky(x, { out: x }));
// @ts-expect-error a module takes a tensor
leaky('text');
// @ts-expect-error one tensor
leaky(x, x);
// @ts-expect-error it must be given
leaky();
// @ts-expect-error an attribute is a number
leaky.negative_slope = 'steep';
// @ts-expect-error ReLU has one argument, which is no text
nn.ReLU('x', 1, 2);
// @ts-expect-error LeakyReLU is no Softmax
is<nn.Softmax>(leaky);
// @ts-expect-error there is no such module
is<nn.LeakyRelu>(leaky);

// A class of one's own.
class Net extends nn.Module {
  act = nn.ReLU();
  slopes: nn.Parameter;
  constructor(readonly scale = 2) {
    super();
    this.slopes = nn.Parameter(torch.ones(4));
  }
  forward(input: Tensor, gain: number) {
    return this.act(input).mul(this.scale * gain).mul(this.slopes);
  }
}
const net = new Net();
is<nn.Module>(net);
is<Net>(net.eval());
is<Same<ReturnType<typeof net>, Tensor>>(true);
is<Tensor>(net(x, 2));
is<Tensor>(new Net(3)(x, 2).sum());
for (const [name, parameter] of net.named_parameters()) is<[string, Tensor]>([name, parameter]);
// @ts-expect-error forward takes a tensor
net('text', 2);
// @ts-expect-error and a gain
net(x);
// @ts-expect-error it gives a tensor
is<string>(net(x, 2));
// @ts-expect-error a class of JavaScript needs new
Net();

// Classes that extend others.
class Twice extends Net {
  forward(input: Tensor, gain: number) {
    return super.forward(super.forward(input, gain), gain);
  }
}
is<Tensor>(new Twice()(x, 1));
class Steep extends nn.LeakyReLU {
  constructor() {
    super(0.5);
  }
}
is<nn.LeakyReLU>(new Steep());
is<Tensor>(new Steep()(x));
class Pair extends nn.Module {
  forward(input: Tensor): [Tensor, number] {
    return [input, input.numel()];
  }
}
is<[Tensor, number]>(new Pair()(x));
// A module without forward takes anything, as in Python.
class Empty extends nn.Module {}
new Empty()(x, 1);

// Classes as values.
is<InstanceType<typeof nn.Module>>(net);
is<InstanceType<typeof nn.ReLU>>(nn.ReLU());
is<Same<InstanceType<typeof nn.ReLU>, nn.ReLU>>(true);
is<Same<torch.nn.ReLU, nn.ReLU>>(true);
is<typeof nn.Module>(Net);
const layers: nn.Module[] = [nn.ReLU(), new Net(), nn.GELU({ approximate: 'tanh' })];
is<Tensor>(layers.reduce((y, layer) => layer(y), x));
function activation<M extends nn.Module>(make: new () => M): M {
  return new make();
}
is<nn.Tanh>(activation(nn.Tanh));
if (m instanceof nn.Module) is<boolean>(m.training);
const plain: (input: Tensor) => Tensor = nn.Tanh();
is<Tensor[]>([x].map((y) => plain(y)));

// Tensors.
const y: Tensor = F.leaky_relu(x, { negative_slope: 0.1, out: x });
is<torch.Size>(y.shape);
is<torch.dtype>(y.dtype);
is<torch.Generator>(torch.manual_seed(0));
if (torch.is_tensor(y)) is<Tensor>(y.relu());
for (const row of y) is<Same<typeof row, Tensor>>(true);
is<Same<ReturnType<typeof y.index>, Tensor>>(true);
// @ts-expect-error there may be no gradient
is<Tensor>(y.grad);

// Slim is the same torch.
const slim = await createTorch.load('torchlet.wasm');
is<typeof torch>(slim);
class Slim extends slim.nn.Module {
  forward(input: Tensor) {
    return input;
  }
}
is<Tensor>(new Slim()(slim.zeros(2)));
is<nn.ReLU>(slim.nn.ReLU());
// @ts-expect-error an address or bytes
createTorch.load(1);
