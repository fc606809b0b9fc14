# Programs as tutorials have them. A line `#: name` begins one. make_python.py runs each under PyTorch and CPython and records what it prints.
#: the first tensors
import torch
x = torch.tensor([1.0, -2.0, 3.0])
print(x)
print(x.shape, x.dtype, x.ndim)
print(torch.zeros(2, 3))
print(torch.ones(2, 2, dtype=torch.int64))
print(torch.arange(0, 10, 2), torch.linspace(0, 1, 5))
print(x + 1, x * 2, x / 2, x ** 2, -x)
print((x > 0).sum().item(), x.mean(), x.std())
y = x.reshape(3, 1)
print(y, y.T)
#: relu by hand and by torch
import torch
import torch.nn as nn
import torch.nn.functional as F
def relu(x):
    return torch.maximum(x, torch.zeros_like(x))
x = torch.linspace(-3, 3, 7)
print(relu(x))
print(nn.ReLU()(x))
print(F.relu(x))
print(torch.relu(x))
print(torch.equal(relu(x), F.relu(x)))
print(x.clamp(min=0))
#: every activation with its derivative
import torch
from torch import nn
activations = {
    'relu': nn.ReLU(), 'leaky': nn.LeakyReLU(0.1), 'elu': nn.ELU(), 'selu': nn.SELU(), 'gelu': nn.GELU(), 'silu': nn.SiLU(),
    'sigmoid': nn.Sigmoid(), 'tanh': nn.Tanh(), 'softplus': nn.Softplus(), 'softsign': nn.Softsign(), 'mish': nn.Mish(),
    'hardtanh': nn.Hardtanh(), 'hardswish': nn.Hardswish(), 'relu6': nn.ReLU6(), 'celu': nn.CELU(1.5), 'logsigmoid': nn.LogSigmoid(),
}
for name, f in activations.items():
    x = torch.tensor([-2.0, -0.5, 0.0, 0.5, 2.0], requires_grad=True)
    y = f(x)
    y.sum().backward()
    print(f"{name:<12}", [round(v, 3) for v in y.tolist()], [round(v, 3) for v in x.grad.tolist()])
print(activations['celu'], activations['leaky'], activations['softplus'])
#: a table of saturation
import torch
print(f"{'x':>6} | {'sigmoid':>10} | {'slope':>10} | {'tanh':>10} | {'slope':>10}")
for v in [0, 1, 2, 5, 10, 20]:
    x = torch.tensor(float(v), requires_grad=True)
    s = torch.sigmoid(x)
    ds, = torch.autograd.grad(s, x)
    t = torch.tanh(x)
    dt, = torch.autograd.grad(t, x)
    print(f"{v:6d} | {s.item():10.6f} | {ds.item():10.2e} | {t.item():10.6f} | {dt.item():10.2e}")
#: softmax over each dim
import torch
import torch.nn.functional as F
x = torch.tensor([[1.0, 2.0, 3.0], [1.0, 2.0, 4.0]])
for dim in (0, 1, -1):
    p = F.softmax(x, dim=dim)
    print(dim, p, p.sum(dim=dim), sep='\n')
print(torch.softmax(x, 1).argmax(dim=1))
print(torch.nn.Softmax(dim=1)(x)[0])
#: temperature
import torch
logits = torch.tensor([2.0, 1.0, 0.1])
for t in [0.1, 0.5, 1.0, 2.0, 10.0]:
    p = torch.softmax(logits / t, dim=0)
    print('T=%-4s' % t, ' '.join('%.4f' % v for v in p), 'entropy=%.3f' % -(p * p.clamp_min(1e-12).log()).sum())
#: naive and stable softmax
import torch
def naive(x):
    e = torch.exp(x)
    return e / e.sum()
def stable(x):
    e = torch.exp(x - x.max())
    return e / e.sum()
small = torch.tensor([1.0, 2.0, 3.0])
large = torch.tensor([1000.0, 1001.0, 1002.0])
print(naive(small), stable(small))
print(naive(large), stable(large))
print(torch.isnan(naive(large)).all().item(), torch.allclose(stable(large), torch.softmax(large, 0)))
#: slopes of leaky relu
import torch
from torch import nn
x = torch.tensor([-2.0, -1.0, 0.0, 1.0])
for slope in (0.01, 0.1, 0.2, 1.0):
    m = nn.LeakyReLU(negative_slope=slope)
    print(m, m(x))
p = nn.PReLU(init=0.3)
print(p, p.weight, p(x))
p(x).sum().backward()
print(p.weight.grad)
#: surprises in place
import torch
import torch.nn.functional as F
x = torch.tensor([-1.0, 2.0, -3.0])
y = F.relu(x, inplace=True)
print(x, y is x)
a = torch.tensor([1.0, -1.0], requires_grad=True)
try:
    a.relu_()
except RuntimeError as error:
    print('RuntimeError:', error)
b = torch.sigmoid(a * 2)
b.add_(1)
try:
    b.sum().backward()
except RuntimeError as error:
    print(str(error)[:75])
c = a.clone()
c.relu_()
c.sum().backward()
print(a.grad)
#: a layer by hand
import torch
torch.manual_seed(0)
W = torch.randn(4, 3, requires_grad=True)
b = torch.zeros(3, requires_grad=True)
x = torch.randn(2, 4)
z = x @ W + b
h = torch.tanh(z)
print(z.shape, h)
loss = (h ** 2).mean()
loss.backward()
print(f"loss {loss.item():.4f}")
print(W.grad.shape, b.grad)
with torch.no_grad():
    W -= 0.1 * W.grad
    b -= 0.1 * b.grad
    W.grad.zero_()
print(W.requires_grad, W.grad.abs().sum())
#: a network learns xor
import torch
import torch.nn as nn
torch.manual_seed(1)
X = torch.tensor([[0., 0.], [0., 1.], [1., 0.], [1., 1.]])
Y = torch.tensor([[0.], [1.], [1.], [0.]])
class Net(nn.Module):
    def __init__(self, hidden=8):
        super().__init__()
        self.fc1 = nn.Linear(2, hidden)
        self.act = nn.Tanh()
        self.fc2 = nn.Linear(hidden, 1)
    def forward(self, x):
        x = self.act(self.fc1(x))
        return torch.sigmoid(self.fc2(x))
net = Net()
print(net)
criterion = nn.BCELoss()
optimizer = torch.optim.Adam(net.parameters(), lr=0.05)
for epoch in range(200):
    optimizer.zero_grad()
    loss = criterion(net(X), Y)
    loss.backward()
    optimizer.step()
    if epoch % 50 == 0:
        print(f"epoch {epoch:3d} loss {loss.item():.3f}")
print((net(X) > 0.5).int().flatten().tolist())
#: each optimiser on circles
import math
import torch
from torch import nn, optim
torch.manual_seed(0)
n = 40
angle = torch.linspace(0, 2 * math.pi, n)
inner = torch.stack([angle.cos(), angle.sin()], dim=1) * 0.5
outer = torch.stack([angle.cos(), angle.sin()], dim=1)
X = torch.cat([inner, outer])
y = torch.cat([torch.zeros(n), torch.ones(n)]).unsqueeze(1)
makers = {
    'SGD': lambda p: optim.SGD(p, lr=0.5),
    'momentum': lambda p: optim.SGD(p, lr=0.1, momentum=0.9),
    'Adam': lambda p: optim.Adam(p, lr=0.02),
    'AdamW': lambda p: optim.AdamW(p, lr=0.02),
    'RMSprop': lambda p: optim.RMSprop(p, lr=0.01),
}
for name, make in makers.items():
    torch.manual_seed(3)
    model = nn.Sequential(nn.Linear(2, 8), nn.ReLU(), nn.Linear(8, 1))
    optimizer = make(model.parameters())
    loss_fn = nn.BCEWithLogitsLoss()
    first = None
    for step in range(30):
        optimizer.zero_grad()
        loss = loss_fn(model(X), y)
        loss.backward()
        optimizer.step()
        first = first or loss.item()
    print(f"{name:<9} {first:.3f} -> {loss.item():.3f}")
#: a loader with a seed
import torch
from torch.utils.data import DataLoader, TensorDataset
torch.manual_seed(7)
data = TensorDataset(torch.arange(10.).view(10, 1), torch.arange(10) % 2)
loader = DataLoader(data, batch_size=4, shuffle=True)
print(len(data), len(loader), data[3])
for epoch in range(2):
    for i, (xb, yb) in enumerate(loader):
        print(epoch, i, xb.squeeze(1).tolist(), yb.tolist())
xb, yb = next(iter(DataLoader(data, batch_size=3)))
print(xb.shape, yb.dtype)
#: a dataset of one's own
import torch
from torch.utils.data import Dataset, DataLoader
class Squares(Dataset):
    """Numbers and their squares."""
    def __init__(self, n, transform=None):
        self.x = torch.arange(n, dtype=torch.float32)
        self.transform = transform
    def __len__(self):
        return len(self.x)
    def __getitem__(self, idx):
        x = self.x[idx]
        if self.transform:
            x = self.transform(x)
        return x, x ** 2
ds = Squares(5, transform=lambda v: v + 1)
print(len(ds), ds[2], Squares.__doc__)
for x, y in DataLoader(ds, batch_size=2, drop_last=True):
    print(x, y)
#: dying units are counted
import torch
import torch.nn as nn
torch.manual_seed(0)
layer = nn.Linear(10, 50)
with torch.no_grad():
    layer.bias -= 2.0
x = torch.randn(200, 10)
out = torch.relu(layer(x))
dead = (out == 0).all(dim=0)
print(dead.sum().item(), 'of', dead.numel(), 'units are dead')
print('zeros: %.1f%%' % (100 * (out == 0).float().mean().item()))
leaky = nn.functional.leaky_relu(layer(x), 0.01)
print((leaky == 0).all(dim=0).sum().item())
#: statistics through ten layers
import torch
import torch.nn as nn
for name, act, init in [('tanh', torch.tanh, nn.init.xavier_normal_), ('relu', torch.relu, nn.init.kaiming_normal_), ('sigmoid', torch.sigmoid, nn.init.xavier_uniform_)]:
    torch.manual_seed(0)
    x = torch.randn(64, 32)
    for i in range(10):
        layer = nn.Linear(32, 32)
        init(layer.weight)
        nn.init.zeros_(layer.bias)
        x = act(layer(x))
        if i % 3 == 0:
            print(f'{name} layer {i + 1}: mean {x.mean():+.3f} std {x.std():.3f}')
#: models and optimisers are printed
import torch
from collections import OrderedDict
from torch import nn
model = nn.Sequential(OrderedDict([('fc1', nn.Linear(4, 8)), ('relu1', nn.ReLU()), ('drop', nn.Dropout(p=0.2)), ('fc2', nn.Linear(8, 2, bias=False))]))
print(model)
print(model.fc1, model[0] is model.fc1, len(model))
print(torch.optim.SGD(model.parameters(), lr=0.1, momentum=0.9, weight_decay=1e-4))
print(torch.optim.Adam(model.parameters()))
for name, p in model.named_parameters():
    print(name, tuple(p.shape), p.requires_grad)
print(sum(p.numel() for p in model.parameters() if p.requires_grad))
print(list(model.state_dict().keys()))
print(nn.ModuleList([nn.ReLU(), nn.ReLU(), nn.Tanh()]))
print(nn.ModuleDict({'a': nn.ELU(alpha=1.0), 'b': nn.ELU(alpha=1)}))
#: a function with its own gradient
import torch
class Swish(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        s = torch.sigmoid(x)
        ctx.save_for_backward(x, s)
        return x * s
    @staticmethod
    def backward(ctx, grad_output):
        x, s = ctx.saved_tensors
        return grad_output * (s + x * s * (1 - s))
x = torch.tensor([-1.0, 0.0, 2.0], requires_grad=True)
y = Swish.apply(x)
print(y)
y.sum().backward()
print(x.grad)
z = torch.tensor([-1.0, 0.0, 2.0], requires_grad=True)
torch.nn.functional.silu(z).sum().backward()
print(torch.allclose(x.grad, z.grad))
#: vanishing gradients
import torch
from torch import nn
def first_gradient(act, depth):
    torch.manual_seed(0)
    layers = []
    for _ in range(depth):
        layers += [nn.Linear(16, 16), act()]
    model = nn.Sequential(*layers, nn.Linear(16, 1))
    model(torch.randn(8, 16)).sum().backward()
    return model[0].weight.grad.norm().item()
for act in (nn.Sigmoid, nn.Tanh, nn.ReLU):
    print(act.__name__, ' '.join(f'{first_gradient(act, d):.2e}' for d in (1, 3, 6)))
#: linear regression
import torch
torch.manual_seed(42)
x = torch.linspace(0, 1, 20).unsqueeze(1)
y = 3 * x + 1 + 0.1 * torch.randn(x.size())
w = torch.zeros(1, requires_grad=True)
b = torch.zeros(1, requires_grad=True)
lr = 0.5
for epoch in range(100):
    loss = ((x * w + b - y) ** 2).mean()
    loss.backward()
    with torch.no_grad():
        w -= lr * w.grad
        b -= lr * b.grad
    w.grad = None
    b.grad = None
    if (epoch + 1) % 25 == 0:
        print(f'Epoch [{epoch+1}/100], Loss: {loss.item():.4f}')
print('w = %.2f, b = %.2f' % (w.item(), b.item()))
#: classes with cross entropy
import torch
import torch.nn as nn
torch.manual_seed(0)
X = torch.randn(30, 4)
y = torch.randint(0, 3, (30,))
model = nn.Sequential(nn.Linear(4, 16), nn.ReLU(), nn.Linear(16, 3))
criterion = nn.CrossEntropyLoss()
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
losses = []
for epoch in range(20):
    out = model(X)
    loss = criterion(out, y)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    losses.append(round(loss.item(), 3))
print(losses[::5])
_, predicted = torch.max(model(X), 1)
print(predicted.shape, (predicted == y).sum().item() / len(y) > 0.3)
#: views, masks and indices
import torch
a = torch.arange(12).view(3, 4)
print(a[1], a[:, 1], a[-1, -1], a[0:2, ::2])
print(a[a > 6], a[[0, 2]], a[..., 0], a[None].shape)
a[0] = 0
a[a % 2 == 1] = -1
print(a)
b = a.clone()
b[:, 0] += 10
print(b, a[:, 0], sep='\n')
print(a.unsqueeze(0).shape, a.t().shape, a.permute(1, 0).is_contiguous(), a.flatten())
print(torch.where(a > 0, a, torch.zeros_like(a)))
for row in a:
    print(row.sum().item(), end=' ')
print()
x, y = a.shape
print(x, y, a.size(0), len(a))
#: broadcasting and its errors
import torch
a = torch.ones(2, 3)
print((a + torch.tensor([1, 2, 3])).tolist())
print((a * torch.tensor([[1.], [2.]])).tolist())
try:
    a + torch.ones(2)
except RuntimeError as e:
    print(e)
try:
    torch.ones(2, 3) @ torch.ones(2, 3)
except RuntimeError as e:
    print(e)
try:
    a[5]
except IndexError as e:
    print(e)
try:
    torch.tensor([1, 2]).backward()
except RuntimeError as e:
    print(e)
try:
    bool(a)
except RuntimeError as e:
    print(e)
#: hooks look inside
import torch
from torch import nn
torch.manual_seed(0)
model = nn.Sequential(nn.Linear(3, 4), nn.ReLU(), nn.Linear(4, 2))
seen = {}
def hook(name):
    def save(module, inputs, output):
        seen[name] = (type(module).__name__, tuple(inputs[0].shape), tuple(output.shape))
    return save
handles = [m.register_forward_hook(hook(n)) for n, m in model.named_children()]
model(torch.randn(5, 3))
for h in handles:
    h.remove()
for k, v in seen.items():
    print(k, v)
x = torch.ones(2, requires_grad=True)
x.register_hook(lambda g: g * 2)
(x * 3).sum().backward()
print(x.grad)
#: train and eval
import torch
from torch import nn
torch.manual_seed(0)
model = nn.Sequential(nn.Linear(4, 4), nn.BatchNorm1d(4), nn.ReLU(), nn.Dropout(0.5))
x = torch.randn(6, 4)
model.train()
a, b = model(x), model(x)
print(torch.equal(a, b), model.training)
model.eval()
with torch.no_grad():
    c, d = model(x), model(x)
print(torch.equal(c, d), [m.training for m in model], c.requires_grad)
print(model[1].running_mean.shape, model[1].num_batches_tracked)
#: a schedule of learning rates
import torch
from torch import optim
p = torch.nn.Parameter(torch.zeros(1))
opt = optim.SGD([p], lr=1.0)
sched = optim.lr_scheduler.StepLR(opt, step_size=2, gamma=0.5)
for epoch in range(5):
    opt.step()
    print(epoch, sched.get_last_lr(), opt.param_groups[0]['lr'])
    sched.step()
opt2 = optim.SGD([{'params': [p]}, {'params': [torch.nn.Parameter(torch.ones(1))], 'lr': 0.01}], lr=0.1)
print([g['lr'] for g in opt2.param_groups])
for g in opt2.param_groups:
    g['lr'] *= 0.1
print(['%.4f' % g['lr'] for g in opt2.param_groups])
#: no_grad in three ways
import torch
x = torch.ones(2, requires_grad=True)
with torch.no_grad():
    y = x * 2
print(y.requires_grad)
@torch.no_grad()
def double(v):
    return v * 2
print(double(x).requires_grad, double.__name__)
with torch.inference_mode():
    print((x * 2).requires_grad, torch.is_grad_enabled())
with torch.set_grad_enabled(False):
    print((x + 1).requires_grad)
print((x + 1).requires_grad, x.detach().requires_grad)
#: losses compared
import torch
import torch.nn as nn
import torch.nn.functional as F
p = torch.tensor([0.9, 0.2, 0.6])
t = torch.tensor([1.0, 0.0, 1.0])
print(nn.MSELoss()(p, t), nn.L1Loss()(p, t), F.smooth_l1_loss(p, t), nn.BCELoss()(p, t))
logits = torch.tensor([[2.0, 0.5, -1.0], [0.1, 0.2, 0.3]])
target = torch.tensor([0, 2])
print(F.cross_entropy(logits, target), F.nll_loss(F.log_softmax(logits, dim=1), target))
print(F.cross_entropy(logits, target, reduction='none'), nn.MSELoss(reduction='sum')(p, t))
print(F.binary_cross_entropy_with_logits(torch.tensor([0.0, 2.0]), torch.tensor([1.0, 0.0])))
#: neurons in plain python
import math
import random
random.seed(3)
class Neuron:
    def __init__(self, n):
        self.w = [random.uniform(-1, 1) for _ in range(n)]
        self.b = 0.0
    def __call__(self, x):
        z = sum(w * v for w, v in zip(self.w, x)) + self.b
        return 1 / (1 + math.exp(-z))
    def __repr__(self):
        return f"Neuron({len(self.w)})"
class Layer:
    def __init__(self, nin, nout):
        self.neurons = [Neuron(nin) for _ in range(nout)]
    def __call__(self, x):
        out = [n(x) for n in self.neurons]
        return out[0] if len(out) == 1 else out
net = [Layer(2, 3), Layer(3, 1)]
x = [0.5, -1.0]
for layer in net:
    x = layer(x)
    print(layer.neurons, [round(v, 4) for v in x] if isinstance(x, list) else round(x, 4))
#: a scalar engine of gradients
import math
class Value:
    def __init__(self, data, children=(), op=''):
        self.data = data
        self.grad = 0.0
        self._backward = lambda: None
        self._prev = set(children)
        self._op = op
    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        out = Value(self.data + other.data, (self, other), '+')
        def _backward():
            self.grad += out.grad
            other.grad += out.grad
        out._backward = _backward
        return out
    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        out = Value(self.data * other.data, (self, other), '*')
        def _backward():
            self.grad += other.data * out.grad
            other.grad += self.data * out.grad
        out._backward = _backward
        return out
    __rmul__ = __mul__
    def relu(self):
        out = Value(0 if self.data < 0 else self.data, (self,), 'ReLU')
        def _backward():
            self.grad += (out.data > 0) * out.grad
        out._backward = _backward
        return out
    def backward(self):
        topo, visited = [], set()
        def build(v):
            if v not in visited:
                visited.add(v)
                for child in v._prev:
                    build(child)
                topo.append(v)
        build(self)
        self.grad = 1.0
        for v in reversed(topo):
            v._backward()
    def __repr__(self):
        return f"Value(data={self.data}, grad={self.grad})"
a, b = Value(2.0), Value(-3.0)
c = (a * b + 10).relu() * a + 2 * b
c.backward()
print(a, b, c)
#: seeds and distributions
import torch
torch.manual_seed(0)
print(torch.rand(3), torch.randn(2, 2), torch.randint(0, 10, (5,)), torch.randperm(5))
torch.manual_seed(0)
print(torch.rand(3))
g = torch.Generator().manual_seed(1)
print(torch.rand(2, generator=g), torch.initial_seed())
print(torch.bernoulli(torch.full((4,), 0.5)), torch.normal(0.0, 1.0, size=(2,)))
print(torch.multinomial(torch.tensor([0.1, 0.2, 0.7]), 5, replacement=True))
#: dtypes and casts
import torch
for v in ([1, 2], [1., 2.], [True, False], [1, 2.5]):
    t = torch.tensor(v)
    print(v, t.dtype, t.float().dtype, t.long().tolist(), t.type())
x = torch.tensor([1, 2])
print((x + 1.5).dtype, (x / 2).dtype, (x * 2).dtype, (x // 2), (x > 1).dtype, x.to(torch.float64))
print(torch.tensor(3).item() / 2, torch.tensor(7.0).item(), int(torch.tensor(2.9)), torch.tensor([2.5]).int())
print(torch.full((2,), 1), torch.full((2,), 1.), torch.ones(2).bool(), torch.arange(3.0))
print(torch.finfo(torch.float32).eps, torch.iinfo(torch.int32).max)
#: reductions
import torch
x = torch.tensor([[3., 1., 2.], [6., 5., 4.]])
print(x.sum(), x.sum(0), x.sum(dim=1, keepdim=True), x.mean(1), x.prod())
print(x.max(), x.max(dim=1), x.argmin(1), x.sort(dim=1)[0])
values, indices = torch.topk(x, 2, dim=1)
print(values, indices, x.cumsum(0), x.norm(), x.median(), sep='\n')
print(x.std(0), x.var(unbiased=False), (x > 2).any(1), x.unique())
#: modules within modules
import torch
from torch import nn
torch.manual_seed(0)
class Block(nn.Module):
    def __init__(self, n, act=nn.ReLU):
        super(Block, self).__init__()
        self.linear = nn.Linear(n, n)
        self.act = act()
    def forward(self, x):
        return x + self.act(self.linear(x))
class Net(nn.Module):
    depth = 2
    def __init__(self):
        super().__init__()
        self.blocks = nn.ModuleList([Block(4, act) for act in (nn.ReLU, nn.Tanh)])
        self.head = nn.Linear(4, 1)
        self.scale = nn.Parameter(torch.tensor(2.0))
        self.register_buffer('mean', torch.zeros(4))
    def forward(self, x):
        for block in self.blocks:
            x = block(x - self.mean)
        return self.head(x) * self.scale
    @property
    def size(self):
        return sum(p.numel() for p in self.parameters())
    def extra_repr(self):
        return f'depth={self.depth}'
net = Net()
print(net)
print(net.size, [name for name, _ in net.named_parameters()][:3], len(list(net.modules())))
print(net(torch.ones(2, 4)).shape, 'mean' in net.state_dict())
def init(m):
    if isinstance(m, nn.Linear):
        nn.init.constant_(m.weight, 0.1)
        m.bias.data.fill_(0.0)
net.apply(init)
print(net(torch.ones(1, 4)))
other = Net()
other.load_state_dict(net.state_dict())
print(torch.equal(other(torch.ones(1, 4)), net(torch.ones(1, 4))))
for p in net.head.parameters():
    p.requires_grad = False
print([p.requires_grad for p in net.parameters()])
#: gradients that add up
import torch
x = torch.tensor([2.0], requires_grad=True)
for i in range(3):
    y = x ** 2
    y.backward()
    print(i, x.grad)
x.grad.zero_()
print(x.grad)
a = torch.tensor(3.0, requires_grad=True)
b = torch.tensor(4.0, requires_grad=True)
c = a * b + torch.sin(a)
print(c, c.grad_fn.__class__.__name__ if False else c.item())
c.backward()
print(a.grad, b.grad)
print(torch.autograd.grad((a ** 3).sum(), a))
#: early stopping and a history
import torch
import torch.nn as nn
torch.manual_seed(5)
x = torch.randn(32, 3)
y = x @ torch.tensor([[1.0], [-2.0], [0.5]]) + 0.3
model = nn.Linear(3, 1)
opt = torch.optim.SGD(model.parameters(), lr=0.1)
history = {'loss': []}
best, patience = float('inf'), 0
for epoch in range(1, 101):
    loss = nn.functional.mse_loss(model(x), y)
    opt.zero_grad(); loss.backward(); opt.step()
    history['loss'].append(loss.item())
    if loss.item() < best - 1e-3:
        best, patience = loss.item(), 0
    else:
        patience += 1
    if patience >= 3:
        print(f'stopped at {epoch}')
        break
else:
    print('never stopped')
print(len(history['loss']), f"{best:.3f}", [f'{v:.2f}' for v in history['loss'][:3]])
#: activations by name
import torch
import torch.nn as nn
import torch.nn.functional as F
def get_activation(name, **kwargs):
    table = {'relu': nn.ReLU, 'leaky_relu': nn.LeakyReLU, 'elu': nn.ELU, 'gelu': nn.GELU}
    if name not in table:
        raise ValueError(f'unknown activation {name!r}, expected one of {sorted(table)}')
    return table[name](**kwargs)
print(get_activation('leaky_relu', negative_slope=0.3), get_activation('elu', alpha=2.0), get_activation('gelu', approximate='tanh'))
try:
    get_activation('step')
except ValueError as e:
    print('ValueError:', e)
for name in ['relu', 'sigmoid', 'tanh']:
    f = getattr(torch, name)
    print(name, f(torch.tensor([-1.0, 1.0])))
print(hasattr(F, 'gelu'), hasattr(F, 'nothing'), callable(F.relu))
#: a one hot matrix and embeddings of words by hand
import torch
import torch.nn.functional as F
from collections import Counter
text = 'the cat sat on the mat the end'
words = text.split()
count = Counter(words)
print(count.most_common(2))
vocab = {w: i for i, w in enumerate(sorted(set(words)))}
print(vocab)
ids = torch.tensor([vocab[w] for w in words])
print(ids, F.one_hot(ids, num_classes=len(vocab)).float().mean(0))
torch.manual_seed(0)
table = torch.randn(len(vocab), 3)
print(table[ids].shape, (F.one_hot(ids).float() @ table == table[ids]).all())
#: the five neurons of a report
import torch
results = []
for z in [-2.0, -1.0, 0.0, 1.0, 2.0]:
    t = torch.tensor(z)
    results.append((z, torch.relu(t).item(), torch.sigmoid(t).item(), torch.tanh(t).item()))
print('{:>5} {:>6} {:>8} {:>8}'.format('z', 'relu', 'sigmoid', 'tanh'))
print('-' * 30)
for row in results:
    print('{:5.1f} {:6.2f} {:8.4f} {:8.4f}'.format(*row))
print(max(results, key=lambda r: r[2])[0], [r[1] for r in results if r[0] > 0])
#: gelu and its approximation
import math
import torch
import torch.nn.functional as F
x = torch.linspace(-3, 3, 5)
exact = F.gelu(x)
tanh = F.gelu(x, approximate='tanh')
by_hand = 0.5 * x * (1 + torch.erf(x / math.sqrt(2)))
print(exact, tanh, sep='\n')
print(f'largest difference {(exact - tanh).abs().max():.1e}', torch.allclose(exact, by_hand, atol=1e-6))
