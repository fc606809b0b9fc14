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
#: saturation table
import torch
x = torch.tensor([-10.0, -5.0, -2.0, -1.0, 0.0, 1.0, 2.0, 5.0, 10.0], requires_grad=True)
y = torch.sigmoid(x)
y.sum().backward()
print(f"{'x':>8} | {'sigmoid':>10} | {'grad':>12}")
print("-" * 36)
for xi, yi, gi in zip(x, y, x.grad):
    print(f"{xi.item():>8.2f} | {yi.item():>10.6f} | {gi.item():>12.8f}")
print("%8s %10s" % ("x", "tanh"))
for v in x.tolist():
    print("%8.1f %10.6f" % (v, torch.tanh(torch.tensor(v))))
print("{:<10}{:^10}{:>10}".format("left", "mid", "right"))
for name, f in {"relu": torch.relu, "sig": torch.sigmoid}.items():
    print("{:<10s}{!r:>20}".format(name, f(torch.tensor(-1.5))))
print(f"{x.detach()}")
print(f"{y.mean():.4f} {y.max():.3e} {y[0]:8.5f}|")
#: module list and dict
import torch
from torch import nn
class MLP(nn.Module):
    def __init__(self, sizes, activation="relu"):
        super().__init__()
        self.layers = nn.ModuleList([nn.Linear(a, b) for a, b in zip(sizes[:-1], sizes[1:])])
        self.acts = nn.ModuleDict({"relu": nn.ReLU(), "tanh": nn.Tanh(), "lrelu": nn.LeakyReLU(0.1)})
        self.activation = activation
    def forward(self, x):
        for i, layer in enumerate(self.layers):
            x = layer(x)
            if i < len(self.layers) - 1:
                x = self.acts[self.activation](x)
        return x
torch.manual_seed(1)
m = MLP([2, 8, 8, 1])
print(m)
print(m(torch.zeros(2, 2)))
print(len(m.layers), m.layers[0], m.layers[-1], list(m.acts.keys()), "relu" in m.acts)
for k, v in m.acts.items():
    print(k, v)
m.layers.append(nn.Linear(1, 1))
print(m.layers[1:])
print([n for n, _ in m.named_modules()])
m.activation = "nope"
try:
    m(torch.zeros(1, 2))
except KeyError as e:
    print(type(e).__name__, e)
#: apply init
import torch
from torch import nn
def init_weights(m):
    if isinstance(m, nn.Linear):
        nn.init.xavier_uniform_(m.weight)
        nn.init.zeros_(m.bias)
    print("init", type(m).__name__)
torch.manual_seed(42)
net = nn.Sequential(nn.Linear(2, 3), nn.ReLU(), nn.Linear(3, 1))
out = net.apply(init_weights)
print(out is net)
print(net[0].weight)
nn.init.kaiming_normal_(net[2].weight, nonlinearity="relu")
print(net[2].weight)
nn.init.normal_(net[0].weight, mean=0., std=0.02)
print(net[0].weight)
nn.init.constant_(net[0].bias, 0.1)
print(net[0].bias)
nn.init.uniform_(net[0].bias, -1, 1)
print(net[0].bias)
print(nn.init.calculate_gain("tanh"), nn.init.calculate_gain("leaky_relu", 0.2), nn.init.calculate_gain("relu"))
nn.init.orthogonal_ if hasattr(nn.init, "orthogonal_") else None
nn.init.kaiming_uniform_(net[0].weight, a=0.1)
print(net[0].weight)
nn.init.xavier_normal_(net[0].weight, gain=nn.init.calculate_gain("tanh"))
print(net[0].weight)
#: hooks
import torch
from torch import nn
torch.manual_seed(0)
acts = {}
def get(name):
    def hook(model, input, output):
        acts[name] = output.detach()
    return hook
net = nn.Sequential(nn.Linear(4, 5), nn.ReLU(), nn.Linear(5, 2), nn.Sigmoid())
handles = []
for i, layer in enumerate(net):
    handles.append(layer.register_forward_hook(get(f"{i}_{layer.__class__.__name__}")))
net(torch.randn(3, 4))
for k, v in acts.items():
    print(f"{k:<12} mean={v.mean():.4f} std={v.std():.4f} zeros={(v == 0).float().mean().item():.2%}")
for h in handles:
    h.remove()
acts.clear()
net(torch.randn(3, 4))
print(acts)
grads = []
x = torch.ones(2, requires_grad=True)
y = x * 3
y.register_hook(lambda g: grads.append(g))
y.sum().backward()
print(grads, x.grad)
#: train xor sgd
import torch
import torch.nn as nn
import torch.optim as optim
torch.manual_seed(0)
X = torch.tensor([[0., 0.], [0., 1.], [1., 0.], [1., 1.]])
Y = torch.tensor([[0.], [1.], [1.], [0.]])
model = nn.Sequential(nn.Linear(2, 8), nn.Tanh(), nn.Linear(8, 1), nn.Sigmoid())
criterion = nn.BCELoss()
opt = optim.SGD(model.parameters(), lr=0.5, momentum=0.9)
print(opt)
for epoch in range(300):
    opt.zero_grad()
    out = model(X)
    loss = criterion(out, Y)
    loss.backward()
    opt.step()
    if (epoch + 1) % 100 == 0:
        print(f"Epoch [{epoch+1}/300], Loss: {loss.item():.4f}")
with torch.no_grad():
    pred = (model(X) > 0.5).float()
    print(pred.flatten().tolist(), "acc:", (pred == Y).float().mean().item())
    print(pred.eq(Y).sum().item(), "/", len(Y))
#: early stopping
import torch
from torch import nn
torch.manual_seed(7)
class EarlyStopping:
    """Stops when the loss no longer falls."""
    def __init__(self, patience=5, min_delta=0.0):
        self.patience, self.min_delta = patience, min_delta
        self.best = float("inf")
        self.counter = 0
    def __call__(self, loss) -> bool:
        if loss < self.best - self.min_delta:
            self.best = loss
            self.counter = 0
        else:
            self.counter += 1
        return self.counter >= self.patience
X = torch.randn(64, 3); y = (X @ torch.tensor([1., -2., 3.])).unsqueeze(1) + 0.1 * torch.randn(64, 1)
model = nn.Linear(3, 1)
opt = torch.optim.Adam(model.parameters(), lr=0.3)
stop = EarlyStopping(patience=3, min_delta=1e-3)
for epoch in range(500):
    model.train()
    loss = nn.MSELoss()(model(X[:48]), y[:48])
    opt.zero_grad(set_to_none=True)
    loss.backward()
    opt.step()
    model.eval()
    with torch.no_grad():
        val = nn.MSELoss()(model(X[48:]), y[48:]).item()
    if stop(val):
        print("stopped at", epoch, f"{val:.4f} best {stop.best:.4f}")
        break
else:
    print("never")
print(EarlyStopping.__doc__)
#: dataloader
import torch
from torch.utils.data import DataLoader, TensorDataset, Dataset, random_split
torch.manual_seed(0)
ds = TensorDataset(torch.arange(10).float().unsqueeze(1), torch.arange(10) % 2)
print(len(ds), ds[3])
dl = DataLoader(ds, batch_size=4, shuffle=True)
print(len(dl))
for i, (xb, yb) in enumerate(dl):
    print(i, xb.flatten(), yb)
a, b = random_split(ds, [7, 3], generator=torch.Generator().manual_seed(42))
print(len(a), len(b), a.indices, list(b.indices))
class Squares(Dataset):
    def __init__(self, n, transform=None):
        self.n = n
        self.transform = transform
    def __len__(self):
        return self.n
    def __getitem__(self, i):
        v = torch.tensor(float(i))
        if self.transform:
            v = self.transform(v)
        return v, i * i
for xb, yb in DataLoader(Squares(5, transform=lambda t: t / 10), batch_size=2, drop_last=False):
    print(xb, yb)
x, y = next(iter(DataLoader(Squares(5), batch_size=3)))
print(x, y)
for batch in DataLoader(torch.arange(6), batch_size=3): print(batch)
print([s for s in DataLoader([1.5, 2.5, 3.5], batch_size=2)])
class D2(Dataset):
    def __len__(self): return 3
    def __getitem__(self, i): return {"x": torch.ones(2) * i, "name": f"n{i}"}
for b in DataLoader(D2(), batch_size=2): print(b)
#: softmax dims temperature
import torch
import torch.nn.functional as F
x = torch.arange(12.).reshape(2, 2, 3)
for d in range(-3, 3):
    print(d, F.softmax(x, dim=d), sep="\n")
try:
    F.softmax(x, dim=3)
except IndexError as e:
    print(e)
l = torch.tensor([1.0, 2.0, 3.0])
for T in (0.1, 0.5, 1, 2, 10):
    s = torch.softmax(l / T, 0)
    print(f"T={T:<4} ", " ".join(f"{v:.3f}" for v in s), f"H={-(s * s.log()).sum():.3f}")
def naive(x): return torch.exp(x) / torch.exp(x).sum()
def stable(x):
    z = x - x.max()
    return torch.exp(z) / torch.exp(z).sum()
big = torch.tensor([1000., 1001., 1002.])
print(naive(big), stable(big), torch.softmax(big, dim=0))
print(torch.logsumexp(big, 0), big.logsumexp(0), torch.log(torch.exp(big).sum()))
print(naive(torch.tensor([-1000., -1001.])))
print(torch.allclose(stable(l), torch.softmax(l, -1)))
#: gradient check
import torch
def numeric(f, x, h=1e-4):
    return (f(x + h) - f(x - h)) / (2 * h)
acts = {"relu": torch.relu, "sigmoid": torch.sigmoid, "tanh": torch.tanh, "gelu": torch.nn.functional.gelu, "silu": torch.nn.functional.silu, "softplus": torch.nn.functional.softplus, "elu": torch.nn.functional.elu, "selu": torch.selu}
for name, f in acts.items():
    x = torch.tensor([-2.0, -0.5, 0.3, 1.7], dtype=torch.float64, requires_grad=True)
    f(x).sum().backward()
    n = numeric(f, x.detach())
    print(f"{name:10s}", torch.allclose(x.grad, n, atol=1e-6), x.grad)
from torch.autograd import gradcheck
print(gradcheck(torch.tanh, (torch.randn(3, dtype=torch.double, requires_grad=True),)))
#: inplace errors
import torch
x = torch.ones(3, requires_grad=True)
for op in ["x += 1", "x.add_(1)", "x[0] = 5", "x.relu_()", "x.zero_()"]:
    print(op)
try:
    x += 1
except RuntimeError as e:
    print(type(e).__name__, e)
try:
    x[0] = 5
except RuntimeError as e:
    print(type(e).__name__, e)
try:
    x.relu_()
except RuntimeError as e:
    print(type(e).__name__, e)
y = torch.sigmoid(x)
y *= 2
try:
    y.sum().backward()
except RuntimeError as e:
    print(type(e).__name__, e)
z = (x * 2).sum()
z.backward()
try:
    z.backward()
    print("fine")
except RuntimeError as e:
    print(e)
w = torch.exp(x).sum()
w.backward()
try:
    w.backward()
except RuntimeError as e:
    print(e)
try:
    (x * 2).backward()
except RuntimeError as e:
    print(e)
try:
    torch.ones(2).sum().backward()
except RuntimeError as e:
    print(e)
try:
    x.numpy()
except RuntimeError as e:
    print(e)
try:
    torch.tensor([1, 2], requires_grad=True)
except RuntimeError as e:
    print(e)
with torch.no_grad():
    x += 1
print(x, x.grad)
x.data[0] = 9
x.grad.zero_()
print(x, x.grad, x.data)
#: custom autograd function
import torch
class MyReLU(torch.autograd.Function):
    @staticmethod
    def forward(ctx, input):
        ctx.save_for_backward(input)
        return input.clamp(min=0)
    @staticmethod
    def backward(ctx, grad_output):
        input, = ctx.saved_tensors
        grad_input = grad_output.clone()
        grad_input[input < 0] = 0
        return grad_input
x = torch.tensor([-1., 2., 3.], requires_grad=True)
y = MyReLU.apply(x)
print(y)
y.sum().backward()
print(x.grad)
class Scale(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, k):
        ctx.k = k
        return x * k
    @staticmethod
    def backward(ctx, g):
        print("backward", g, ctx.needs_input_grad)
        return g * ctx.k, None
relu = Scale.apply
z = relu(x, 3)
print(z.grad_fn is not None, z.requires_grad)
z.backward(torch.ones(3))
print(x.grad)
class Swish(torch.nn.Module):
    def forward(self, x): return MyReLU.apply(x) * 2
print(Swish(), Swish()(x))
#: printing tensors
import torch
print(torch.tensor(3), torch.tensor(3.5), torch.tensor(True), torch.tensor([]), torch.tensor([[]]), torch.zeros(0, 3))
print(torch.tensor([1e-8, 1.0]), torch.tensor([1e8, 1.0]), torch.tensor([1e5, 1e-5]), torch.tensor([float("nan"), float("inf"), -float("inf"), 1.]))
print(torch.tensor([1., 2., 1000000.]), torch.tensor([0.1, 100000.5]), torch.tensor([1, -2, 300]), torch.tensor([True, False]))
print(torch.ones(2, 2, 2), torch.ones(1, 1, 1, 1), torch.arange(2000), torch.zeros(30, 30), sep="\n")
print(torch.tensor([1.5], dtype=torch.float64), torch.tensor([1], dtype=torch.int32), torch.tensor([1], dtype=torch.uint8))
torch.set_printoptions(precision=2, sci_mode=False, linewidth=40)
print(torch.linspace(0, 1, 20), torch.tensor([1e-6, 12345.678]))
torch.set_printoptions(profile="default")
print(torch.linspace(0, 1, 20), torch.randn(1).shape)
torch.set_printoptions(threshold=5, edgeitems=2)
print(torch.arange(10), torch.arange(100).view(10, 10))
print([torch.tensor(1.), torch.tensor([2])], {"a": torch.ones(1)}, (torch.tensor(1),))
x = torch.tensor([1.], requires_grad=True)
print(x, x * 2, (x * 2).sum(), torch.relu(x), x.detach())
print(repr(x), str(x), f"{torch.tensor(1.23456)} {torch.tensor(1.23456):.2f} {torch.tensor(3):d} {torch.tensor(3):>5}")
#: indexing and masks
import torch
x = torch.arange(12).reshape(3, 4)
print(x[1], x[:, 1], x[1:, ::2], x[-1, -1], x[..., 0], x[None].shape, x[:, None].shape)
print(x[x > 5], x[[0, 2]], x[torch.tensor([0, 0])], x[[0, 1], [1, 2]])
x[x % 2 == 0] = 0
print(x)
x[0] = torch.tensor([9, 9, 9, 9]); x[:, -1] += 100
print(x)
print((x > 5).sum(), (x > 5).any(), (x > 5).all(), (x > 500).nonzero(), (x == 0).nonzero(), torch.where(x > 5), torch.where(x > 5, x, -1))
print(x.gather(1, torch.tensor([[0], [1], [2]])), x.index_select(0, torch.tensor([0])), torch.masked_select(x, x > 10), x.masked_fill(x > 10, 0))
y = torch.eye(3); y.fill_diagonal_(5.0); print(y, torch.diag(torch.tensor([1, 2])), torch.tril(torch.ones(3, 3)), torch.triu(torch.ones(2, 2)))
print(x.flip(0), x.roll(1), x.unique() if hasattr(x, "unique") else 0)
v, i = torch.sort(torch.tensor([3., 1., 2.]), descending=True); print(v, i)
print(torch.topk(torch.tensor([3., 1., 2.]), 2), torch.argsort(torch.tensor([3, 1, 2])), torch.cumsum(torch.tensor([1, 2, 3]), 0), torch.bincount(torch.tensor([0, 1, 1])))
print(torch.chunk(torch.arange(5), 2), torch.split(torch.arange(5), 2), torch.tensor([1, 2]).repeat(2, 2), torch.arange(3).expand(2, 3))
#: traceback chained
def parse(s):
    try:
        return int(s)
    except ValueError as e:
        raise RuntimeError(f"cannot parse {s!r}") from e
parse("abc")
#: traceback during handling
d = {}
try:
    d["x"]
except KeyError:
    d.missing
#: traceback assert
def check(x):
    assert x > 0, f"x must be positive, got {x}"
    return x
print(check(1))
check(-1)
#: traceback bare assert
assert 1 == 2
#: traceback multi line call
def f(a,
      b):
    return a / b
print(f(1, 2))
print(
    f(
        1,
        0,
    )
)
#: traceback torch
import torch
from torch import nn
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(3, 2)
    def forward(self, x):
        x = self.fc(x)
        return x
net = Net()
net(torch.ones(1, 4))
#: traceback forgot super
import torch
from torch import nn
class Net(nn.Module):
    def __init__(self):
        self.fc = nn.Linear(3, 2)
Net()
#: traceback no forward
import torch
from torch import nn
class Net(nn.Module):
    def __init__(self):
        super().__init__()
net = Net()
print(net)
net(torch.ones(1))
#: traceback custom exception
class ActivationError(ValueError):
    """Bad."""
    def __init__(self, name, known):
        super().__init__(f"unknown activation {name!r}; known: {', '.join(known)}")
        self.name = name
def get(name):
    known = {"relu": max, "abs": abs}
    if name not in known:
        raise ActivationError(name, sorted(known))
    return known[name]
try:
    get("foo")
except ActivationError as e:
    print(e, e.name, e.args, isinstance(e, ValueError), repr(e))
get("bar")
#: traceback lambda and comprehension
fs = [lambda x: x + 1, lambda x: x / 0]
def run(fs, v):
    return {i: f(v) for i, f in enumerate(fs)}
run(fs, 1)
#: traceback generator
def gen():
    yield 1
    raise ValueError("in gen")
for v in gen():
    print(v)
#: traceback recursion
def fact(n):
    if n == 0:
        raise ValueError("bottom")
    return n * fact(n - 1)
fact(3)
#: traceback attribute hint
import math
print(math.sqroot(2))
#: traceback syntax
x = 5
if x > 3
    print(x)
#: traceback indentation
def f():
print(1)
#: traceback import
import torchvisionx
#: dataclasses
from dataclasses import dataclass, field, asdict
from typing import List, Optional, Callable, Dict, Tuple
@dataclass
class Config:
    lr: float = 0.1
    epochs: int = 10
    hidden: List[int] = field(default_factory=lambda: [8, 8])
    name: Optional[str] = None
    def total(self) -> int:
        return sum(self.hidden)
c = Config(lr=0.01)
print(c, c.total(), asdict(c), c == Config(lr=0.01), c != Config())
@dataclass(frozen=True, order=True)
class P:
    x: int
    y: int = 2
print(P(1) < P(2), hash(P(1)) == hash(P(1)), {P(1): "a"}[P(1)])
try:
    P(1).x = 5
except Exception as e:
    print(type(e).__name__, e)
try:
    P()
except TypeError as e:
    print(e)
#: closures and decorators
import time, functools
def timed(fn):
    @functools.wraps(fn)
    def wrapper(*args, **kwargs):
        t0 = time.perf_counter()
        r = fn(*args, **kwargs)
        wrapper.calls += 1
        assert time.perf_counter() >= t0
        return r
    wrapper.calls = 0
    return wrapper
@timed
def square(x):
    """Squares."""
    return x * x
print(square(3), square(x=4), square.calls, square.__name__, square.__doc__)
def repeat(n):
    def deco(f):
        def inner(*a): return [f(*a) for _ in range(n)]
        return inner
    return deco
@repeat(2)
def hi(x): return f"hi {x}"
print(hi("a"))
def make_counter():
    count = 0
    def inc():
        nonlocal count
        count += 1
        return count
    return inc
c = make_counter(); c(); print(c())
fs = [lambda: i for i in range(3)]; print([f() for f in fs])
fs = [lambda i=i: i for i in range(3)]; print([f() for f in fs])
from functools import partial, reduce, lru_cache
leaky = partial(lambda x, slope: x if x > 0 else slope * x, slope=0.01)
print(leaky(-5), leaky(-5, slope=0.1), reduce(lambda a, b: a * b, [1, 2, 3, 4]))
@lru_cache(maxsize=None)
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(50), fib.cache_info())
#: generators
def count(n):
    try:
        for i in range(n):
            x = yield i
            if x: print("got", x)
    finally:
        print("closed")
g = count(5)
print(next(g), g.send("hello"), next(g))
g.close()
print(list(count(2)))
def chain(*its):
    for it in its:
        yield from it
print(list(chain([1], (2, 3), "ab")))
print(sum(x * x for x in range(10)), any(x > 5 for x in [1, 2]), dict((k, v) for k, v in [("a", 1)]))
def h():
    r = yield from count(1)
    return r
print(list(h()))
for v in count(3):
    if v == 1: break
print("after")
#: itertools
import itertools
from itertools import product, chain, combinations, permutations, count, cycle, islice, accumulate, repeat, zip_longest, groupby
for lr, act in product([0.1, 0.01], ["relu", "tanh"]): print(lr, act)
print(list(chain([1], [2])), list(combinations("abc", 2)), list(permutations([1, 2])), list(islice(count(5, 2), 3)), list(islice(cycle("ab"), 5)))
print(list(accumulate([1, 2, 3])), list(repeat(1, 3)), list(zip_longest([1], [2, 3], fillvalue=0)), [(k, list(g)) for k, g in groupby("aabbc")])
print(list(itertools.chain.from_iterable([[1], [2, 3]])), list(itertools.takewhile(lambda x: x < 3, [1, 2, 3])), list(itertools.starmap(pow, [(2, 3)])))
#: dicts of activations
import math
activations = {
    "sigmoid": lambda x: 1 / (1 + math.exp(-x)),
    "tanh": math.tanh,
    "relu": lambda x: max(0, x),
    "leaky": lambda x, a=0.01: x if x > 0 else a * x,
}
xs = [-3, -1, 0, 1, 3]
print("x".ljust(10) + "".join(f"{x:>10}" for x in xs))
for name, fn in activations.items():
    print(name.ljust(10) + "".join(f"{fn(x):>10.4f}" for x in xs))
print(max(activations, key=lambda k: activations[k](1)), sorted(activations, key=len), {k: round(f(0.5), 3) for k, f in activations.items()})
scores = {"a": 0.3, "b": 0.9}
best = max(scores, key=scores.get); print(best, scores[best], min(scores.values()), sorted(scores.items(), key=lambda kv: kv[1], reverse=True))
print({**scores, "c": 1}, scores | {"d": 2}, "a" in scores, scores.get("z"), scores.get("z", 0), scores.pop("a"), scores, list(scores), scores.setdefault("q", []))
#: string methods
s = "Rectified Linear Unit"
print(s.upper(), s.lower(), s.title(), s.swapcase(), s.center(31, "*"), s.ljust(25) + "|", s.rjust(25), s.replace("i", "1"), s.split(), s.count("i"), s.find("L"), s.startswith("Rec"), s[::-1], s.zfill(30), sep="\n")
print("-".join("abc"), " x ".strip(), "a,b,,c".split(","), "a b  c".split(), "abc".partition("b"), "x=1".split("=", 1), "line\nline2".splitlines(), "tab\tx".expandtabs(4), "%".isalpha(), "12".isdigit(), "é".encode if False else "")
print("=" * 20, "a" "b", 'it''s', "\\n", r"\n", """multi
line""", sep="|")
print(repr("it's"), repr('a"b'), repr("a\n\t\\"), repr("é"), "{:>10}|{:<10}|{:^10}|{:+.2f}|{:,}|{:%}|{:x}|{:b}|{:e}|{:g}|{:010.3f}".format("a", "b", "c", 1.5, 1234567, 0.25, 255, 5, 12345.678, 0.0001, 3.14159))
w = 12; p = 3
print(f"{3.14159:{w}.{p}f}|{'x':-^{w}}|{1e10}|{1e-5}|{1e16}|{1e15}|{0.1 + 0.2}|{1/3}|{100.0}|{5 // 2}|{-7 // 2}|{-7 % 3}|{2**100}|{w=}|{w + p = }|{3.0!r:>8}|{True:>6}|{None!s:>6}|{'a':5}|{5:5}|")
print("%s %d %5.2f %e %g %x %5s|%-5s|%05d %+d %%" % ("a", 3, 2.5, 12345.6, 0.00001, 255, "b", "c", 42, 7))
print("%(name)s has %(n)d" % {"name": "relu", "n": 3}, "%r" % "a", "%c" % 65, "%10.3e|" % 0.000123)
print(f"{1234567.891:,.2f} {1234567:_} {0.5:.0%} {1.0:g} {1e-7:g} {123456789.0:g} {float('nan'):5.1f} {float('inf'):>6} {-0.0:.1f} {12:#x} {1.5:>+8.2f} {'%'}")
print(f"{'nested ' + f'{1 + 1}'} {{braces}} {[1, 2][0]} {dict(a=1)['a']} {'yes' if w > 3 else 'no'} {(lambda x: x * 2)(4)}")
#: main guard and hints
from typing import List, Dict, Callable, Union, Any, Optional, Tuple
def f(x: float, ys: List[float] = None, cb: Callable[[float], float] = abs) -> Dict[str, float]:
    total: float = cb(x)
    n: int
    return {"t": total}
def main() -> None:
    print(f(-2.5), f.__annotations__.keys(), __name__)
if __name__ == "__main__":
    main()
#: globals locals dir vars
import math
alpha = 0.1
def relu(x): return max(0, x)
print("alpha" in globals(), globals()["alpha"], globals()["relu"](3), "nothing" in globals())
globals()["beta"] = 5
print(beta)
def f(a, b=2):
    c = a + b
    return locals()
print(f(1), sorted(f(1)))
class A:
    z = 1
    def __init__(self): self.x = 1; self.y = "a"
    def go(self): pass
a = A()
print(vars(a), a.__dict__, [n for n in dir(a) if not n.startswith("_")], hasattr(a, "x"), getattr(a, "q", None))
vars(a)["w"] = 3; print(a.w); setattr(a, "v", 4); print(a.v); del a.v; print(hasattr(a, "v"))
print([n for n in dir() if not n.startswith("_")])
print("sqrt" in dir(math), [k for k, v in list(globals().items()) if callable(v) and not k.startswith("_")])
for name in ["relu"]: print(globals()[name](-1))
print(A.__name__, a.__class__.__name__, type(a).__name__, A.__dict__["z"], a.__class__ is A, A.__bases__, A.__mro__)
def g():
    x = 1
    return "x" in locals(), "alpha" in locals(), "alpha" in globals(), dir()
print(g())
#: with statements
from contextlib import contextmanager
class Ctx:
    def __init__(self, n): self.n = n
    def __enter__(self): print("enter", self.n); return self.n
    def __exit__(self, t, v, tb): print("exit", self.n, t.__name__ if t else None, v); return self.n == 2
with Ctx(1) as a, Ctx(2) as b:
    print(a, b)
with (Ctx(1) as a, Ctx(2) as b):
    print(a, b)
with (
    Ctx(3) as c,
    Ctx(4) as d,
):
    print(c, d)
with Ctx(2):
    raise ValueError("swallowed")
with (Ctx(5)):
    pass
@contextmanager
def tag(name):
    print(f"<{name}>")
    try:
        yield name.upper()
    finally:
        print(f"</{name}>")
with tag("b") as t: print(t)
try:
    with tag("i"): raise KeyError("k")
except KeyError as e: print("caught", e)
with Ctx(1): raise ValueError("out")
#: user classes
class Vec:
    count = 0
    def __init__(self, *xs): self.xs = list(xs); Vec.count += 1
    def __repr__(self): return f"Vec{tuple(self.xs)}"
    def __add__(self, o): return Vec(*[a + b for a, b in zip(self.xs, o.xs)])
    def __mul__(self, k): return Vec(*[a * k for a in self.xs])
    __rmul__ = __mul__
    def __eq__(self, o): return self.xs == o.xs
    def __len__(self): return len(self.xs)
    def __getitem__(self, i): return self.xs[i]
    def __iter__(self): return iter(self.xs)
    def __contains__(self, v): return v in self.xs
    def __neg__(self): return -1 * self
    def __bool__(self): return any(self.xs)
    def __call__(self, f): return Vec(*map(f, self.xs))
    @property
    def norm(self): return sum(x * x for x in self.xs) ** 0.5
    @staticmethod
    def zeros(n): return Vec(*[0] * n)
    @classmethod
    def ones(cls, n): return cls(*[1] * n)
v = Vec(3, 4)
print(v, v + v, 2 * v, v == Vec(3, 4), len(v), v[0], list(v), 3 in v, -v, bool(Vec.zeros(2)), v(abs), v.norm, Vec.ones(2), Vec.count, str(v), [v], max(v), sum(v), sorted(v, reverse=True))
try: v.norm = 3
except AttributeError as e: print(e)
try: hash(v)
except TypeError as e: print(e)
class Base:
    def hi(self): return f"base {self.name()}"
    def name(self): raise NotImplementedError("subclass must")
class Sub(Base):
    def name(self): return "sub"
    def hi(self): return "sub:" + super().hi()
print(Sub().hi(), isinstance(Sub(), Base), issubclass(Sub, Base))
print(str(Base)[:7], type(Sub()), Sub)
Base().hi()
#: micrograd
import math
class Value:
    def __init__(self, data, _children=(), _op=""):
        self.data = data; self.grad = 0.0; self._backward = lambda: None; self._prev = set(_children); self._op = _op
    def __repr__(self): return f"Value(data={self.data}, grad={self.grad})"
    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        out = Value(self.data + other.data, (self, other), "+")
        def _backward():
            self.grad += out.grad
            other.grad += out.grad
        out._backward = _backward
        return out
    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        out = Value(self.data * other.data, (self, other), "*")
        def _backward():
            self.grad += other.data * out.grad
            other.grad += self.data * out.grad
        out._backward = _backward
        return out
    def __pow__(self, k):
        out = Value(self.data ** k, (self,), f"**{k}")
        def _backward(): self.grad += k * self.data ** (k - 1) * out.grad
        out._backward = _backward
        return out
    def tanh(self):
        t = math.tanh(self.data); out = Value(t, (self,), "tanh")
        def _backward(): self.grad += (1 - t ** 2) * out.grad
        out._backward = _backward
        return out
    def relu(self):
        out = Value(0 if self.data < 0 else self.data, (self,), "ReLU")
        def _backward(): self.grad += (out.data > 0) * out.grad
        out._backward = _backward
        return out
    def backward(self):
        topo, visited = [], set()
        def build(v):
            if v not in visited:
                visited.add(v)
                for c in v._prev: build(c)
                topo.append(v)
        build(self)
        self.grad = 1.0
        for v in reversed(topo): v._backward()
    def __neg__(self): return self * -1
    def __radd__(self, o): return self + o
    def __sub__(self, o): return self + (-o)
    def __rmul__(self, o): return self * o
    def __truediv__(self, o): return self * o ** -1
x = Value(2.0); w = Value(-3.0); b = Value(6.88)
y = (x * w + b).tanh(); y.backward()
print(x, w, b, y, sep="\n")
z = (x * 2 + 1).relu() / Value(4); z.backward(); print(z, x)
#: print all modules
import torch
from torch import nn
for m in [nn.ReLU(), nn.ReLU(inplace=True), nn.LeakyReLU(), nn.LeakyReLU(0.2), nn.PReLU(), nn.PReLU(3), nn.ELU(), nn.SELU(), nn.GELU(), nn.GELU("tanh"), nn.SiLU(), nn.Mish(), nn.Softplus(), nn.Softmax(dim=1), nn.LogSoftmax(dim=-1), nn.Sigmoid(), nn.Tanh(), nn.Hardtanh(), nn.Hardswish(), nn.Hardsigmoid(), nn.Softsign(), nn.Tanhshrink(), nn.Hardshrink(), nn.Softshrink(), nn.Threshold(0.1, 20), nn.ReLU6(), nn.CELU(), nn.GLU(), nn.LogSigmoid(), nn.RReLU(), nn.Softmin(dim=0), nn.Identity(), nn.Flatten(), nn.Linear(2, 3), nn.Linear(2, 3, bias=False), nn.Dropout(0.5), nn.BatchNorm1d(4), nn.LayerNorm(4)]:
    print(m, end="; ")
    print(sum(p.numel() for p in m.parameters()))
print(nn.Sequential(nn.Flatten(), nn.Linear(4, 2), nn.Sequential(nn.ReLU(), nn.Linear(2, 1))))
#: sequential ordered dict
import torch
from torch import nn
from collections import OrderedDict
m = nn.Sequential(OrderedDict([("fc1", nn.Linear(2, 3)), ("act", nn.ReLU()), ("fc2", nn.Linear(3, 1))]))
print(m, m.fc1, m[0], m[-1], len(m), m[:2])
m.add_module("out", nn.Sigmoid())
for name, layer in m.named_children(): print(name, "->", layer)
print([name for name, _ in m.named_parameters()])
m[1] = nn.Tanh(); print(m.act)
del m[0]
print(m)
try: m.nothing
except AttributeError as e: print(e)
try: m[9]
except IndexError as e: print(e)
#: manual linear regression
import torch
torch.manual_seed(0)
w = torch.randn(1, requires_grad=True); b = torch.zeros(1, requires_grad=True)
X = torch.linspace(0, 1, 20); Y = 3 * X + 2
lr = 0.5
for epoch in range(101):
    yhat = w * X + b
    loss = ((yhat - Y) ** 2).mean()
    loss.backward()
    with torch.no_grad():
        w -= lr * w.grad
        b -= lr * b.grad
        w.grad.zero_()
        b.grad.zero_()
    if epoch % 20 == 0:
        print("epoch %3d  loss %.6f  w %.4f  b %.4f" % (epoch, loss.item(), w, b))
w.data.sub_(lr * 0.1); print(w, b.data)
#: gradient flow through layers
import torch
from torch import nn
def build(act, depth=6):
    torch.manual_seed(0)
    layers = []
    for _ in range(depth):
        layers += [nn.Linear(10, 10), act()]
    return nn.Sequential(*layers, nn.Linear(10, 1))
x = torch.randn(32, 10, generator=torch.Generator().manual_seed(1))
for act in (nn.Sigmoid, nn.Tanh, nn.ReLU, nn.LeakyReLU):
    net = build(act)
    net(x).pow(2).mean().backward()
    norms = [p.grad.norm().item() for n, p in net.named_parameters() if n.endswith("weight")]
    print(f"{act.__name__:>10}: " + " ".join(f"{n:.2e}" for n in norms))
print(torch.nn.utils.clip_grad_norm_(net.parameters(), 0.1))
print(sum(p.grad.norm() ** 2 for p in net.parameters()).sqrt())
#: dead relus
import torch
from torch import nn
torch.manual_seed(0)
layer = nn.Linear(5, 8)
nn.init.constant_(layer.bias, -2.0)
x = torch.randn(100, 5)
out = torch.relu(layer(x))
dead = (out == 0).all(dim=0)
print(dead, f"{dead.sum().item()} of {dead.numel()} dead ({dead.float().mean():.0%})")
print((out > 0).float().mean(dim=0))
print(torch.count_nonzero(out), out.gt(0).sum(), out.ne(0).any(), (out <= 0).sum(1)[:5])
#: tensor functions
import torch
x = torch.tensor([-2., -1., 0., 1., 2.])
for name in ["abs", "exp", "sqrt", "square", "sign", "floor", "ceil", "round", "neg", "reciprocal", "sin", "cos", "sigmoid", "tanh", "relu", "log1p", "expm1", "erf", "isnan", "isinf", "isfinite", "trunc", "rsqrt", "log", "log2", "log10", "atan", "sinh", "cosh"]:
    f = getattr(torch, name)
    print(f"{name:>10}", f(x))
print(torch.clamp(x, -1, 1), x.clamp(min=0), torch.clip(x, max=0.5), torch.maximum(x, torch.zeros(5)), torch.minimum(x, x.flip(0)), torch.max(x, torch.tensor(0.)))
print(torch.arange(5), torch.arange(1, 2, 0.25), torch.linspace(0, 1, 5), torch.logspace(0, 2, 3), torch.eye(2), torch.full((2, 2), 7), torch.full((2,), 0.5), torch.zeros_like(x), torch.ones(2, dtype=torch.long), torch.empty(0))
print(torch.stack([x, x]), torch.cat((x, x)), torch.cat([torch.ones(1, 2), torch.zeros(1, 2)], dim=1), torch.vstack([x, x]).shape, torch.hstack([x, x]).shape, torch.outer(x, x)[0], torch.dot(x, x), x.norm(), x.std(), x.median(), x.quantile(0.5), torch.cumsum(x, 0), x.prod(), torch.meshgrid(x[:2], x[:3], indexing="ij"))
print(torch.allclose(x, x + 1e-9), torch.equal(x, x), torch.isclose(x, x), x.eq(0), x.lt(0), torch.logical_and(x > 0, x < 2), (x > 0) & (x < 2), ~(x > 0), (x > 0) | (x < -1), x.mean(dtype=torch.float64), torch.einsum("i,i->", x, x), torch.bmm(torch.ones(1, 2, 2), torch.ones(1, 2, 2)))
print(x.unsqueeze(0).shape, x.unsqueeze(-1).squeeze().shape, torch.randn(2, 3, 4).permute(2, 0, 1).shape, torch.ones(2, 3).transpose(0, 1).shape, torch.ones(2, 3).flatten().shape, torch.ones(2, 3).T.is_contiguous(), torch.ones(2, 3).T.contiguous().stride(), x.view(5, 1).expand(5, 2).shape, x.split(2), torch.where(x > 0, x, 0.01 * x), torch.heaviside(x, torch.tensor(0.5)), torch.lerp(x, x + 1, 0.5), torch.addmm(torch.ones(2, 2), torch.eye(2), torch.eye(2)))
#: dtypes
import torch
a = torch.tensor([1, 2]); b = torch.tensor([1., 2.]); c = torch.tensor([True, False]); d = torch.tensor([1.], dtype=torch.double)
print(a.dtype, b.dtype, c.dtype, (a + b).dtype, (a / 2).dtype, (a // 2).dtype, (c + 1).dtype, (a * 1.5).dtype, (b + d).dtype, (c.sum()).dtype, a.float(), b.int(), b.type(torch.int64), a.to(torch.float32), torch.result_type(a, b))
print(torch.float32, torch.int64, torch.float, torch.long, str(torch.bool), torch.finfo(torch.float32).eps, torch.finfo(torch.float32).max, torch.iinfo(torch.int32).max, torch.finfo(torch.float32).tiny)
try: a += 0.5
except RuntimeError as e: print(e)
try: torch.ones(2).sigmoid_().long().exp_()
except RuntimeError as e: print(e)
print(torch.tensor([1, 2]).sigmoid(), torch.exp(torch.tensor(1)), torch.relu(torch.tensor([-1, 2])), torch.tensor([1, 2.5]), torch.tensor(3).item(), torch.tensor(2.5).item(), float(torch.tensor(2)), int(torch.tensor(2.7)), torch.tensor(True).item())
try: torch.nn.functional.gelu(torch.tensor([1, 2]))
except Exception as e: print(type(e).__name__, e)
try: torch.softmax(torch.tensor([1, 2]), 0)
except Exception as e: print(type(e).__name__, e)
try: torch.tensor([1., 2.]) @ torch.tensor([1, 2])
except Exception as e: print(type(e).__name__, e)
try: torch.tensor([1., 2.])[torch.tensor([0.5])]
except Exception as e: print(type(e).__name__, e)
try: torch.tensor([1., 2.])["a"]
except Exception as e: print(type(e).__name__, e)
try: torch.zeros(2, 2)[0, 0, 0]
except Exception as e: print(type(e).__name__, e)
try: len(torch.tensor(1))
except Exception as e: print(type(e).__name__, e)
try: [v for v in torch.tensor(1)]
except Exception as e: print(type(e).__name__, e)
try: torch.zeros("a")
except Exception as e: print(type(e).__name__, str(e).split("\n")[0])
try: torch.randn(2).backward()
except Exception as e: print(type(e).__name__, e)
try: hash(torch.ones(1)) and print({torch.ones(1): 1} is not None)
except Exception as e: print(type(e).__name__, e)
#: state dict load
import torch
from torch import nn
torch.manual_seed(0)
a, b = nn.Linear(2, 2), nn.Linear(2, 2)
print(b.load_state_dict(a.state_dict()), torch.equal(a.weight, b.weight))
try: b.load_state_dict({"weight": torch.ones(2, 2)})
except RuntimeError as e: print(e)
try: b.load_state_dict(nn.Linear(3, 2).state_dict())
except RuntimeError as e: print(e)
print(b.load_state_dict({"weight": torch.ones(2, 2)}, strict=False))
import copy
c = copy.deepcopy(a); c.weight.data.fill_(1); print(a.weight, c.weight)
best = copy.deepcopy(a.state_dict()); print(list(best), best["bias"])
for p in a.parameters(): p.requires_grad = False
print([p.requires_grad for p in a.parameters()], a.weight)
a.requires_grad_(True); a.zero_grad(); print(a.weight.grad)
opt = torch.optim.SGD(a.parameters(), lr=0.1, momentum=0.9)
print(opt.state_dict())
#: time and seeds
import time, random, math, os, sys
import torch
torch.manual_seed(0); random.seed(0)
start = time.time()
for _ in range(100): torch.relu(torch.randn(10))
elapsed = time.time() - start
print(elapsed >= 0, f"{'time':>10}: {'ok' if elapsed < 60 else 'slow'}")
print(sys.version_info >= (3, 8), type(sys.argv).__name__, sys.maxsize)
#: training with function and kwargs
import torch
from torch import nn
from typing import Callable, List, Tuple
def train(model: nn.Module, X: torch.Tensor, y: torch.Tensor, *, epochs: int = 10, lr: float = 0.1, loss_fn: Callable = nn.MSELoss(), verbose: bool = True, **opt_kwargs) -> List[float]:
    opt = torch.optim.SGD(model.parameters(), lr=lr, **opt_kwargs)
    losses: List[float] = []
    for epoch in range(epochs):
        opt.zero_grad()
        loss = loss_fn(model(X), y)
        loss.backward()
        opt.step()
        losses.append(loss.item())
        if verbose and epoch % max(1, epochs // 4) == 0:
            print(f"Epoch {epoch:03d} | loss={losses[-1]:.5f} | lr={opt.param_groups[0]['lr']:.0e}")
    return losses
torch.manual_seed(0)
X = torch.linspace(-1, 1, 32).reshape(-1, 1); y = torch.sin(3 * X)
results = {}
for name, act in [("relu", nn.ReLU), ("tanh", nn.Tanh), ("sigmoid", nn.Sigmoid)]:
    torch.manual_seed(0)
    net = nn.Sequential(nn.Linear(1, 20), act(), nn.Linear(20, 1))
    results[name] = train(net, X, y, epochs=40, momentum=0.9, verbose=name == "relu")[-1]
for i, (k, v) in enumerate(sorted(results.items(), key=lambda kv: kv[1]), start=1): print(f"{i}. {k:<8}{v:.6f}")
best = min(results, key=results.get); print("best:", best, results[best] == min(results.values()))
try: train(net, X, y, 10)
except TypeError as e: print(e)
try: train(net, X, y, foo=1)
except TypeError as e: print(e)
#: 2000 steps
import torch
from torch import nn
torch.manual_seed(0)
X = torch.randn(32, 2); y = (X[:, :1] * X[:, 1:] > 0).float()
net = nn.Sequential(nn.Linear(2, 8), nn.ReLU(), nn.Linear(8, 1))
opt = torch.optim.Adam(net.parameters(), lr=0.01)
loss_fn = nn.BCEWithLogitsLoss()
for step in range(2000):
    loss = loss_fn(net(X), y)
    opt.zero_grad()
    loss.backward()
    opt.step()
    if step % 500 == 0: print(step, round(loss.item(), 4))
#: deepcopy of modules
import copy
import torch
from torch import nn
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(2, 3)
        self.act = nn.LeakyReLU(0.2)
        self.blocks = nn.ModuleList([nn.Linear(3, 3), nn.Tanh()])
        self.register_buffer("seen", torch.zeros(1))
        self.log = [1, 2]
        self.scale = nn.Parameter(torch.tensor(2.))
    def forward(self, x):
        x = self.act(self.fc(x)) * self.scale
        for b in self.blocks: x = b(x)
        return x
torch.manual_seed(0)
net = Net()
net.eval()
best = copy.deepcopy(net)
print(best, best.training, best.log is net.log, best.log, torch.equal(best.fc.weight, net.fc.weight), best.fc.weight is net.fc.weight)
with torch.no_grad(): net.fc.weight.zero_()
print(best.fc.weight, net.fc.weight, best(torch.ones(1, 2)), net(torch.ones(1, 2)))
print([n for n, _ in best.named_parameters()], list(best.state_dict()), best.fc.in_features, best.act.negative_slope)
s = copy.deepcopy(net.state_dict()); print(type(s).__name__, list(s))
seq = nn.Sequential(nn.Linear(1, 1), nn.ReLU(), nn.Dropout(0.3), nn.BatchNorm1d(1))
c = copy.deepcopy(seq); print(c, len(c), c[2].p, c.state_dict().keys() == seq.state_dict().keys())
layers = nn.ModuleList([copy.deepcopy(nn.Linear(2, 2)) for _ in range(2)]); print(layers)
best.load_state_dict(net.state_dict()); print(torch.equal(best.fc.weight, net.fc.weight))
opt = torch.optim.SGD(best.parameters(), lr=0.1); best(torch.ones(1, 2)).sum().backward(); opt.step(); print(best.scale)
tied = nn.Linear(2, 2); pair = nn.Sequential(tied, tied); two = copy.deepcopy(pair); print(two[0] is two[1])
#: names
def f(x, flag=True):
    """Adds."""
    total = x + 1
    print(sorted(locals()), locals()["total"], vars()["x"], dir())
    def g():
        y = 1
        return x, y, "y" in locals()
    return g()
print(f(1))
a = 1
d = globals()
b = 2
print(d["b"], "b" in d, d.get("zzz"), len([k for k in d if k in ("a", "b")]))
for name in ("a", "b"): print(name, globals()[name])
del d["a"]
try: a
except NameError as e: print(e)
class C:
    x = 1
    print([k for k in locals() if not k.startswith("__")], "x" in dir())
print(locals()["b"])
class P: pass
p = P(); p.a = 1
v = vars(p); p.b = 2; print(v, v is not None, list(v.items())); v["c"] = 3; del v["a"]; print(p.c, hasattr(p, "a"), p.__dict__)
for k, x in vars(p).items(): print(k, x)
p.__dict__.update(lr=0.1, n=3); print(p.lr, vars(p))
print("{a} {b}".format(**{"a": 1, **globals()}) if "a" in globals() else "gone", "%(b)d" % globals())
#: abandoned generators
def g(n):
    try:
        for i in range(n): yield i
    finally:
        print("closed", n)
for x in g(3):
    if x == 1: break
print("one")
def find():
    for x in g(5):
        if x == 2: return x
print(find())
h = g(4)
for x in h: break
print("kept", next(h))
for x in g(1): pass
else: print("done")
for x in iter(h):
    print(x); break
print(next(h))
h.close(); h.close()
print(list(h))
def outer():
    yield from g(2)
for x in outer():
    break
print("end")
#: with groups
from contextlib import nullcontext, suppress
with (nullcontext(1) as a, nullcontext("(as)") as b): print(a, b)
with (
    nullcontext(1) as a,  # the first
    nullcontext([1, (2, 3)]) as c,
):
    print(a, c)
with (nullcontext(5)) as q: print(q)
with suppress(KeyError): {}["a"]
with (suppress(KeyError), suppress(ValueError) as s):
    int("x")
x = (1 if True else 2)
with (nullcontext(x) as y): print(y); print(1/0)
#: star messages
def f(*a): return a
class A:
    def m(self, *a): return a
for t in (lambda: f(*1), lambda: f(**1), lambda: print(*5), lambda: [*3], lambda: max(*None), lambda: A(*1), lambda: str.upper(3), lambda: str.join(1, []), lambda: "a".upper(1), lambda: list.append(1, 2), lambda: dict.get(1, 2), lambda: str.split(None)):
    try: print(t())
    except Exception as e: print(type(e).__name__, e)
print(list(map(str.upper, ["a", "b"])), list(map(str.strip, [" a "])), sorted(["b", "A"], key=str.lower), list(map(len, ["ab"])))
#: model zoo loop
import torch
from torch import nn
acts = {"ReLU": nn.ReLU(), "LeakyReLU": nn.LeakyReLU(0.1), "GELU": nn.GELU(), "Tanh": nn.Tanh(), "PReLU": nn.PReLU(), "Softplus": nn.Softplus(beta=2)}
x = torch.tensor([-2.0, -1.0, 0.0, 1.0, 2.0])
print("| {:^10} | {} |".format("name", " | ".join(f"{v:^7.1f}" for v in x.tolist())))
print("|" + "-" * 12 + "|" + "|".join("-" * 9 for _ in x) + "|")
for name, act in acts.items():
    row = act(x).detach().tolist()
    print("| {:<10} | {} |".format(name, " | ".join("%7.4f" % v for v in row)))
for i, (n, a) in enumerate(sorted(acts.items(), key=lambda kv: kv[1](x).sum().item(), reverse=True), 1): print(i, n, a)
print(acts)
print(list(acts.values())[:2], tuple(acts)[:2], type(acts["ReLU"]), acts["ReLU"].__class__.__name__, isinstance(acts["GELU"], nn.Module))
#: kwargs forward
import torch
from torch import nn
class Block(nn.Module):
    def __init__(self, dim, *, act="relu", residual=True, **kw):
        super().__init__()
        self.lin = nn.Linear(dim, dim, **kw)
        self.act = getattr(torch, act)
        self.residual = residual
    def forward(self, x, scale=1.0, *, detach=False):
        y = self.act(self.lin(x)) * scale
        return x + y if self.residual else (y.detach() if detach else y)
torch.manual_seed(0)
b = Block(3, act="tanh", bias=False)
print(b, b(torch.ones(1, 3)), b(torch.ones(1, 3), 2.0), b(torch.ones(1, 3), scale=0.0))
b.residual = False; print(b(torch.ones(1, 3), detach=True).requires_grad)
try: b(torch.ones(1, 3), foo=1)
except TypeError as e: print(e)
try: b()
except TypeError as e: print(e)
try: Block()
except TypeError as e: print(e)
try: Block(3, 4)
except TypeError as e: print(e)
try: Block(3, act="nope")
except AttributeError as e: print(e)
#: repr methods
import torch
from torch import nn
class Quad(nn.Module):
    def __init__(self, a=1.0):
        super().__init__()
        self.a = nn.Parameter(torch.tensor(a))
    def forward(self, x): return self.a * x ** 2
    def extra_repr(self): return f"a={self.a.item():.2f}"
class Named(nn.Module):
    def __init__(self): super().__init__(); self.q = Quad(2.0); self.s = nn.Sequential(Quad(), nn.ReLU())
    def __str__(self): return "Named!"
    def forward(self, x): return self.s(self.q(x))
n = Named()
print(n); print(repr(n)); print([n]); print(f"{n} {n!r:.10}")
print(n.q, n.s[0].a, n(torch.tensor(1.5)))
class Empty(nn.Module):
    pass
print(Empty(), Empty().state_dict(), list(Empty().parameters()))
class Parent(nn.Module):
    def __init__(self): super().__init__(); self.e = Empty(); self.f = nn.ModuleList(); self.g = nn.Sequential()
print(Parent())
try: Empty()(1)
except NotImplementedError as e: print(e)
#: count and freeze
import torch
from torch import nn
model = nn.Sequential(nn.Linear(784, 128), nn.ReLU(), nn.Linear(128, 64), nn.ReLU(), nn.Linear(64, 10))
total = sum(p.numel() for p in model.parameters())
print(f"{total:,} parameters, {total * 4 / 1024:.1f} KiB")
print(f"{'Layer':<12}{'Shape':<20}{'Params':>10}")
for name, p in model.named_parameters(): print(f"{name:<12}{str(list(p.shape)):<20}{p.numel():>10,}")
for p in model[0].parameters(): p.requires_grad = False
print(sum(p.numel() for p in model.parameters() if p.requires_grad), [n for n, p in model.named_parameters() if not p.requires_grad])
for name, param in model.named_parameters():
    if "bias" in name: print(name, param.data.size(), param.device, param.dtype)
print(model[0].weight.shape, model[-1].out_features, model[0].in_features, model[0].bias is not None)
opt = torch.optim.Adam(filter(lambda p: p.requires_grad, model.parameters()), lr=1e-3)
print(len(opt.param_groups[0]["params"]))
opt = torch.optim.SGD([{"params": model[0].parameters()}, {"params": model[2].parameters(), "lr": 1e-2}], lr=1e-3, momentum=0.9)
print(opt)
for g in opt.param_groups: g["lr"] *= 0.5
print([g["lr"] for g in opt.param_groups])
#: training with loader
import torch
from torch import nn
from torch.utils.data import TensorDataset, DataLoader, random_split
torch.manual_seed(42)
X = torch.rand(80, 2) * 2 - 1
y = ((X ** 2).sum(1) < 0.5).long()
train, test = random_split(TensorDataset(X, y), [64, 16])
loaders = {"train": DataLoader(train, batch_size=16, shuffle=True), "test": DataLoader(test, batch_size=16)}
net = nn.Sequential(nn.Linear(2, 16), nn.ReLU(), nn.Linear(16, 2))
opt = torch.optim.AdamW(net.parameters(), lr=0.02); crit = nn.CrossEntropyLoss()
sched = torch.optim.lr_scheduler.StepLR(opt, 5, gamma=0.5)
hist = {"train": [], "test": []}
for epoch in range(1, 11):
    for phase in ("train", "test"):
        net.train(phase == "train")
        run, correct, n = 0.0, 0, 0
        for xb, yb in loaders[phase]:
            with torch.set_grad_enabled(phase == "train"):
                out = net(xb); loss = crit(out, yb)
                if phase == "train":
                    opt.zero_grad(); loss.backward(); opt.step()
            run += loss.item() * xb.size(0); correct += (out.argmax(1) == yb).sum().item(); n += len(yb)
        hist[phase].append((round(run / n, 3), correct / n))
    sched.step()
    if epoch % 5 == 0: print(f"[{epoch:>2}] " + "  ".join(f"{k}: {v[-1][0]:.3f} acc {v[-1][1]:.2%}" for k, v in hist.items()), sched.get_last_lr())
print(max(hist["test"], key=lambda t: t[1])[1] >= 0.5, len(hist["train"]))
#: statistics through layers
import torch
from torch import nn
import math
torch.manual_seed(0)
x = torch.randn(64, 50)
for name, act, gain in [("tanh", torch.tanh, 1.0), ("relu", torch.relu, math.sqrt(2)), ("sigmoid", torch.sigmoid, 1.0)]:
    h = x
    stats = []
    for layer in range(6):
        W = torch.randn(50, 50) * gain / math.sqrt(50)
        h = act(h @ W)
        stats.append((h.mean().item(), h.std().item()))
    print(name.rjust(8), *[f"{m:+.2f}/{s:.2f}" for m, s in stats])
    print("   saturated: {:.0%}".format((h.abs() > 0.97).float().mean().item()), "zeros: {:.1%}".format((h == 0).float().mean()))
    print(torch.histc(h, bins=4, min=0, max=1))
#: prints in loops
import torch
for i, t in enumerate(torch.arange(6).reshape(2, 3)):
    print(f"row {i}: {t} sum={t.sum()} mean={t.float().mean():.2f}", end=" | " if i == 0 else "\n")
print(*[f"{v:.1f}" for v in torch.linspace(0, 1, 3)], sep=", ")
print("a", "b", sep="", end="!\n"); print(); print(None, True, 1.0, [1.0, None], ("x",), {"k": (1, 2)})
x = torch.tensor([1.5, -2.25])
print("x =", x, "\n", x.tolist(), "\t", x.numel())
print("x: " + str(x)); print("%s" % x); print("{}".format(x)); print("max %.2f at %d" % (x.max(), x.argmax()))
print(f"{x[0]:.3f} {x[0].item():>8.3f} {float(x[1]):+.1f} {x.shape} {tuple(x.shape)} {x.dtype}")
try: print(f"{x:.2f}")
except TypeError as e: print(e)
try: print("%.2f" % x)
except TypeError as e: print(e)
try: print("%d" % "3")
except TypeError as e: print(e)
try: print("{:.2f}".format("a"))
except ValueError as e: print(e)
try: print("x" + x)
except TypeError as e: print(e)
try: print("x" + 1.5)
except TypeError as e: print(e)
try: print(round(x[0], 1), round(x[0].item(), 1), abs(x), max(x), min(x.tolist()), sum(x), sorted(x.tolist()))
except Exception as e: print(type(e).__name__, e)
print(torch.tensor(1.0) == 1, bool(torch.tensor(0.)), torch.tensor(2) in [1, 2], 1.5 in x, x.max().item() is not None, int(torch.tensor(3.9)), torch.tensor([1, 2]).tolist() == [1, 2])
if torch.tensor([True]): print("yes")
try:
    if x > 0: print("no")
except RuntimeError as e: print(e)
print([round(v, 2) for v in x.tolist()], list(x), [*x], dict(zip("ab", x)))
a, b = x; print(a, b, a + b, a * 2, -a, a ** 2, a / b, a // b, a % 2, 2 - a, a < b, a == 1.5)
#: error handling patterns
import torch
def safe(f, *a, default=None, **k):
    try:
        r = f(*a, **k)
    except (RuntimeError, ValueError) as e:
        print("caught", type(e).__name__)
        return default
    except Exception as e:
        print("other", type(e).__name__, str(e)[:40])
        raise
    else:
        print("ok")
        return r
    finally:
        print("done")
print(safe(torch.ones, 2), safe(torch.ones, -1, default="d"))
try: safe(lambda: {}["x"])
except KeyError as e: print(repr(e), e.args, str(e))
class Stop(Exception): pass
try:
    for i in range(3):
        for j in range(3):
            if i * j == 2: raise Stop(i, j)
except Stop as s: print(s, s.args)
try:
    try: 1 / 0
    except ZeroDivisionError as e: raise ValueError("bad") from e
except ValueError as e: print(e, repr(e.__cause__), e.__context__ is e.__cause__)
def f(x):
    assert isinstance(x, torch.Tensor), f"expected a tensor, got {type(x).__name__}"
    if x.dim() != 1: raise ValueError(f"expected 1D, got {x.dim()}D with shape {tuple(x.shape)}")
    return x
for v in ([1], torch.ones(2, 2), torch.ones(1)):
    try: print(f(v))
    except (AssertionError, ValueError) as e: print(type(e).__name__ + ":", e)
import warnings
warnings.warn("careful"); warnings.filterwarnings("ignore")
try: raise NotImplementedError
except NotImplementedError as e: print(repr(e), str(e) == "")
try: raise KeyError("missing key")
except KeyError as e: print(e, e.args[0])
try: [][0]
except (IndexError, KeyError): print("either")
try: int("3.5")
except ValueError: print(int(float("3.5")))
x = None
try: x.shape
except AttributeError as e: print(e)
try: torch.nn.Linear("a", 2)
except TypeError as e: print(str(e)[:60])
try: torch.tensor([1., 2.]).view(3)
except RuntimeError as e: print(e)
f([3])
#: lists sorts slices
l = [3, 1, 2]
l.sort(); l.extend([5, 4]); l.insert(0, 9); print(l, l.pop(), l.pop(0), l.index(2), l.count(3), l[-2:], l[::-1], l[:-1], l + [1], l * 2, len(l), 3 in l)
l[1:2] = [7, 8]; print(l); del l[0]; l.reverse(); print(l, l.copy() is l, sorted(l, key=lambda v: -v)); l.clear(); print(l)
t = (1, 2, 3); print(t[1:], t + (4,), t.index(2), t.count(1), len(t), t * 2, t < (1, 3), *t)
s = {3, 1, 2}; s.add(4); s.discard(9); print(s, len(s), 1 in s, s & {1, 9}, s | {7}, s - {1}, s <= {1, 2, 3, 4}, sorted(s, reverse=True), {"a"}, set("a"))
d = dict(a=1, b=2); d.update(c=3); d["d"] = 4
print(d, d.keys(), d.values(), d.items(), list(d), d.pop("a"), d.get("q", 7), {v: k for k, v in d.items()}, dict(zip("xy", (1, 2))), len(d), dict(sorted(d.items(), key=lambda kv: -kv[1])), d.popitem(), d | {"z": 1}, dict.fromkeys("ab", 0), "b" in d, {**d}, d == {"b": 2, "c": 3})
for i, (k, v) in enumerate(d.items()): print(i, k, v)
try:
    for k in d: d["new" + k] = 1
except RuntimeError as e: print(e)
m = [[0] * 3 for _ in range(2)]; m[0][1] = 5; print(m, [list(r) for r in zip(*m)], sum(map(sum, m)), max(max(r) for r in m), [v for r in m for v in r])
print(list(range(5))[1::2], [*range(3)][::-1], "abc"[1], "abcdef"[::2], "abc"[-1], min("b", "a"), max(1, 2.5), sum([[1], [2]], []), all(v > 0 for v in [1]), list(map(lambda a, b: a * b, [1, 2], [3, 4])), next((v for v in [1, 5] if v > 3), None), list(enumerate("ab", start=1)), [x for x in zip([1, 2], "ab")], isinstance(True, int), [1, [2, [3]]], str([1, "a", None]))
#: accuracy metrics by hand
import torch
y = torch.tensor([0, 1, 1, 0, 1]); p = torch.tensor([0.2, 0.8, 0.4, 0.6, 0.9])
pred = (p >= 0.5).long()
tp = ((pred == 1) & (y == 1)).sum().item(); fp = ((pred == 1) & (y == 0)).sum().item(); fn = ((pred == 0) & (y == 1)).sum().item()
prec, rec = tp / (tp + fp), tp / (tp + fn)
print(f"precision {prec:.3f} recall {rec:.3f} f1 {2 * prec * rec / (prec + rec):.3f} acc {(pred == y).float().mean():.1%}")
print(pred.eq(y).sum().item() / y.size(0), torch.round(p), pred.tolist(), (pred != y).nonzero().flatten().tolist(), y.bool(), y.float().mean().item())
eps = 1e-7
bce = -(y * torch.log(p + eps) + (1 - y) * torch.log(1 - p + eps)).mean()
print(bce, torch.nn.functional.binary_cross_entropy(p, y.float()), torch.abs(bce - torch.nn.functional.binary_cross_entropy(p, y.float())) < 1e-5)
oh = torch.nn.functional.one_hot(y, num_classes=2); print(oh, oh.dtype, oh.float() @ torch.tensor([1., 10.]))
vals, idx = torch.topk(p, k=2); print(vals, idx, torch.sort(p)[1], p.argsort(descending=True), torch.unique(y, return_counts=True), p[y == 1].mean(), p[y.bool()], torch.std_mean(p), torch.var_mean(p))
#: grad accumulation and clipping
import torch
from torch import nn
torch.manual_seed(0)
net = nn.Linear(3, 1); opt = torch.optim.SGD(net.parameters(), lr=0.1)
for i in range(4):
    loss = net(torch.full((2, 3), float(i))).pow(2).mean() / 4
    loss.backward()
    if (i + 1) % 2 == 0:
        norm = nn.utils.clip_grad_norm_(net.parameters(), max_norm=1.0)
        print(i, norm, net.weight.grad); opt.step(); opt.zero_grad()
print(net.weight.grad, net.weight)
x = torch.tensor([0.0, 1e-8, 50., -50.], requires_grad=True)
for f in (torch.sigmoid, torch.tanh, torch.relu, torch.abs, torch.sqrt, nn.functional.elu, nn.functional.softplus, torch.log1p, lambda v: v.clamp(0, 1), lambda v: torch.where(v > 0, v.sqrt(), torch.zeros_like(v))):
    x.grad = None
    f(x).sum().backward(); print(getattr(f, "__name__", "?"), x.grad)
#: basics of tensors
import torch
x = torch.tensor([[1., 2.], [3., 4.]])
print(x, x.shape, x.dtype, x.ndim, x.size(), x.size(0), x.numel())
print(x.T, x.t(), x.view(-1), x.reshape(4, 1), sep="\n")
print(x + 1, x * 2, x ** 2, x / 3, x // 2, x % 2, -x, 1 - x, 2 ** x, sep="\n")
print(x @ x, x.matmul(x), torch.mm(x, x), x.dot if False else "no")
print(x.sum(), x.sum(dim=0), x.sum(dim=1, keepdim=True), x.mean(), x.std(), x.var(unbiased=False))
print(x.max(), x.max(dim=1), x.argmax(), x.argmax(dim=0), x.min(0).values)
print(x.tolist(), x[0].tolist(), x[0, 0].item())
print(x.device, x.requires_grad, x.is_leaf)
print(x.int(), x.long(), x.bool(), x.double(), sep="\n")
print(type(x), type(x.shape), isinstance(x, torch.Tensor), x.type())
print(len(x), x.dim(), list(x.shape), tuple(x.shape), x.shape[0], x.shape[-1])
for row in x:
    print(row)
a, b = x
print(a, b)
#: module classes both super forms
import torch
import torch.nn as nn
class Net(nn.Module):
    def __init__(self, n_in, n_hidden, n_out, act=nn.ReLU):
        super(Net, self).__init__()
        self.fc1 = nn.Linear(n_in, n_hidden)
        self.act = act()
        self.fc2 = nn.Linear(n_hidden, n_out)
        self.name = "net"
        self.history = []
    def forward(self, x, verbose=False):
        h = self.act(self.fc1(x))
        if verbose:
            print("hidden:", h.shape)
        self.history.append(h.mean().item())
        return self.fc2(h)
class Net2(Net):
    def __init__(self):
        super().__init__(3, 4, 2, act=nn.Tanh)
        self.drop = nn.Dropout(p=0.2)
    def extra_repr(self):
        return "extra=1"
torch.manual_seed(0)
m = Net(2, 3, 1)
print(m)
print(Net2())
print(m(torch.ones(1, 2), verbose=True))
print(len(m.history), m.name)
for name, p in m.named_parameters():
    print(name, p.shape, p.numel(), p.requires_grad)
print(sum(p.numel() for p in m.parameters() if p.requires_grad))
for k, v in m.state_dict().items():
    print(f"{k:12s} {tuple(v.shape)}")
print(list(m.children()))
print([type(c).__name__ for c in m.modules()])
print(dict(m.named_children()))
print(m.fc1.weight)
print(m.training, m.eval().training)
#: register buffer
import torch
from torch import nn
class Norm(nn.Module):
    def __init__(self, n):
        super().__init__()
        self.register_buffer("mean", torch.zeros(n))
        self.register_buffer("count", torch.tensor(0))
        self.scale = nn.Parameter(torch.ones(n))
        self.register_parameter("shift", None)
    def forward(self, x):
        if self.training:
            self.mean = 0.9 * self.mean + 0.1 * x.mean(0)
            self.count += 1
        return (x - self.mean) * self.scale
m = Norm(3)
m(torch.tensor([[1., 2., 3.], [3., 4., 5.]]))
print(m, m.mean, m.count, m.shift)
print(list(m.state_dict().items()))
print([n for n, _ in m.named_buffers()], list(m.buffers()))
print(list(m.named_parameters()))
m.eval()
m(torch.ones(1, 3)); print(m.count)
#: losses
import torch
from torch import nn
import torch.nn.functional as F
logits = torch.tensor([[2.0, 1.0, 0.1], [0.5, 2.5, 0.3]], requires_grad=True)
t = torch.tensor([0, 1])
ce = nn.CrossEntropyLoss()
print(ce(logits, t), F.nll_loss(F.log_softmax(logits, dim=1), t))
ce(logits, t).backward(); print(logits.grad)
print(nn.CrossEntropyLoss(reduction="none")(logits, t), nn.CrossEntropyLoss(weight=torch.tensor([1., 2., 3.]))(logits, t), nn.CrossEntropyLoss(label_smoothing=0.1)(logits, t))
p = torch.tensor([0.9, 0.2, 0.7]); q = torch.tensor([1., 0., 1.])
print(nn.BCELoss()(p, q), nn.BCEWithLogitsLoss()(torch.logit(p), q), F.binary_cross_entropy(p, q, reduction="sum"))
print(nn.MSELoss()(p, q), nn.L1Loss()(p, q), nn.SmoothL1Loss()(p, q))
print(ce, nn.BCELoss(), nn.MSELoss(reduction="sum"), nn.NLLLoss())
print(F.cross_entropy(logits, torch.tensor([[1., 0, 0], [0, 1, 0]])))
for bad in [lambda: ce(logits, torch.tensor([0, 3])), lambda: nn.BCELoss()(torch.tensor([1.5]), torch.tensor([1.])), lambda: nn.MSELoss()(p, "a"), lambda: ce(logits, torch.tensor([0., 1.])), lambda: nn.BCELoss()(p, q.unsqueeze(1))]:
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, "-", e)
#: shape errors
import torch
from torch import nn
def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(f"{type(e).__name__}: {e}")
attempt(lambda: torch.ones(2, 3) @ torch.ones(2, 3))
attempt(lambda: torch.ones(2, 3) + torch.ones(4))
attempt(lambda: nn.Linear(3, 2)(torch.ones(2, 4)))
attempt(lambda: torch.ones(6).view(4, 2))
attempt(lambda: torch.ones(6).reshape(-1, 4))
attempt(lambda: torch.cat([torch.ones(2, 3), torch.ones(2, 4)]))
attempt(lambda: torch.stack([torch.ones(2), torch.ones(3)]))
attempt(lambda: torch.ones(3)[5])
attempt(lambda: torch.ones(3, 3)[0, 4])
attempt(lambda: torch.ones(3)[0][0][0])
attempt(lambda: torch.ones(2).item())
attempt(lambda: bool(torch.ones(2)))
attempt(lambda: int(torch.ones(2)))
attempt(lambda: torch.ones(2).sum(dim=2))
attempt(lambda: torch.tensor([[1, 2], [3]]))
attempt(lambda: torch.tensor("a"))
attempt(lambda: torch.tensor([1, "a"]))
attempt(lambda: torch.ones(2).foo)
attempt(lambda: torch.foo(2))
attempt(lambda: torch.relu([1, 2]))
attempt(lambda: nn.ReLU()(3.0))
attempt(lambda: nn.ReLU(torch.ones(1)))
attempt(lambda: nn.Linear(3))
attempt(lambda: nn.Softmax(dim=1)(torch.ones(3)))
attempt(lambda: torch.ones(2, dtype=torch.int64).mean())
attempt(lambda: torch.ones(2, dtype=torch.int64) @ torch.ones(2))
attempt(lambda: nn.Linear(2, 2)(torch.ones(2, dtype=torch.int64)))
attempt(lambda: torch.ones(2) + "a")
attempt(lambda: torch.ones(2) + [1, 2])
attempt(lambda: torch.ones(2).expand(3, 3))
attempt(lambda: torch.ones(3).squeeze().unsqueeze(5))
attempt(lambda: torch.randn(2, 3).permute(0, 2))
attempt(lambda: torch.zeros(-1))
attempt(lambda: torch.arange(0, 1, 0))
attempt(lambda: torch.ones(2, 2)[torch.tensor([True, False, True])])
attempt(lambda: torch.sigmoid())
attempt(lambda: torch.sigmoid(torch.ones(1), torch.ones(1)))
attempt(lambda: torch.softmax(torch.ones(1)))
attempt(lambda: torch.nn.functional.relu(torch.ones(1), foo=1))
attempt(lambda: nn.LeakyReLU(slope=0.1))
attempt(lambda: nn.Sequential(nn.ReLU)(torch.ones(1)))
attempt(lambda: nn.Module()(1))
attempt(lambda: torch.optim.SGD([], lr=0.1))
attempt(lambda: torch.optim.SGD([torch.ones(1)], lr=-0.1))
attempt(lambda: torch.optim.SGD(nn.Linear(1, 1), lr=0.1))
#: random functions
import torch
torch.manual_seed(42)
print(torch.rand(2, 3), torch.randn(3), torch.randint(0, 10, (2, 2)), torch.randperm(5))
print(torch.randn_like(torch.ones(2)), torch.rand_like(torch.ones(2)), torch.normal(0., 1., (2,)), torch.bernoulli(torch.tensor([0.2, 0.8])))
print(torch.empty(3).uniform_(-1, 1), torch.empty(2).normal_(0, 2))
g = torch.Generator().manual_seed(0)
print(torch.rand(2, generator=g))
print(torch.multinomial(torch.tensor([0.1, 0.2, 0.7]), 5, replacement=True))
print(torch.manual_seed(3).initial_seed(), torch.initial_seed())
import random
random.seed(0); print(random.random(), random.randint(1, 6), random.choice("abc"), random.sample(range(10), 3), random.gauss(0, 1), random.uniform(0, 1))
l = [1, 2, 3, 4]; random.shuffle(l); print(l)
#: collections
from collections import OrderedDict, Counter, defaultdict, namedtuple, deque
o = OrderedDict([("fc1", 1), ("relu", 2)])
print(o["fc1"], list(o.items())); o.move_to_end("fc1"); print(list(o))
c = Counter("activation"); print(c, c.most_common(2), c["a"], c["z"], sum(c.values()))
d = defaultdict(list); d["a"].append(1); d["b"]; print(d, dict(d), len(d))
dd = defaultdict(int)
for w in "a b a".split(): dd[w] += 1
print(dd, sorted(dd.items(), key=lambda kv: -kv[1]))
P = namedtuple("P", ["x", "y"]); p = P(1, y=2); print(p, p.x, p[1], p._asdict(), p._replace(x=5)); a, b = p
q = deque([1, 2, 3], maxlen=3); q.append(4); print(q, q[0], len(q), sum(q) / len(q)); q.popleft(); print(q)
print(Counter([1, 1, 2]) + Counter([2]), Counter(a=1))
#: no grad forms
import torch
x = torch.tensor([1., 2.], requires_grad=True)
with torch.no_grad():
    y = x * 2
    print(y.requires_grad, torch.is_grad_enabled())
@torch.no_grad()
def evaluate(v):
    """Doc."""
    return v * 3
print(evaluate(x).requires_grad, evaluate.__name__)
with torch.inference_mode():
    z = x * 2
print(z.requires_grad)
@torch.inference_mode()
def pred(v): return v + 1
print(pred(x))
with torch.set_grad_enabled(False): print((x * 2).requires_grad)
with torch.enable_grad(): print((x * 2).requires_grad)
torch.set_grad_enabled(False); print((x + 1).requires_grad); torch.set_grad_enabled(True)
w = x.detach().clone(); w[0] = 100; print(x, w, x.clone())
w.requires_grad_(True); print(w.requires_grad, w.requires_grad_(False))
x.requires_grad = False; print(x)
#: device idiom
import torch
from torch import nn
device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
print(device, f"Using {device} device", repr(device), device.type)
m = nn.Linear(2, 1).to(device)
x = torch.ones(1, 2, device=device)
print(x.to(device).device, x.to(torch.float64).dtype, x.to("cpu").is_cuda, next(m.parameters()).device)
print(torch.backends.mps.is_available() if hasattr(torch.backends, "mps") else False)
print(torch.__version__[:2], torch.get_default_dtype(), torch.is_tensor(x), torch.numel(x))
#: dropout and batchnorm
import torch
from torch import nn
torch.manual_seed(0)
d = nn.Dropout(0.5); x = torch.ones(8)
print(d(x)); d.eval(); print(d(x))
bn = nn.BatchNorm1d(2); y = bn(torch.tensor([[1., 2.], [3., 6.]])); print(y, bn.running_mean, bn.running_var)
bn.eval(); print(bn(torch.tensor([[1., 2.]])))
ln = nn.LayerNorm(3); print(ln(torch.tensor([[1., 2., 4.]])))
print(nn.Flatten()(torch.ones(2, 3, 2)).shape, nn.Identity()(x).shape)
#: custom activation modules
import torch
import torch.nn as nn
import torch.nn.functional as F
class Swish(nn.Module):
    def __init__(self, beta: float = 1.0, trainable: bool = False):
        super().__init__()
        if trainable: self.beta = nn.Parameter(torch.tensor(beta))
        else: self.beta = beta
    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return x * torch.sigmoid(self.beta * x)
    def __repr__(self): return f"Swish(beta={float(self.beta):g})"
class Maxout(nn.Module):
    def __init__(self, i, o, k=2):
        super().__init__()
        self.lin = nn.Linear(i, o * k); self.o, self.k = o, k
    def forward(self, x): return self.lin(x).view(*x.shape[:-1], self.o, self.k).max(-1).values
    def extra_repr(self): return f"k={self.k}"
torch.manual_seed(0)
x = torch.linspace(-2, 2, 5)
print(Swish(), Swish(2.0, True), Swish()(x), F.silu(x), list(Swish(1.5, True).parameters()))
print(Maxout(3, 2), Maxout(3, 2)(torch.ones(4, 3)))
net = nn.Sequential(nn.Linear(1, 4), Swish(trainable=True), nn.Linear(4, 1))
print(net)
opt = torch.optim.Adam(net.parameters(), lr=0.01)
for _ in range(20):
    l = (net(x.unsqueeze(1)) - x.unsqueeze(1) ** 2).pow(2).mean(); opt.zero_grad(); l.backward(); opt.step()
print(net[1].beta, net[1].beta.grad, round(l.item(), 3))
mish = lambda x: x * torch.tanh(F.softplus(x))
print(torch.allclose(mish(x), F.mish(x)), mish(x))
def hard_sigmoid(x): return torch.clamp((x + 3) / 6, 0, 1)
print(hard_sigmoid(x), F.hardsigmoid(x), F.leaky_relu(x, 0.2), F.elu(x, alpha=0.5), F.prelu(x, torch.tensor([0.25])), F.threshold(x, 0, -1), F.glu(torch.ones(4)), F.one_hot(torch.tensor([0, 2]), 3), F.relu6(x * 4), F.logsigmoid(x), F.softsign(x), F.hardtanh(x), F.tanhshrink(x), F.hardshrink(x), F.softshrink(x))
#: printing grad fns
import torch
import torch.nn.functional as F
from torch import nn
x = torch.tensor([[1., -2.]], requires_grad=True)
for f in [torch.sigmoid, torch.tanh, torch.relu, F.relu, F.gelu, F.silu, F.elu, F.leaky_relu, F.softplus, F.mish, F.hardtanh, F.selu, F.celu, F.relu6, F.hardswish, F.logsigmoid, F.softsign, torch.exp, torch.abs, torch.sum, torch.mean, lambda v: v.log_softmax(1), lambda v: F.softmax(v, 1), lambda v: v @ v.T, lambda v: v[0], lambda v: v[0, 1], lambda v: v.view(2), lambda v: v.reshape(2, 1), lambda v: v.t(), lambda v: v ** 2, lambda v: 2 ** v, lambda v: v / 2, lambda v: 1 / v, lambda v: -v, lambda v: v - 1, lambda v: v.clamp(0), lambda v: v.max(), lambda v: v.norm(), lambda v: torch.cat([v, v]), lambda v: torch.where(v > 0, v, 0.), lambda v: v.unsqueeze(0), lambda v: v.squeeze(), lambda v: torch.maximum(v, torch.zeros(2)), lambda v: v.var(), lambda v: v.std(), lambda v: v.flatten(), lambda v: v.float(), lambda v: v.double(), lambda v: v.clone(), lambda v: v.expand(2, 2), lambda v: v.chunk(2, 1), lambda v: v.logsumexp(1), lambda v: torch.stack([v, v]), lambda v: v.pow(3).sum(1).sqrt(), lambda v: v.erf(), lambda v: v.sign(), lambda v: v.prod(), lambda v: v[v > 0], lambda v: v.cumsum(1), lambda v: torch.dot(v[0], v[0]), lambda v: v.mv(v[0]), lambda v: F.mse_loss(v, torch.ones(1, 2)), lambda v: F.binary_cross_entropy_with_logits(v, torch.ones(1, 2)), lambda v: F.cross_entropy(v, torch.tensor([0])), lambda v: F.dropout(v, 0.0), lambda v: F.glu(v), lambda v: torch.max(v, dim=1), lambda v: v.sort(), lambda v: v.topk(1), lambda v: v.sin() + v.cos()]:
    try: print(f(x))
    except Exception as e: print(type(e).__name__, e)
#: gamma
import math
for x in (0.5, 1.5, 2.5, 5.5, 0.1, -0.5, -1.5, 10.1, 100.5, 150.5, 3.0, 170.0, 24.0, 30.0, 1e-5, -10.3):
    print(x, math.gamma(x), math.lgamma(x))
print(math.lgamma(1e6), math.lgamma(0.001), math.lgamma(3), math.gamma(float("inf")))
#: classes of steps
import torch
x = torch.tensor([1., 2.], requires_grad=True)
y = (x * 2).sum()
print(type(y.grad_fn), type(y.grad_fn).__name__, y.grad_fn.__class__.__name__, (x + 1).grad_fn.name(), y.grad_fn.next_functions[0][0].name())
def walk(fn, depth=0):
    if fn is None: return
    print("  " * depth + type(fn).__name__)
    for nxt, _ in fn.next_functions: walk(nxt, depth + 1)
walk((torch.sigmoid(x * 2) + torch.relu(x)).mean().grad_fn)
print(type(x), type(1), type("a"), type(None), type(print), type(len), type([]), type(torch.float32), type(x.shape), type(torch.device("cpu")), type(torch), type(torch.nn.ReLU), type(torch.relu))
class A: pass
print(type(A()) is A, type(A) is type, type(A()).__name__, A().__class__ is A, type(torch.nn.ReLU()) is torch.nn.ReLU)
#: devices by name
import torch
device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
print(device, device.type, repr(torch.device("cuda")), repr(torch.device("cuda:1")), torch.device("cuda", 0), torch.device("cpu") == device, torch.device("cuda") == device)
net = torch.nn.Linear(1, 1).to(device)
for f in (lambda: torch.ones(2).to("cuda"), lambda: torch.ones(2, device="cuda"), lambda: torch.ones(2).cuda(), lambda: net.to("cuda"), lambda: net.cuda(), lambda: torch.device("gpu"), lambda: torch.ones(1).to("gpu")):
    try: print(f())
    except (RuntimeError, AssertionError) as e: print(type(e).__name__, e)
#: what was given instead
import torch
from torch import nn, optim
from torch.utils.data import Dataset, DataLoader, TensorDataset, random_split
x = torch.ones(2, 3)
net = nn.Linear(3, 2)
p = nn.Parameter(torch.ones(2))
opt = optim.SGD([p], lr=1.0)
class Empty(Dataset): pass
calls = [
    lambda: torch.sum(nn.ReLU()), lambda: torch.relu(net), lambda: optim.SGD(net.parameters, lr=0.1), lambda: optim.Adam([p], lr="fast"),
    lambda: optim.SGD([p], lr="fast"), lambda: optim.Adam([p], betas=(0.9,)), lambda: optim.SGD([{"params": 3}], lr=0.1), lambda: optim.SGD([[p]], lr=0.1),
    lambda: torch.tensor({"a": 1}), lambda: torch.tensor({1, 2}), lambda: torch.add(1, 2), lambda: torch.mul(2.5, 2), lambda: torch.tensor(nn.ReLU()),
    lambda: optim.lr_scheduler.LambdaLR(opt, 3), lambda: optim.lr_scheduler.MultiStepLR(opt, 3), lambda: len(Empty()), lambda: Empty()[0], lambda: next(iter(DataLoader(Empty()))),
    lambda: TensorDataset([1, 2]), lambda: random_split([1, 2], 2), lambda: next(iter(DataLoader([[1, 2], [1]], batch_size=2))), lambda: nn.init.zeros_(3),
    lambda: nn.utils.clip_grad_norm_(net, 1), lambda: x.shape(0), lambda: x.dtype(), lambda: x.sum / 2, lambda: ~x, lambda: nn.Dropout("a"), lambda: torch.is_tensor(),
    lambda: torch.FloatTensor([1, 2]), lambda: torch.LongTensor([[1], [2]]), lambda: nn.functional.layer_norm(x, 3), lambda: nn.functional.one_hot([1]), lambda: len(net.parameters),
]
for call in calls:
    try: print(call())
    except Exception as e: print(type(e).__name__ + ":", e)
#: rates that end at zero
import torch
opt = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=0.1)
plan = torch.optim.lr_scheduler.CosineAnnealingLR(opt, T_max=2)
for _ in range(3):
    opt.step(); plan.step()
    print(plan.get_last_lr(), opt.param_groups[0]["lr"])
#: the last part of or
import numpy as np
import torch
draw = lambda: np.random.seed(0) or np.random.rand(2)
print(draw(), (lambda: print("seen") or torch.ones(2))(), (lambda x: len(x) and x)(np.ones(2)))
def f(*args: int, **options: str) -> float: pass
print(f.__annotations__)
print(sorted([1, 2], reverse=1), str(OSError(2, "no such thing")), OSError("one"))
#: sums and means to the last digit
import torch
torch.manual_seed(0)
for shape in ((3,), (10,), (64,), (100,), (1000,), (5000,), (4, 3), (7, 33), (64, 16), (3, 5, 8)):
    x = torch.randn(shape)
    print(shape, x.sum().item(), x.mean().item(), x.sum(0).flatten()[:3].tolist(), x.mean(-1).flatten()[:3].tolist())
x = torch.randn(6, 40)
print(x.t().sum(0).tolist(), x[:, ::3].sum().item(), x.double().sum(1).tolist(), x.t().mean().item())
net = torch.nn.Linear(4, 3)
((net(torch.randn(50, 4)) - 1) ** 2).mean().backward()
print(net.bias.grad.tolist())
#: row sums of softmax
import torch
for seed in range(4):
    torch.manual_seed(seed)
    logits = torch.randn(4, 3)
    print(torch.softmax(logits, dim=1).sum(dim=1))
print(torch.softmax(torch.tensor([1000., 0., -1000.]), 0), torch.nn.functional.softmin(torch.tensor([1., 2., 3.]), 0))
#: a classifier's losses to the last digit, clipped gradients
import torch
from torch import nn
torch.manual_seed(3)
centers = torch.tensor([[0., 2.], [2., -1.], [-2., -1.]])
labels = torch.arange(90) % 3
points = centers[labels] + 0.6 * torch.randn(90, 2)
model = nn.Sequential(nn.Linear(2, 16), nn.ReLU(), nn.Linear(16, 16), nn.LeakyReLU(0.1), nn.Linear(16, 3))
criterion = nn.CrossEntropyLoss()
optimizer = torch.optim.Adam(model.parameters(), lr=0.01, weight_decay=1e-4)
for epoch in range(60):
    optimizer.zero_grad()
    logits = model(points)
    loss = criterion(logits, labels)
    loss.backward()
    norm = nn.utils.clip_grad_norm_(model.parameters(), 0.5)
    optimizer.step()
    if epoch % 10 == 0:
        print(epoch, loss.item(), norm.item(), (logits.argmax(1) == labels).float().mean().item())
print(criterion(model(points), labels).item(), [p.norm().item() for p in model.parameters()])
#: a regression's losses to the last digit, by momentum and a schedule
import torch
import torch.nn as nn
torch.manual_seed(1)
x = torch.linspace(-2, 2, 80).unsqueeze(1)
y = x.pow(2) + 0.1 * torch.randn(x.size())
net = nn.Sequential(nn.Linear(1, 20), nn.ReLU(), nn.Linear(20, 1))
opt = torch.optim.SGD(net.parameters(), lr=0.05, momentum=0.9, nesterov=True)
schedule = torch.optim.lr_scheduler.StepLR(opt, step_size=20, gamma=0.5)
for step in range(50):
    loss = nn.MSELoss()(net(x), y)
    opt.zero_grad(); loss.backward(); opt.step(); schedule.step()
    if step % 7 == 0: print(step, loss.item(), schedule.get_last_lr())
print(net[2].bias.grad, net[0].weight.grad.abs().sum().item())
#: logistic regression to the last digit, in batches
import torch
from torch.utils.data import DataLoader, TensorDataset
torch.manual_seed(7)
X = torch.randn(70, 5)
t = (X @ torch.tensor([1., -2., 0.5, 0., 3.]) + 0.3 * torch.randn(70) > 0).float().unsqueeze(1)
model = torch.nn.Linear(5, 1)
opt = torch.optim.RMSprop(model.parameters(), lr=0.02)
for epoch in range(4):
    total = 0.0
    for xb, tb in DataLoader(TensorDataset(X, t), batch_size=16, shuffle=True):
        loss = torch.nn.functional.binary_cross_entropy_with_logits(model(xb), tb)
        opt.zero_grad()
        loss.backward()
        opt.step()
        total += loss.item() * len(xb)
    print(epoch, total / len(X))
print(model.weight.tolist(), model.bias.item())
#: wrong calls of tensors and functions
import torch
import torch.nn as nn
import torch.nn.functional as F
from torch.utils.data import DataLoader, TensorDataset, random_split
def fresh():
    torch.manual_seed(0)
    m = nn.Linear(2, 3)
    net = nn.Sequential(nn.Linear(2, 3), nn.ReLU())
    o = torch.optim.SGD(net.parameters(), lr=0.1)
    ds = TensorDataset(torch.ones(4, 2), torch.ones(4))
    return torch.tensor([-2., -0.5, 0., 0.5, 2.]), torch.ones(2, 3), torch.ones(3, requires_grad=True), m, net, o, ds
def said(call):
    try:
        call(*fresh())
        print("accepted")
    except Exception as error:
        print(type(error).__name__, error)
said(lambda x, a, w, m, net, o, ds: torch.randint(5))
said(lambda x, a, w, m, net, o, ds: torch.normal(0,1))
said(lambda x, a, w, m, net, o, ds: torch.split(x))
said(lambda x, a, w, m, net, o, ds: torch.meshgrid(1,2))
def wrong(x, a, w, m, net, o, ds):
    del x[0]
said(wrong)
def wrong(x, a, w, m, net, o, ds):
    x.shape = 3
said(wrong)
said(lambda x, a, w, m, net, o, ds: a * "a")
said(lambda x, a, w, m, net, o, ds: torch.save(m))
said(lambda x, a, w, m, net, o, ds: torch.device(3.5))
said(lambda x, a, w, m, net, o, ds: torch.gather(a, 0, x))
said(lambda x, a, w, m, net, o, ds: torch.linalg.norm("a"))
said(lambda x, a, w, m, net, o, ds: torch.unique(3))
said(lambda x, a, w, m, net, o, ds: x.index_select(0, x))
said(lambda x, a, w, m, net, o, ds: x.scatter_(0, x, 1))
said(lambda x, a, w, m, net, o, ds: x.type("a"))
said(lambda x, a, w, m, net, o, ds: torch.get_default_dtype(3))
said(lambda x, a, w, m, net, o, ds: torch.cuda.is_available(3))
said(lambda x, a, w, m, net, o, ds: torch.randint(0, 10, 3))
said(lambda x, a, w, m, net, o, ds: torch.randint(0, 10, (2,), dtyp=3))
said(lambda x, a, w, m, net, o, ds: torch.randint())
said(lambda x, a, w, m, net, o, ds: torch.randint(high=3))
said(lambda x, a, w, m, net, o, ds: torch.normal(0, 1, 3))
said(lambda x, a, w, m, net, o, ds: torch.normal("a", 1))
said(lambda x, a, w, m, net, o, ds: torch.normal())
said(lambda x, a, w, m, net, o, ds: torch.normal(x, "a"))
said(lambda x, a, w, m, net, o, ds: torch.normal(0., 1., (2,), dtype=torch.float64))
said(lambda x, a, w, m, net, o, ds: torch.normal(0., 1., (2,), requires_grad=3))
said(lambda x, a, w, m, net, o, ds: torch.split(x, "a"))
said(lambda x, a, w, m, net, o, ds: torch.split(x, 2.0))
said(lambda x, a, w, m, net, o, ds: torch.split("a"))
said(lambda x, a, w, m, net, o, ds: torch.split(3, 2))
said(lambda x, a, w, m, net, o, ds: torch.split(x, split_size=2))
said(lambda x, a, w, m, net, o, ds: torch.split())
said(lambda x, a, w, m, net, o, ds: torch.split(x, 2, 0, 3))
said(lambda x, a, w, m, net, o, ds: torch.split(x, [2, "a"]))
said(lambda x, a, w, m, net, o, ds: x.split())
said(lambda x, a, w, m, net, o, ds: x.split("a"))
said(lambda x, a, w, m, net, o, ds: x.split(2.5))
said(lambda x, a, w, m, net, o, ds: x.split(2, "a"))
said(lambda x, a, w, m, net, o, ds: torch.meshgrid(x, 3))
said(lambda x, a, w, m, net, o, ds: torch.meshgrid([1, 2]))
said(lambda x, a, w, m, net, o, ds: torch.meshgrid("a"))
said(lambda x, a, w, m, net, o, ds: torch.meshgrid(x, indexing=3))
said(lambda x, a, w, m, net, o, ds: torch.meshgrid(x, index="ij"))
said(lambda x, a, w, m, net, o, ds: torch.meshgrid(3))
said(lambda x, a, w, m, net, o, ds: torch.cartesian_prod(1, 2))
said(lambda x, a, w, m, net, o, ds: torch.broadcast_tensors(1, 2))
said(lambda x, a, w, m, net, o, ds: torch.atleast_1d(3))
def wrong(x, a, w, m, net, o, ds):
    del x["a"]
said(wrong)
def wrong(x, a, w, m, net, o, ds):
    del a[0, 1]
said(wrong)
def wrong(x, a, w, m, net, o, ds):
    x.shape = (5,)
said(wrong)
def wrong(x, a, w, m, net, o, ds):
    x.dtype = torch.float64
said(wrong)
def wrong(x, a, w, m, net, o, ds):
    x.device = "cpu"
said(wrong)
def wrong(x, a, w, m, net, o, ds):
    x.ndim = 3
said(wrong)
def wrong(x, a, w, m, net, o, ds):
    x.T = 3
said(wrong)
def wrong(x, a, w, m, net, o, ds):
    x.is_leaf = True
said(wrong)
def wrong(x, a, w, m, net, o, ds):
    x.grad_fn = 3
said(wrong)
def wrong(x, a, w, m, net, o, ds):
    x.itemsize = 3
said(wrong)
def wrong(x, a, w, m, net, o, ds):
    x.is_cuda = True
said(wrong)
def wrong(x, a, w, m, net, o, ds):
    x.mT = 3
said(wrong)
def wrong(x, a, w, m, net, o, ds):
    x.nbytes = 3
said(wrong)
said(lambda x, a, w, m, net, o, ds: x.to(3))
said(lambda x, a, w, m, net, o, ds: x.to(device=3))
said(lambda x, a, w, m, net, o, ds: x.float(3))
said(lambda x, a, w, m, net, o, ds: x.cpu(3))
said(lambda x, a, w, m, net, o, ds: x.register_hook())
said(lambda x, a, w, m, net, o, ds: w.register_hook())
said(lambda x, a, w, m, net, o, ds: torch.device(3))
said(lambda x, a, w, m, net, o, ds: torch.device(None))
said(lambda x, a, w, m, net, o, ds: torch.device())
said(lambda x, a, w, m, net, o, ds: torch.device("cpu", "a"))
said(lambda x, a, w, m, net, o, ds: torch.device("cpu", 1, 2))
said(lambda x, a, w, m, net, o, ds: torch.device(["cpu"]))
said(lambda x, a, w, m, net, o, ds: torch.zeros(2, device=3))
said(lambda x, a, w, m, net, o, ds: torch.gather(a, 1, torch.zeros(2, 3, dtype=torch.int32)))
said(lambda x, a, w, m, net, o, ds: torch.gather(a, 1, torch.zeros(2, 3)))
said(lambda x, a, w, m, net, o, ds: a.scatter(1, torch.zeros(2, 3, dtype=torch.int32), 1.))
said(lambda x, a, w, m, net, o, ds: a.scatter(1, torch.zeros(2, 3), 1.))
said(lambda x, a, w, m, net, o, ds: a.scatter_add(1, torch.zeros(2, 3), a))
said(lambda x, a, w, m, net, o, ds: a.scatter_add(1, torch.zeros(2, 3, dtype=torch.int32), a))
said(lambda x, a, w, m, net, o, ds: a.index_select(1, torch.zeros(2)))
said(lambda x, a, w, m, net, o, ds: a.index_add(1, torch.zeros(2), a))
said(lambda x, a, w, m, net, o, ds: a.index_fill(1, torch.zeros(2), 3.))
said(lambda x, a, w, m, net, o, ds: a.index_copy(1, torch.zeros(2), a))
said(lambda x, a, w, m, net, o, ds: torch.unique("a"))
said(lambda x, a, w, m, net, o, ds: torch.linalg.norm(3))
said(lambda x, a, w, m, net, o, ds: torch.linalg.vector_norm(3))
said(lambda x, a, w, m, net, o, ds: torch.linalg.matrix_norm(3))
said(lambda x, a, w, m, net, o, ds: torch.linalg.norm(A=x))
said(lambda x, a, w, m, net, o, ds: "a" * a)
said(lambda x, a, w, m, net, o, ds: "ab" * torch.tensor(2))
said(lambda x, a, w, m, net, o, ds: [1] * torch.tensor(2))
said(lambda x, a, w, m, net, o, ds: torch.tensor(2) * [1, 2])
said(lambda x, a, w, m, net, o, ds: torch.tensor(2.5) * "a")
said(lambda x, a, w, m, net, o, ds: x.double(3))
said(lambda x, a, w, m, net, o, ds: x.int(3))
said(lambda x, a, w, m, net, o, ds: x.long(3))
said(lambda x, a, w, m, net, o, ds: x.bool(3))
said(lambda x, a, w, m, net, o, ds: x.item(3))
said(lambda x, a, w, m, net, o, ds: x.tolist(3))
said(lambda x, a, w, m, net, o, ds: x.abs(3))
said(lambda x, a, w, m, net, o, ds: x.sqrt(3))
said(lambda x, a, w, m, net, o, ds: x.type(3.5))
said(lambda x, a, w, m, net, o, ds: x.isnan(3))
said(lambda x, a, w, m, net, o, ds: x.sign(3))
said(lambda x, a, w, m, net, o, ds: x.round("a"))
said(lambda x, a, w, m, net, o, ds: x.floor(3))
said(lambda x, a, w, m, net, o, ds: x.ravel(3))
said(lambda x, a, w, m, net, o, ds: x.masked_fill(x > 0, x))
#: wrong calls of modules and losses
import torch
import torch.nn as nn
import torch.nn.functional as F
from torch.utils.data import DataLoader, TensorDataset, random_split
def fresh():
    torch.manual_seed(0)
    m = nn.Linear(2, 3)
    net = nn.Sequential(nn.Linear(2, 3), nn.ReLU())
    o = torch.optim.SGD(net.parameters(), lr=0.1)
    ds = TensorDataset(torch.ones(4, 2), torch.ones(4))
    return torch.tensor([-2., -0.5, 0., 0.5, 2.]), torch.ones(2, 3), torch.ones(3, requires_grad=True), m, net, o, ds
def said(call):
    try:
        call(*fresh())
        print("accepted")
    except Exception as error:
        print(type(error).__name__, error)
said(lambda x, a, w, m, net, o, ds: nn.BatchNorm1d())
said(lambda x, a, w, m, net, o, ds: nn.Flatten()(3))
said(lambda x, a, w, m, net, o, ds: net["a"])
said(lambda x, a, w, m, net, o, ds: m.to(3))
said(lambda x, a, w, m, net, o, ds: torch.nn.utils.clip_grad_norm_(net.parameters(),"a"))
said(lambda x, a, w, m, net, o, ds: m.register_forward_hook())
said(lambda x, a, w, m, net, o, ds: net())
said(lambda x, a, w, m, net, o, ds: net(a, a))
said(lambda x, a, w, m, net, o, ds: m.register_buffer("a.b", x))
said(lambda x, a, w, m, net, o, ds: nn.ModuleDict([1]))
said(lambda x, a, w, m, net, o, ds: nn.init.kaiming_normal_(m))
said(lambda x, a, w, m, net, o, ds: torch.nn.utils.clip_grad_value_(net.parameters(), "a"))
said(lambda x, a, w, m, net, o, ds: nn.BatchNorm1d(3, 4, 5, 6, 7, 8, 9, 10))
said(lambda x, a, w, m, net, o, ds: nn.BatchNorm1d(3, epss=3))
said(lambda x, a, w, m, net, o, ds: nn.BatchNorm1d("a"))
said(lambda x, a, w, m, net, o, ds: nn.BatchNorm1d(3)("a"))
said(lambda x, a, w, m, net, o, ds: nn.BatchNorm1d(3)())
said(lambda x, a, w, m, net, o, ds: nn.BatchNorm1d(3.5))
said(lambda x, a, w, m, net, o, ds: nn.Flatten("a")(x))
said(lambda x, a, w, m, net, o, ds: nn.Flatten()("a"))
said(lambda x, a, w, m, net, o, ds: nn.Flatten()([1]))
def wrong(x, a, w, m, net, o, ds):
    net["a"] = nn.ReLU()
said(wrong)
def wrong(x, a, w, m, net, o, ds):
    net[0] = 3
said(wrong)
def wrong(x, a, w, m, net, o, ds):
    net[5] = nn.ReLU()
said(wrong)
said(lambda x, a, w, m, net, o, ds: net["0"])
said(lambda x, a, w, m, net, o, ds: net[0:1]["a"])
said(lambda x, a, w, m, net, o, ds: net[:"a"])
said(lambda x, a, w, m, net, o, ds: net.append())
said(lambda x, a, w, m, net, o, ds: net.pop("a"))
def wrong(x, a, w, m, net, o, ds):
    del net["a"]
said(wrong)
said(lambda x, a, w, m, net, o, ds: nn.ModuleList([nn.ReLU()])["a"])
said(lambda x, a, w, m, net, o, ds: nn.ModuleDict("ab"))
said(lambda x, a, w, m, net, o, ds: m.to([1]))
said(lambda x, a, w, m, net, o, ds: m.to(torch.int64))
said(lambda x, a, w, m, net, o, ds: m.to(dtype=3))
said(lambda x, a, w, m, net, o, ds: m.to(dtype="float64"))
said(lambda x, a, w, m, net, o, ds: m.to(torch.float64, 3))
said(lambda x, a, w, m, net, o, ds: m.to("cpu", "cpu"))
said(lambda x, a, w, m, net, o, ds: m.to(foo=3))
said(lambda x, a, w, m, net, o, ds: m.float(3))
said(lambda x, a, w, m, net, o, ds: m.double(3))
said(lambda x, a, w, m, net, o, ds: m.cpu(3))
said(lambda x, a, w, m, net, o, ds: m.type("a"))
said(lambda x, a, w, m, net, o, ds: m.type())
said(lambda x, a, w, m, net, o, ds: m.type(3))
said(lambda x, a, w, m, net, o, ds: torch.nn.utils.clip_grad_norm_(net.parameters(), None))
said(lambda x, a, w, m, net, o, ds: torch.nn.utils.clip_grad_norm_(net.parameters(), [1]))
said(lambda x, a, w, m, net, o, ds: torch.nn.utils.clip_grad_norm_(net.parameters(), 1, "a"))
said(lambda x, a, w, m, net, o, ds: torch.nn.utils.clip_grad_norm_(net.parameters(), x))
said(lambda x, a, w, m, net, o, ds: torch.nn.utils.clip_grad_value_(net.parameters(), None))
said(lambda x, a, w, m, net, o, ds: m.register_forward_pre_hook())
said(lambda x, a, w, m, net, o, ds: m.register_full_backward_hook())
said(lambda x, a, w, m, net, o, ds: m.register_forward_hook(lambda a, b, c: None, 3))
said(lambda x, a, w, m, net, o, ds: m.register_forward_hook(lambda a, b, c: None, foo=3))
said(lambda x, a, w, m, net, o, ds: m.register_forward_hook(lambda a, b, c: None).remove(3))
said(lambda x, a, w, m, net, o, ds: net.load_state_dict(net))
said(lambda x, a, w, m, net, o, ds: net.apply())
said(lambda x, a, w, m, net, o, ds: net.add_module("a"))
said(lambda x, a, w, m, net, o, ds: net.add_module("", nn.ReLU()))
said(lambda x, a, w, m, net, o, ds: net.add_module("a.b", nn.ReLU()))
said(lambda x, a, w, m, net, o, ds: net.register_buffer("x"))
said(lambda x, a, w, m, net, o, ds: net.register_parameter("p"))
said(lambda x, a, w, m, net, o, ds: net(x=torch.ones(1, 2)))
said(lambda x, a, w, m, net, o, ds: nn.Dropout(None))
said(lambda x, a, w, m, net, o, ds: nn.Dropout(0.5, True, 3))
said(lambda x, a, w, m, net, o, ds: nn.Dropout(prob=0.5))
said(lambda x, a, w, m, net, o, ds: nn.LayerNorm(3)("a"))
said(lambda x, a, w, m, net, o, ds: nn.Sequential(nn.Linear(2, 3), F.relu))
said(lambda x, a, w, m, net, o, ds: nn.Sequential(lambda x: x))
said(lambda x, a, w, m, net, o, ds: nn.Sequential({"a": nn.ReLU()}))
said(lambda x, a, w, m, net, o, ds: nn.Sequential(a=nn.ReLU()))
said(lambda x, a, w, m, net, o, ds: nn.CrossEntropyLoss(label_smoothing="a")(a, torch.tensor([0, 1])))
said(lambda x, a, w, m, net, o, ds: nn.CrossEntropyLoss(ignore_index="a")(a, torch.tensor([0, 1])))
said(lambda x, a, w, m, net, o, ds: nn.HuberLoss(delta="a")(x, x))
said(lambda x, a, w, m, net, o, ds: F.dropout(x, "a"))
#: wrong calls of data
import torch
import torch.nn as nn
import torch.nn.functional as F
from torch.utils.data import DataLoader, TensorDataset, random_split
def fresh():
    torch.manual_seed(0)
    m = nn.Linear(2, 3)
    net = nn.Sequential(nn.Linear(2, 3), nn.ReLU())
    o = torch.optim.SGD(net.parameters(), lr=0.1)
    ds = TensorDataset(torch.ones(4, 2), torch.ones(4))
    return torch.tensor([-2., -0.5, 0., 0.5, 2.]), torch.ones(2, 3), torch.ones(3, requires_grad=True), m, net, o, ds
def said(call):
    try:
        call(*fresh())
        print("accepted")
    except Exception as error:
        print(type(error).__name__, error)
said(lambda x, a, w, m, net, o, ds: ds["a"])
said(lambda x, a, w, m, net, o, ds: ds[0:2])
said(lambda x, a, w, m, net, o, ds: ds[-9])
said(lambda x, a, w, m, net, o, ds: ds["a", 1])
said(lambda x, a, w, m, net, o, ds: ds[torch.tensor([0, 1])])
said(lambda x, a, w, m, net, o, ds: DataLoader(ds, None))
said(lambda x, a, w, m, net, o, ds: DataLoader(ds, batch_size=2, drop_last="a"))
said(lambda x, a, w, m, net, o, ds: DataLoader(ds, num_workers="a"))
said(lambda x, a, w, m, net, o, ds: DataLoader(ds, num_workers=-1))
said(lambda x, a, w, m, net, o, ds: list(DataLoader(None)))
said(lambda x, a, w, m, net, o, ds: list(DataLoader(3)))
said(lambda x, a, w, m, net, o, ds: list(DataLoader([{"a": 1}, {"b": 2}], batch_size=2)))
said(lambda x, a, w, m, net, o, ds: TensorDataset())
said(lambda x, a, w, m, net, o, ds: TensorDataset(x, 3))
said(lambda x, a, w, m, net, o, ds: TensorDataset(x, y=x))
said(lambda x, a, w, m, net, o, ds: TensorDataset(x, [1, 2, 3, 4, 5]))
said(lambda x, a, w, m, net, o, ds: ds.tensors[5])
said(lambda x, a, w, m, net, o, ds: torch.utils.data.Subset(ds))
said(lambda x, a, w, m, net, o, ds: torch.utils.data.Subset(ds, 3)[0])
said(lambda x, a, w, m, net, o, ds: random_split(ds, ["a"]))
said(lambda x, a, w, m, net, o, ds: random_split(ds, [2, 2], 3))
#: wrong calls of optimisers
import torch
import torch.nn as nn
import torch.nn.functional as F
from torch.utils.data import DataLoader, TensorDataset, random_split
def fresh():
    torch.manual_seed(0)
    m = nn.Linear(2, 3)
    net = nn.Sequential(nn.Linear(2, 3), nn.ReLU())
    o = torch.optim.SGD(net.parameters(), lr=0.1)
    ds = TensorDataset(torch.ones(4, 2), torch.ones(4))
    return torch.tensor([-2., -0.5, 0., 0.5, 2.]), torch.ones(2, 3), torch.ones(3, requires_grad=True), m, net, o, ds
def said(call):
    try:
        call(*fresh())
        print("accepted")
    except Exception as error:
        print(type(error).__name__, error)
said(lambda x, a, w, m, net, o, ds: o.load_state_dict({}))
said(lambda x, a, w, m, net, o, ds: o.load_state_dict(3))
said(lambda x, a, w, m, net, o, ds: o.load_state_dict([1]))
said(lambda x, a, w, m, net, o, ds: o.load_state_dict({"state": {}}))
said(lambda x, a, w, m, net, o, ds: o.load_state_dict())
said(lambda x, a, w, m, net, o, ds: o.load_state_dict({"param_groups": 3, "state": {}}))
said(lambda x, a, w, m, net, o, ds: o.load_state_dict(m.state_dict()))
said(lambda x, a, w, m, net, o, ds: o.load_state_dict({"param_groups": [{}], "state": {}}))
said(lambda x, a, w, m, net, o, ds: torch.optim.lr_scheduler.ExponentialLR(o, "a").step())
said(lambda x, a, w, m, net, o, ds: torch.optim.lr_scheduler.LambdaLR(o, [1]))
said(lambda x, a, w, m, net, o, ds: torch.optim.lr_scheduler.ReduceLROnPlateau(o).step("a"))
said(lambda x, a, w, m, net, o, ds: torch.optim.lr_scheduler.ReduceLROnPlateau(o, patience="a").step(3))
said(lambda x, a, w, m, net, o, ds: torch.optim.SGD(net.state_dict(), lr=0.1))
said(lambda x, a, w, m, net, o, ds: torch.optim.SGD({"params": net.parameters()}, lr=0.1))
said(lambda x, a, w, m, net, o, ds: torch.optim.SGD(0.1, net.parameters()))
said(lambda x, a, w, m, net, o, ds: torch.optim.Adam(0.1, net.parameters()))
said(lambda x, a, w, m, net, o, ds: torch.optim.Optimizer(net.parameters()))
#: what bound methods show, and modules named by numbers among others
import torch, torch.nn as nn, torch.nn.functional as F
from collections import OrderedDict
net = nn.Linear(2, 3)
seq = nn.Sequential(nn.Linear(2, 3), nn.ReLU())
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(1, 1)
    def forward(self, x): return self.fc(x)
n = Net()
o = torch.optim.SGD(net.parameters(), lr=0.1)
x = torch.ones(2)
def p(*a):
    parts = ' '.join(map(str, a)).split('0x')
    print('0x'.join(parts[:1] + [one.lstrip('0123456789abcdef') for one in parts[1:]]))
p(net.parameters)
p(net.forward)
p(seq.parameters)
p(n.parameters)
p(n.forward)
p(n.fc.forward)
p(net.train, net.state_dict, net.to)
p(nn.ReLU().forward)
p(o.step)
p(o.zero_grad)
p(x.backward)
p(x.mean)
p(x.numpy)
p(x.relu)
p(x.split)
p(torch.relu, F.relu, torch.tensor, torch.nn.init.ones_)
p(torch.Tensor.mean)
p(torch.Tensor.backward)
p(nn.Linear)
p(type(net.parameters), type(x.mean), type(net.forward), type(o.step))
s = torch.optim.lr_scheduler.StepLR(o, 1)
p(s.step)
p(nn.MSELoss().forward)
ds = torch.utils.data.TensorDataset(x)
dl = torch.utils.data.DataLoader(ds)
p(net.weight.mean)
p(net.__call__)
p(n.__call__)
p(torch.manual_seed)
p(torch.no_grad)
p([net.parameters])
p(f"{net.parameters}")
p(net.named_parameters())
p(net.parameters())
p(x.tolist, x.item)
p(seq.append)
p(net.extra_repr)
p(net.register_forward_hook)
p(nn.ModuleList().append)
m = nn.Sequential(OrderedDict([("b", nn.ReLU()), ("a", nn.Tanh())]))
m.append(nn.Sigmoid())
p(m)
try: m.insert(0, nn.ELU())
except KeyError as e: p(e)
p(nn.Sequential(nn.ReLU(), nn.Tanh()).insert(1, nn.ELU()))
m = nn.Sequential(OrderedDict([("1", nn.ReLU()), ("0", nn.Tanh())]))
p(m, [k for k, _ in m.named_children()], m[0])
m = nn.Sequential(OrderedDict([("b", nn.Linear(1, 1)), ("a", nn.Tanh())]))
m.append(nn.Linear(1, 2))
m.extend([nn.ReLU(), nn.Linear(2, 1)])
p([k for k, _ in m.named_parameters()], list(m.state_dict()), m[2], m[-1], len(m))
p(m(torch.ones(1, 1)).shape)
del m[0]
p(m)
m = nn.Sequential(); m.add_module("z", nn.ReLU()); m.add_module("3", nn.Tanh()); m.add_module("y", nn.ELU()); m.add_module("1", nn.GELU())
p(m)
setattr(m, "0", nn.SiLU())
p(m)
d = nn.ModuleDict({"b": nn.ReLU(), "1": nn.Tanh(), "a": nn.ELU(), "0": nn.GELU()})
p(d, list(d.keys()))
#: json of numbers of numpy and of tensors
import json, numpy as np, torch
for v in (np.float64(1.5), np.float32(1.5), np.int64(3), np.bool_(True), np.array([1.,2.]), torch.tensor(1.), torch.tensor([1,2]).tolist(), torch.tensor(0.1).item(), torch.Size([2,3]), torch.float32, {np.int64(1): 2}, {np.float64(1.5): 2}, torch.nn.Linear(1,1), {"shape": torch.zeros(2,3).shape, "loss": [0.1]*3}):
    try: print(json.dumps(v))
    except Exception as e: print(type(e), e)
class NpEncoder(json.JSONEncoder):
    def default(self, obj):
        if isinstance(obj, np.integer): return int(obj)
        if isinstance(obj, np.floating): return float(obj)
        if isinstance(obj, (np.ndarray, torch.Tensor)): return obj.tolist()
        return super(NpEncoder, self).default(obj)
print(json.dumps({"a": np.float32(0.5), "b": np.arange(3), "t": torch.ones(2, 2)}, cls=NpEncoder))
print(json.dumps({k: v.tolist() for k, v in torch.nn.PReLU().state_dict().items()}))
#: the histogram of a layer
import torch
t = torch.tensor([1., 2, 1, 4, 2.5, -1])
print(torch.histogram(t, bins=4)); print(torch.histogram(t, density=True)[0][:4]); print(torch.histogram(t, 5, range=(0., 3.))); print(torch.histogram(t, torch.tensor([0., 1., 2., 4.])))
print(torch.histogram(t, bins=3, weight=torch.arange(6.), density=True))
print(t.histogram(3))
h = torch.histogram(torch.tensor([[1., 1.], [1., 1.]]), bins=3); print(h.hist, h.bin_edges)
print(torch.histogram(torch.randn(0), bins=2))
for f in (lambda: torch.histogram(t), lambda: torch.histogram(torch.arange(3), 2), lambda: torch.histogram(t, 0), lambda: torch.histogram(t, 2, range=(2., 1.)), lambda: torch.histogram(torch.tensor([float('nan')]), 2)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print(torch.histogram(t.double(), 7)); print(torch.histogram(t.double(), 4, density=True, range=(-1., 3)))
#: a warm-up of rates
import torch
print(torch.__version__[:4])
w = torch.nn.Parameter(torch.tensor([1.0]))
L = torch.optim.lr_scheduler
for make in (lambda o: L.LinearLR(o, start_factor=0.5, total_iters=4), lambda o: L.LinearLR(o), lambda o: L.LinearLR(o, 1.0, 0.1, 3)):
    opt = torch.optim.SGD([w], lr=0.1); s = make(opt); out = []
    for _ in range(8):
        out.append(opt.param_groups[0]['lr']); opt.step(); s.step()
    print(out, s.get_last_lr())
print(s.state_dict())
try: L.LinearLR(opt, start_factor=2)
except ValueError as e: print(e)
try: L.LinearLR(opt, end_factor=2)
except ValueError as e: print(e)
#: edges of single width
import numpy as np
h = np.tanh(np.random.RandomState(0).randn(500) * 3).astype(np.float32)
for k in ({}, {'bins': 7}, {'bins': 5, 'range': (-1, 1)}, {'bins': 6, 'density': True}):
    c, e = np.histogram(h, **k); print(c, e, e.dtype, c.dtype)
c, e = np.histogram(np.float32([1, 1, 1]), 3); print(c, e)
c, e = np.histogram([1, 2, 2], 3); print(c, e, np.histogram(np.arange(5), [0, 2, 4]))
print(np.linspace(0, 1, 7))
#: where tensors lie
import torch
z = torch.arange(6.).requires_grad_(); d = z.detach(); v = d.view(2, 3); c = d.clone()
print(d.data_ptr() == z.data_ptr(), v.data_ptr() == d.data_ptr(), c.data_ptr() == d.data_ptr(), v[1].data_ptr() - v.data_ptr(), type(v.data_ptr()))
print(v.t().untyped_storage().data_ptr() == d.untyped_storage().data_ptr(), v.storage().data_ptr() == c.storage().data_ptr(), v[1].untyped_storage().nbytes(), v.t().contiguous().data_ptr() == v.data_ptr())
n = d.numpy(); print(torch.from_numpy(n).data_ptr() == d.data_ptr())
w = torch.nn.Linear(2, 2).weight; print(w.data.data_ptr() == w.data_ptr(), isinstance(w.data_ptr(), int))
#: what is saved and loaded
import torch, torch.nn as nn, os
torch.manual_seed(0)
m = nn.Linear(2, 1)
print(torch.save(m.state_dict(), 'm.pt'))
with torch.no_grad(): m.weight.zero_()
print(torch.load('m.pt', weights_only=True).keys())
print(m.load_state_dict(torch.load('m.pt')), m.weight)
opt = torch.optim.Adam(m.parameters(), lr=0.1); m(torch.ones(1, 2)).sum().backward(); opt.step()
torch.save({'epoch': 3, 'model': m.state_dict(), 'opt': opt.state_dict(), 'loss': 0.5, 'h': [1, (2, 'a')]}, 'c.pt')
c = torch.load('c.pt'); print(c['epoch'], c['loss'], c['h'], c['opt'].keys(), c['opt']['param_groups'][0]['lr'])
opt2 = torch.optim.Adam(m.parameters()); opt2.load_state_dict(c['opt']); print(opt2.param_groups[0]['lr'])
t = torch.ones(2, requires_grad=True); torch.save(t * 2, 't.pt'); print(torch.load('t.pt'))
torch.save(t, 't.pt'); print(torch.load('t.pt')); torch.save([t, t], 't.pt'); q = torch.load('t.pt', map_location='cpu'); print(q, q[0] is q[1])
print(os.path.exists('t.pt'), os.path.exists('zz.pt'))
torch.save(m, 'w.pt'); m2 = torch.load('w.pt', weights_only=False); print(m2, torch.equal(m2.weight, m.weight), m2 is m)
m2.eval()
try: torch.load('w.pt')
except Exception as e: print(type(e), str(e))
try: torch.save(m)
except Exception as e: print(type(e), str(e))
#: indices that modules lack, and detach_
import torch, torch.nn as nn
m = nn.Sequential(nn.Linear(1,1))
ml = nn.ModuleList([nn.ReLU()]); md = nn.ModuleDict({'a': nn.ReLU()})
for f in (lambda: m['x'], lambda: m['0'], lambda: m[1.5], lambda: ml['x'], lambda: ml['0'], lambda: md['b'], lambda: md[0], lambda: m[None], lambda: ml[1.5]):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
x = torch.ones(2, requires_grad=True); y = x * 2; print(y.detach_(), y.is_leaf, y.requires_grad, y.grad_fn)
print(x.detach_(), x.requires_grad)
z = torch.ones(2, requires_grad=True); v = (z * 1)[0]
try: v.detach_()
except RuntimeError as e: print(e)
torch.ones(1).detach_().detach_()
#: flat arrays and how errors are handled
import numpy as np, torch
a = np.arange(6.).reshape(2, 3); a.flat[3] = 10; a.T.flat[1] = 7; print(a, a.flat[3], a.flat[1:4], list(a.flat), len(a.flat), sum(a.flat), a.flat[-1])
a.flat[[0, 2]] = -1; print(a, [float(v) for v in a.T.flat], type(a.flat).__name__)
print(np.seterr(all='ignore'), np.geterr(), np.seterr(divide='raise')['divide'])
n = torch.nn.LayerNorm([2, 3]); print(n, n.normalized_shape, torch.nn.LayerNorm(4)(torch.ones(1, 4)))
m = torch.nn.ModuleDict({'a': torch.nn.ReLU(), 'b': torch.nn.Tanh()}); del m['a']; print(m)
try: del m['z']
except KeyError as e: print(e)
try: m['q']
except KeyError as e: print(e)
#: parameters drawn from a normal
import torch
torch.manual_seed(0)
w = torch.normal(0, 0.01, size=(2, 1), requires_grad=True)
b = torch.zeros(1, requires_grad=True)
print(w, w.is_leaf, torch.normal(0., 1., (2,), dtype=torch.float64))
((torch.ones(3, 2) @ w + b) ** 2).sum().backward()
print(b.grad.shape, w.grad.shape)
with torch.no_grad():
    for p in (w, b):
        p -= 0.1 * p.grad
        p.grad.zero_()
node = (w.exp() * 2).grad_fn
print(type(node.next_functions), type(node.next_functions[0]), len(node.next_functions), node.next_functions[1], node.next_functions[0][0].name())
probs = torch.tensor([[0.1, 0.9], [0.6, 0.4]])
print(probs[range(2), torch.tensor([1, 0])], torch.arange(6)[range(2)], -torch.log(probs[range(len(probs)), [0, 0]]).mean())
#: a language model of characters
import torch
import torch.nn.functional as F
import random
words = ["emma", "olivia", "ava", "isabella", "sophia", "charlotte", "mia", "amelia"]
chars = sorted(list(set(''.join(words))))
stoi = {s:i+1 for i,s in enumerate(chars)}
stoi['.'] = 0
itos = {i:s for s,i in stoi.items()}
vocab_size = len(itos)
print(itos, vocab_size)
block_size = 3
def build_dataset(words):
    X, Y = [], []
    for w in words:
        context = [0] * block_size
        for ch in w + '.':
            ix = stoi[ch]
            X.append(context)
            Y.append(ix)
            context = context[1:] + [ix]
    X = torch.tensor(X)
    Y = torch.tensor(Y)
    print(X.shape, Y.shape)
    return X, Y
random.seed(42)
random.shuffle(words)
print(words)
Xtr, Ytr = build_dataset(words)
g = torch.Generator().manual_seed(2147483647)
C = torch.randn((vocab_size, 10), generator=g)
W1 = torch.randn((30, 64), generator=g) * (5/3)/(30**0.5)
b1 = torch.randn(64, generator=g) * 0.01
W2 = torch.randn((64, vocab_size), generator=g) * 0.01
b2 = torch.randn(vocab_size, generator=g) * 0
parameters = [C, W1, b1, W2, b2]
print(sum(p.nelement() for p in parameters))
for p in parameters:
    p.requires_grad = True
lossi = []
for i in range(60):
    ix = torch.randint(0, Xtr.shape[0], (16,), generator=g)
    Xb, Yb = Xtr[ix], Ytr[ix]
    emb = C[Xb]
    embcat = emb.view(emb.shape[0], -1)
    hpreact = embcat @ W1 + b1
    h = torch.tanh(hpreact)
    logits = h @ W2 + b2
    loss = F.cross_entropy(logits, Yb)
    for p in parameters:
        p.grad = None
    loss.backward()
    lr = 0.1 if i < 40 else 0.01
    for p in parameters:
        p.data += -lr * p.grad
    if i % 20 == 0:
        print(f'{i:7d}/{60:7d}: {loss.item():.3f}')
    lossi.append(loss.log10().item())
print(torch.tensor(lossi).view(-1, 20).mean(1).shape, hpreact.shape, (h.abs() > 0.99).float().mean() < 0.5)
@torch.no_grad()
def split_loss(x, y):
    emb = C[x]
    h = torch.tanh(emb.view(emb.shape[0], -1) @ W1 + b1)
    return F.cross_entropy(h @ W2 + b2, y).item()
print(f"{split_loss(Xtr, Ytr):.3f}")
#: batch normalisation by hand
import torch, torch.nn as nn
class Linear:
    def __init__(self, fan_in, fan_out, bias=True):
        self.weight = torch.randn((fan_in, fan_out), generator=g) / fan_in**0.5
        self.bias = torch.zeros(fan_out) if bias else None
    def __call__(self, x):
        self.out = x @ self.weight
        if self.bias is not None: self.out += self.bias
        return self.out
    def parameters(self): return [self.weight] + ([] if self.bias is None else [self.bias])
class BatchNorm1d:
    def __init__(self, dim, eps=1e-5, momentum=0.1):
        self.eps, self.momentum, self.training = eps, momentum, True
        self.gamma, self.beta = torch.ones(dim), torch.zeros(dim)
        self.running_mean, self.running_var = torch.zeros(dim), torch.ones(dim)
    def __call__(self, x):
        if self.training: xmean, xvar = x.mean(0, keepdim=True), x.var(0, keepdim=True)
        else: xmean, xvar = self.running_mean, self.running_var
        xhat = (x - xmean) / torch.sqrt(xvar + self.eps)
        self.out = self.gamma * xhat + self.beta
        if self.training:
            with torch.no_grad():
                self.running_mean = (1 - self.momentum) * self.running_mean + self.momentum * xmean
                self.running_var = (1 - self.momentum) * self.running_var + self.momentum * xvar
        return self.out
    def parameters(self): return [self.gamma, self.beta]
class Tanh:
    def __call__(self, x): self.out = torch.tanh(x); return self.out
    def parameters(self): return []
g = torch.Generator().manual_seed(2147483647)
layers = [Linear(10, 20), BatchNorm1d(20), Tanh(), Linear(20, 20), BatchNorm1d(20), Tanh(), Linear(20, 5)]
with torch.no_grad():
    layers[-1].weight *= 0.1
    for layer in layers[:-1]:
        if isinstance(layer, Linear): layer.weight *= 5/3
parameters = [p for layer in layers for p in layer.parameters()]
print(sum(p.nelement() for p in parameters))
for p in parameters: p.requires_grad = True
x = torch.randn((32, 10), generator=g); y = torch.randint(0, 5, (32,), generator=g)
for layer in layers: x = layer(x)
loss = nn.functional.cross_entropy(x, y)
for layer in layers: layer.out.retain_grad()
loss.backward()
for i, layer in enumerate(layers[:-1]):
    if isinstance(layer, Tanh):
        t = layer.out
        print('layer %d (%10s): mean %+.2f, std %.2f, saturated: %.2f%%' % (i, layer.__class__.__name__, t.mean(), t.std(), (t.abs() > 0.97).float().mean() * 100))
        print('  grad mean %+.0e std %.0e' % (t.grad.mean().abs() * 0, t.grad.std()))
        hy, hx = torch.histogram(t, density=True)
        print(hy.shape, hx.shape)
for i, p in enumerate(parameters):
    if p.ndim == 2: print('weight %10s | mean %+.1f | grad:data ratio %.0e' % (tuple(p.shape), 0, p.grad.std() / p.std()))
print(layers[1].running_mean.shape, layers[1].running_var.requires_grad)
#: a dataset of exclusive or
import torch
from torch.utils.data import Dataset, DataLoader, random_split, Subset
class XORDataset(Dataset):
    def __init__(self, size, std=0.1):
        super().__init__()
        self.size, self.std = size, std
        self.generate()
    def generate(self):
        data = torch.randint(low=0, high=2, size=(self.size, 2), dtype=torch.float32)
        label = (data.sum(dim=1) == 1).to(torch.long)
        data += self.std * torch.randn(data.shape)
        self.data, self.label = data, label
    def __len__(self): return self.size
    def __getitem__(self, idx): return self.data[idx], self.label[idx]
torch.manual_seed(42)
dataset = XORDataset(size=200)
print("Size of dataset:", len(dataset)); print("Data point 0:", dataset[0])
loader = DataLoader(dataset, batch_size=8, shuffle=True)
data_inputs, data_labels = next(iter(loader))
print("Data inputs", data_inputs.shape, "\n", data_inputs); print("Data labels", data_labels.shape, "\n", data_labels)
train, val = random_split(dataset, [160, 40], generator=torch.Generator().manual_seed(0))
print(len(train), len(val), type(train).__name__, train.indices[:5], len(DataLoader(train, batch_size=32, drop_last=True)))
for i, (x, y) in enumerate(DataLoader(Subset(dataset, range(5)), batch_size=2)):
    print(i, x.shape, y.tolist())
print(DataLoader([1, 2, 3], batch_size=2).dataset, list(DataLoader([1, 2, 3], batch_size=2)), list(DataLoader([{"a": 1, "b": [1., 2.]}, {"a": 2, "b": [3., 4.]}], batch_size=2)))
def collate(batch): return torch.stack([b[0] for b in batch]), [int(b[1]) for b in batch]
print(next(iter(DataLoader(dataset, 3, collate_fn=collate)))[1])
class Broken(Dataset):
    def __getitem__(self, i): return i
for b in DataLoader(Broken(), batch_size=2): print(b)
#: optimisers by hand
import torch
class OptimizerTemplate:
    def __init__(self, params, lr): self.params = list(params); self.lr = lr
    def zero_grad(self):
        for p in self.params:
            if p.grad is not None: p.grad.detach_(); p.grad.zero_()
    @torch.no_grad()
    def step(self):
        for p in self.params:
            if p.grad is None: continue
            self.update_param(p)
    def update_param(self, p): raise NotImplementedError
class SGD(OptimizerTemplate):
    def update_param(self, p): p.add_(-self.lr * p.grad)
class Momentum(OptimizerTemplate):
    def __init__(self, params, lr, momentum=0.9):
        super().__init__(params, lr); self.momentum = momentum
        self.v = {p: torch.zeros_like(p.data) for p in self.params}
    def update_param(self, p):
        self.v[p] = (1 - self.momentum) * p.grad + self.momentum * self.v[p]
        p.add_(-self.lr * self.v[p])
class Adam(OptimizerTemplate):
    def __init__(self, params, lr, beta1=0.9, beta2=0.999, eps=1e-8):
        super().__init__(params, lr); self.b1, self.b2, self.eps = beta1, beta2, eps
        self.t = {p: 0 for p in self.params}; self.m = {p: torch.zeros_like(p) for p in self.params}; self.s = {p: torch.zeros_like(p) for p in self.params}
    def update_param(self, p):
        self.t[p] += 1
        self.m[p] = (1 - self.b1) * p.grad + self.b1 * self.m[p]
        self.s[p] = (1 - self.b2) * p.grad ** 2 + self.b2 * self.s[p]
        bc1, bc2 = 1 - self.b1 ** self.t[p], 1 - self.b2 ** self.t[p]
        p.add_(-(self.lr / bc1) * self.m[p] / ((self.s[p] / bc2).sqrt() + self.eps))
def pathological(w1, w2): return (torch.tanh(w1) ** 2 + 0.01 * torch.abs(w1)) + torch.sigmoid(w2)
for cls, kw in [(SGD, {}), (Momentum, {"momentum": 0.5}), (Adam, {})]:
    w = torch.nn.Parameter(torch.tensor([-2.0, 3.0])); opt = cls([w], lr=0.1, **kw)
    for step in range(30):
        l = pathological(w[0], w[1]); opt.zero_grad(); l.backward(); opt.step()
    print(cls.__name__, [round(v, 3) for v in w.tolist()], f"{l.item():.4f}")
ref = torch.nn.Parameter(torch.tensor([-2.0, 3.0])); o = torch.optim.Adam([ref], lr=0.1)
for _ in range(30): o.zero_grad(); pathological(*ref).backward(); o.step()
print(torch.allclose(ref, w, atol=1e-5), o.state[ref]['step'], list(o.state_dict()['state'][0].keys()))
OptimizerTemplate([w], 0.1).step()
#: in place, and what backward says
import torch
a = torch.randn(3, requires_grad=True)
b = a.exp()
c = b * 2
b.add_(1)
try:
    c.sum().backward(); print("fine")
    (b * b).sum().backward()
except RuntimeError as e: print(str(e)[:80])
x = torch.ones(2, requires_grad=True)
y = torch.sigmoid(x)
y += 1
try: y.sum().backward()
except RuntimeError as e: print(e)
x = torch.zeros(3); x[1] = 5; x += 1; x.mul_(2).sub_(1); print(x, x.fill_(0), x.zero_())
w = torch.ones(1, requires_grad=True)
for i in range(3):
    loss = (w - 3) ** 2
    loss.backward()
    print(i, w.grad, end=" ")
print()
with torch.no_grad(): w -= 0.1 * w.grad
print(w, w.grad.zero_())
d = w.detach(); d[0] = 7; print(w)
def f(n):
    h = w
    for _ in range(n): h = h * 2 if h.sum() < 100 else h
    return h
f(5).backward(); print(w.grad)
loss = (w ** 2).sum(); loss.backward(); loss.backward()
#: units that died
import torch
import torch.nn as nn
torch.manual_seed(0)
class Net(nn.Module):
    def __init__(self, act):
        super().__init__()
        self.fc1 = nn.Linear(4, 16)
        self.fc2 = nn.Linear(16, 16)
        self.out = nn.Linear(16, 1)
        self.act = act
    def forward(self, x):
        h1 = self.act(self.fc1(x))
        h2 = self.act(self.fc2(h1))
        return self.out(h2), h1, h2
x = torch.randn(64, 4)
for act in [nn.ReLU(), nn.LeakyReLU(0.1), nn.ELU(), nn.Sigmoid()]:
    torch.manual_seed(1)
    net = Net(act)
    with torch.no_grad():
        net.fc1.bias.fill_(-1.5)
    y, h1, h2 = net(x)
    dead1 = (h1 <= 0).all(dim=0).sum().item()
    frac = (h1 == 0).float().mean().item()
    print(f"{act.__class__.__name__:10s} dead units: {dead1:2d}/16 zero fraction: {frac:.4f}")
    y.sum().backward()
    zero_rows = (net.fc1.weight.grad.abs().sum(1) == 0).sum()
    print("  rows without gradient:", zero_rows.item(), type(zero_rows), zero_rows)
print(net)
#: logistic regression in NumPy
import numpy as np
rng = np.random.RandomState(1)
n = 200
X = np.vstack([rng.randn(n // 2, 2) - 1.5, rng.randn(n // 2, 2) + 1.5])
y = np.array([0] * (n // 2) + [1] * (n // 2))
idx = rng.permutation(n); X, y = X[idx], y[idx]
split = int(0.8 * n); Xtr, Xte, ytr, yte = X[:split], X[split:], y[:split], y[split:]
print(Xtr.shape, Xte.shape, np.bincount(ytr), ytr[:10])
class LogisticRegression:
    def __init__(self, lr=0.1, n_iter=200): self.lr, self.n_iter, self.losses = lr, n_iter, []
    @staticmethod
    def _sigmoid(z): return np.where(z >= 0, 1 / (1 + np.exp(-np.abs(z))), np.exp(-np.abs(z)) / (1 + np.exp(-np.abs(z))))
    def fit(self, X, y):
        self.w, self.b = np.zeros(X.shape[1]), 0.0
        for _ in range(self.n_iter):
            p = self._sigmoid(X @ self.w + self.b); e = p - y
            self.w -= self.lr * X.T @ e / len(y); self.b -= self.lr * e.mean()
            self.losses.append(-np.mean(y * np.log(p + 1e-12) + (1 - y) * np.log(1 - p + 1e-12)))
        return self
    def predict(self, X): return (self._sigmoid(X @ self.w + self.b) >= 0.5).astype(int)
    def score(self, X, y): return np.mean(self.predict(X) == y)
m = LogisticRegression().fit(Xtr, ytr)
print(np.round(m.w, 4), round(m.b, 4), [round(l, 4) for l in m.losses[::50]], m.score(Xte, yte))
tp = np.sum((m.predict(Xte) == 1) & (yte == 1)); fp = np.sum((m.predict(Xte) == 1) & (yte == 0)); fn = ((m.predict(Xte) == 0) & (yte == 1)).sum()
prec, rec = tp / (tp + fp), tp / (tp + fn); print(f"precision {prec:.3f} recall {rec:.3f} f1 {2 * prec * rec / (prec + rec):.3f}", tp, type(tp))
print(m.losses[-1] < m.losses[0], m.w.dtype, m.__dict__.keys())
#: layers in NumPy, checked numerically
import numpy as np
class Layer:
    def forward(self, x): raise NotImplementedError
    def backward(self, g): raise NotImplementedError
class Dense(Layer):
    def __init__(self, i, o, rng): self.W = rng.normal(0, np.sqrt(2 / i), (i, o)); self.b = np.zeros(o)
    def forward(self, x): self.x = x; return x @ self.W + self.b
    def backward(self, g): self.dW = self.x.T @ g; self.db = g.sum(0); return g @ self.W.T
class ReLU(Layer):
    def forward(self, x): self.mask = x > 0; return x * self.mask
    def backward(self, g): return g * self.mask
class Sigmoid(Layer):
    def forward(self, x): self.y = 1 / (1 + np.exp(-x)); return self.y
    def backward(self, g): return g * self.y * (1 - self.y)
class SoftmaxCE:
    def __call__(self, z, t):
        z = z - z.max(1, keepdims=True); self.p = np.exp(z) / np.exp(z).sum(1, keepdims=True); self.t = t
        return -np.log(self.p[np.arange(len(t)), t]).mean()
    def grad(self): g = self.p.copy(); g[np.arange(len(self.t)), self.t] -= 1; return g / len(self.t)
rng = np.random.default_rng(0)
net = [Dense(2, 8, rng), ReLU(), Dense(8, 8, rng), Sigmoid(), Dense(8, 3, rng)]
X = rng.normal(size=(60, 2)); t = (X[:, 0] > 0).astype(int) + (X[:, 1] > 0).astype(int); loss = SoftmaxCE()
def run(x):
    for l in net: x = l.forward(x)
    return x
def numeric(l, i, j, eps=1e-6):
    l.W[i, j] += eps; a = loss(run(X), t); l.W[i, j] -= 2 * eps; b = loss(run(X), t); l.W[i, j] += eps
    return (a - b) / (2 * eps)
for step in range(301):
    L = loss(run(X), t); g = loss.grad()
    for l in reversed(net): g = l.backward(g)
    if step == 0:
        for k in (0, 2, 4): n, a = numeric(net[k], 0, 1), net[k].dW[0, 1]; print(type(net[k]).__name__, f"{abs(n - a) / max(abs(n), abs(a), 1e-12) < 1e-4}")
        loss(run(X), t)
    for l in net:
        if isinstance(l, Dense): l.W -= 0.5 * l.dW; l.b -= 0.5 * l.db
    if step % 100 == 0: print(f"step {step:>3d} loss {L:.4f} acc {(run(X).argmax(1) == t).mean():.3f}")
print([l.W.shape for l in net if hasattr(l, 'W')], net[0].__class__.__mro__[1].__name__)
Layer().forward(1)
#: a recurrent network in NumPy
import numpy as np
data = "hello world"
chars = sorted(list(set(data))); vocab = len(chars); print('data has %d characters, %d unique.' % (len(data), vocab))
c2i = {ch: i for i, ch in enumerate(chars)}; i2c = {i: ch for i, ch in enumerate(chars)}; print(c2i)
np.random.seed(0); H = 8
Wxh, Whh, Why = np.random.randn(H, vocab) * 0.1, np.random.randn(H, H) * 0.1, np.random.randn(vocab, H) * 0.1
bh, by = np.zeros((H, 1)), np.zeros((vocab, 1))
def loss_fun(inputs, targets, hprev):
    xs, hs, ys, ps = {}, {}, {}, {}; hs[-1] = np.copy(hprev); loss = 0
    for t in range(len(inputs)):
        xs[t] = np.zeros((vocab, 1)); xs[t][inputs[t]] = 1
        hs[t] = np.tanh(np.dot(Wxh, xs[t]) + np.dot(Whh, hs[t - 1]) + bh)
        ys[t] = np.dot(Why, hs[t]) + by; ps[t] = np.exp(ys[t]) / np.sum(np.exp(ys[t])); loss += -np.log(ps[t][targets[t], 0])
    dWxh, dWhh, dWhy = np.zeros_like(Wxh), np.zeros_like(Whh), np.zeros_like(Why); dbh, dby = np.zeros_like(bh), np.zeros_like(by); dhnext = np.zeros_like(hs[0])
    for t in reversed(range(len(inputs))):
        dy = np.copy(ps[t]); dy[targets[t]] -= 1; dWhy += np.dot(dy, hs[t].T); dby += dy
        dh = np.dot(Why.T, dy) + dhnext; dhraw = (1 - hs[t] * hs[t]) * dh; dbh += dhraw; dWxh += np.dot(dhraw, xs[t].T); dWhh += np.dot(dhraw, hs[t - 1].T); dhnext = np.dot(Whh.T, dhraw)
    for dp in [dWxh, dWhh, dWhy, dbh, dby]: np.clip(dp, -5, 5, out=dp)
    return loss, dWxh, dWhh, dWhy, dbh, dby, hs[len(inputs) - 1]
inp, tgt = [c2i[c] for c in data[:-1]], [c2i[c] for c in data[1:]]
mem = [np.zeros_like(p) for p in (Wxh, Whh, Why, bh, by)]
for n in range(101):
    loss, *grads, h = loss_fun(inp, tgt, np.zeros((H, 1)))
    for param, dparam, m in zip([Wxh, Whh, Why, bh, by], grads, mem): m += dparam * dparam; param += -0.1 * dparam / np.sqrt(m + 1e-8)
    if n % 50 == 0: print('iter %d, loss: %.3f' % (n, loss))
ix = np.random.choice(range(vocab), p=np.full(vocab, 1 / vocab).ravel()); print(i2c[ix], h.shape, isinstance(ix, np.integer), h.ravel()[:0])
Why.dot(Wxh)
#: a network of residual blocks
import torch, torch.nn as nn
class ResidualBlock(nn.Module):
    """A block with a skip connection."""
    def __init__(self, dim: int, act: nn.Module = nn.ReLU(), *, scale: float = 1.0) -> None:
        super().__init__()
        self.fc1, self.fc2 = nn.Linear(dim, dim), nn.Linear(dim, dim)
        self.norm = nn.LayerNorm(dim); self.act = act; self.scale = scale
    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return x + self.scale * self.fc2(self.act(self.fc1(self.norm(x))))
class Net(nn.Module):
    def __init__(self, d=8, n_blocks=2, n_out=3):
        super().__init__()
        self.blocks = nn.ModuleList([ResidualBlock(d, nn.GELU()) for _ in range(n_blocks)])
        self.heads = nn.ModuleDict({"cls": nn.Linear(d, n_out), "reg": nn.Linear(d, 1)})
        self.temp = nn.Parameter(torch.ones(1)); self.register_buffer("steps", torch.tensor(0)); self.hist = []
        self.apply(self._init)
    @staticmethod
    def _init(m):
        if isinstance(m, nn.Linear):
            nn.init.kaiming_normal_(m.weight, nonlinearity="relu")
            if m.bias is not None: nn.init.zeros_(m.bias)
    def forward(self, x, head="cls"):
        self.steps += 1
        for i, b in enumerate(self.blocks): x = b(x); self.hist.append((i, x.shape))
        return self.heads[head](x) / self.temp
    @property
    def n_params(self): return sum(p.numel() for p in self.parameters())
torch.manual_seed(0); net = Net(); print(net); print(net.n_params, ResidualBlock.__doc__, len(net.blocks), list(net.heads.keys()), net.heads["reg"])
out = net(torch.randn(4, 8)); print(out.shape, net.steps, net.hist, net(torch.randn(1, 8), head="reg").shape, net.steps.item())
print([n for n, _ in net.named_parameters()][:4], [n for n, _ in net.named_modules()][:6], [n for n, _ in net.named_children()], dict(net.named_buffers()))
print(net.state_dict().keys() - dict(net.named_parameters()).keys(), "steps" in net.state_dict(), net.blocks[0].act, net.blocks[-1].fc1.weight.std() > 0, net.get_parameter("temp"), net.get_submodule("blocks.0").scale)
for m in net.modules():
    if isinstance(m, nn.LayerNorm): print(m, m.normalized_shape, m.weight.data[:2])
summary = [(n, tuple(p.shape), p.numel()) for n, p in net.named_parameters() if p.dim() > 1]
w = max(len(n) for n, *_ in summary)
for n, s, k in summary: print(f"{n:<{w}} {str(s):>10} {k:>5,}")
net.blocks.append(ResidualBlock(8)); print(len(net.blocks), net.blocks[2].act); del net.heads["reg"]; print(net.heads)
net(torch.randn(2, 8), head="zzz")
#: masks and choices
import torch
seq = torch.tensor([[5, 3, 0, 0], [1, 2, 4, 0]])
mask = seq != 0; lengths = mask.sum(dim=1); print(mask, lengths, (~mask).float())
emb = torch.nn.Embedding(6, 2, padding_idx=0); emb.weight.data = torch.arange(12.).view(6, 2); emb.weight.data[0] = 0
e = emb(seq); print(e.shape, e[0]); mean = (e * mask.unsqueeze(-1)).sum(1) / lengths.unsqueeze(-1); print(mean)
causal = torch.triu(torch.ones(3, 3, dtype=torch.bool), diagonal=1); scores = torch.zeros(3, 3).masked_fill(causal, float('-inf')); print(scores, scores.softmax(-1))
print(torch.where(mask, seq, -1), seq.masked_select(mask), mask.any(1), mask.all(1), mask.nonzero().tolist(), seq[mask].sum(), torch.logical_and(mask, seq > 2), mask & (seq < 4), mask ^ True)
labels = torch.tensor([1, 0, 2]); onehot = torch.zeros(3, 3).scatter_(1, labels.unsqueeze(1), 1); print(onehot, onehot.argmax(1), torch.eye(3)[labels])
logp = torch.log_softmax(torch.tensor([[1., 2., 3.]] * 3), 1); print(logp.gather(1, labels.view(-1, 1)).squeeze(), -logp[range(3), labels].mean())
print(torch.topk(torch.tensor([3., 1., 4., 1., 5.]), 2), torch.sort(torch.tensor([3, 1, 2]), descending=True)[0], torch.unique(torch.tensor([3, 1, 3])), torch.cumsum(torch.ones(3), 0), torch.flip(torch.arange(3), [0]), torch.roll(torch.arange(4), 1), torch.repeat_interleave(torch.tensor([1, 2]), 2), torch.tensor([1, 2]).repeat(2, 2))
conf = torch.zeros(2, 2, dtype=torch.long)
for t, p in zip([0, 1, 1, 0], [0, 1, 0, 0]): conf[t, p] += 1
print(conf, conf.diag().sum() / conf.sum(), conf.float() / conf.sum(1, keepdim=True), torch.tensor(conf.tolist()).T)
acc = (torch.tensor([1, 0, 1]) == torch.tensor([1, 1, 1])).float().mean(); print(acc, f"{acc:.2%}", f"{acc.item() * 100:.1f}%", round(acc.item(), 3), float(acc), acc > 0.5, bool(acc > 0.5), "yes" if acc > 0.5 else "no", int((acc * 3).round()))
print(emb, emb.weight.grad, emb(torch.tensor([7])))
#: memory in common, and types from before dtypes
import numpy as np, torch
a = np.arange(6.); v = a[:3]; c = a[[0, 1, 2]]
print(np.shares_memory(a, v), np.shares_memory(a, c), np.shares_memory(a[::2], a[1::2]), np.shares_memory(a, a.reshape(2, 3).T), np.shares_memory(a[:2], a[2:]), np.shares_memory(a, a.astype(float)), np.shares_memory(a, torch.from_numpy(a).numpy()))
a = torch.tensor([1, 2, 3])
print(a.type(torch.FloatTensor), a.type(torch.DoubleTensor).dtype, torch.FloatTensor([1, 2]), torch.LongTensor(2).shape, torch.ones(2).type(torch.LongTensor), a.type(torch.float32), (a > 1).type(torch.IntTensor))
#: batch norm in full digits: running statistics, gradients, training, then its own moments again
import torch
import torch.nn as nn

torch.manual_seed(0)
for count, channels in ((6, 8), (16, 16), (32, 5), (100, 3)):
    norm = nn.BatchNorm1d(channels)
    with torch.no_grad():
        norm.weight.uniform_()
        norm.running_var.uniform_()
    x = torch.randn(count, channels, requires_grad=True)
    slope = torch.randn(count, channels)
    y = norm(x)
    y.backward(slope)
    print(y[0].tolist(), x.grad[0].tolist())
    print(norm.running_mean.tolist(), norm.running_var.tolist(), norm.weight.grad.tolist(), norm.bias.grad.tolist())
    norm.eval()
    x.grad = norm.weight.grad = None
    y = norm(x)
    y.backward(slope)
    print(y[0].tolist(), x.grad[0].tolist(), norm.weight.grad.tolist())
net = nn.Sequential(nn.Linear(3, 8), nn.BatchNorm1d(8), nn.ReLU(), nn.Linear(8, 1))
optimizer = torch.optim.SGD(net.parameters(), lr=0.1, momentum=0.9)
x = torch.randn(20, 3)
target = x.sum(1, keepdim=True)
for _ in range(10):
    loss = nn.functional.mse_loss(net(x), target)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    print(loss.item())
#: deep copies of layers without a bias or weights keep their text
import copy
import torch
import torch.nn as nn

net = nn.Sequential(nn.Linear(2, 1, bias=False), nn.LayerNorm(1, elementwise_affine=False), nn.BatchNorm1d(1, affine=False, track_running_stats=False))
twin = copy.deepcopy(net)
print(twin)
print(twin[0].bias, twin[2].running_mean, torch.equal(twin[0].weight, net[0].weight), twin[0].weight is net[0].weight)
twin[0].bias = nn.Parameter(torch.ones(1))
print([name for name, _ in twin.named_parameters()], [name for name, _ in net.named_parameters()])
#: gradients of gradients
import torch
x = torch.tensor(2.0, requires_grad=True)
y = x**3
g, = torch.autograd.grad(y, x, create_graph=True)
print(g)
h, = torch.autograd.grad(g, x, create_graph=True)
print(h)
k, = torch.autograd.grad(h, x)
print(k)
x = torch.tensor([1.0, 2.0], requires_grad=True)
y = (x**2).sum()
y.backward(create_graph=True)
print(x.grad)
x.grad.sum().backward()
print(x.grad)
x = torch.tensor(2.0, requires_grad=True)
y = 2 * x
g, = torch.autograd.grad(y, x, create_graph=True)
print(g, g.requires_grad)
try:
    torch.autograd.grad(g, x)
except RuntimeError as e:
    print(e)
y = x ** 2
g, = torch.autograd.grad(y, x, create_graph=True)
print(torch.autograd.grad(g, x))
try:
    torch.autograd.grad(g, x)
except RuntimeError as e:
    print(e)
print(torch.autograd.grad(y, x))
class Cube(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x)
        return x ** 3
    @staticmethod
    def backward(ctx, g):
        x, = ctx.saved_tensors
        return g * 3 * x ** 2
g, = torch.autograd.grad(Cube.apply(x), x, create_graph=True)
print(g, torch.autograd.grad(g, x))
for name, f in (('sigmoid', torch.sigmoid), ('tanh', torch.tanh), ('relu', torch.relu), ('exp', torch.exp)):
    x = torch.linspace(-2, 2, 5, requires_grad=True)
    y = f(x)
    first, = torch.autograd.grad(y.sum(), x, create_graph=True)
    second, = torch.autograd.grad(first.sum(), x)
    print(name, first, second)
#: the second and third derivative of every activation
import torch
import torch.nn.functional as F
torch.set_default_dtype(torch.float64)
fs = dict(relu=F.relu, relu6=F.relu6, leaky=F.leaky_relu, elu=F.elu, selu=F.selu, celu=F.celu, gelu=F.gelu, gelut=lambda x: F.gelu(x, approximate='tanh'), silu=F.silu, mish=F.mish, softplus=F.softplus, softplus2=lambda x: F.softplus(x, 2, 1), logsigmoid=F.logsigmoid, softsign=F.softsign, tanhshrink=F.tanhshrink, hardswish=F.hardswish, hardsigmoid=F.hardsigmoid, hardtanh=F.hardtanh, hardshrink=F.hardshrink, softshrink=F.softshrink, threshold=lambda x: F.threshold(x, 0.1, 20), rrelu=F.rrelu, exp=torch.exp, sigmoid=torch.sigmoid, tanh=torch.tanh, softmax=lambda x: F.softmax(x, 0), log_softmax=lambda x: F.log_softmax(x, 0), softmin=lambda x: F.softmin(x, 0), glu=lambda x: F.glu(x, 0), prelu=lambda x: F.prelu(x, torch.tensor([0.25])), elu2=lambda x: F.elu(x, 0.7), celu2=lambda x: F.celu(x, 0.7),
elui=lambda x: F.elu(x.clone(), inplace=True), seluI=lambda x: F.selu(x.clone(), inplace=True), celui=lambda x: F.celu(x.clone(), 0.6, inplace=True), relui=lambda x: F.relu(x.clone(), inplace=True), silui=lambda x: F.silu(x.clone(), inplace=True), mishi=lambda x: F.mish(x.clone(), inplace=True), tanhi=lambda x: x.clone().tanh_(), leakyi=lambda x: F.leaky_relu(x.clone(), inplace=True), hswi=lambda x: F.hardswish(x.clone(), inplace=True))
for name, f in fs.items():
    x = torch.tensor([-3.5, -1.5, -0.3, 0.2, 0.7, 2.5], requires_grad=True)
    w = torch.tensor([1.0, 2.0, -1.0, 0.5, 3.0, 1.5])
    y = f(x)
    g, = torch.autograd.grad((y * w[:len(y)]).sum(), x, create_graph=True)
    print(name, g.grad_fn.name(), [f'{v:.6g}' for v in g.tolist()])
    try:
        h, = torch.autograd.grad((g * g).sum(), x, create_graph=True)
        print('   ', [f'{v + 0:.6g}' for v in h.tolist()])
        if h.requires_grad and name not in ('softmax', 'log_softmax', 'softmin', 'prelu'):
            k, = torch.autograd.grad(h.sum(), x)
            print('   ', [f'{v + 0:.6g}' for v in k.tolist()])
    except RuntimeError as e:
        print(name, e)
#: the second and third derivative of operations
import torch
import torch.nn.functional as F
torch.set_default_dtype(torch.float64)
index = torch.tensor([[0, 2], [1, 0]])
mask = torch.tensor([[True, False, True], [False, True, False]])
functions = {
    'sum and mean': lambda x, y: x.sum() * x.mean() + x.mean(0).prod(),
    'variance': lambda x, y: x.var() * x.var(1).sum() + x.std() * x.std(0, unbiased=False).sum(),
    'norms': lambda x, y: x.norm() * y.norm(3) + x.norm(1, dim=0).square().sum() + torch.linalg.norm(y),
    'products': lambda x, y: x.prod() + y.prod(1).sum() + x.cumprod(1).sum() * y.cumsum(0).square().sum(),
    'logsumexp': lambda x, y: x.logsumexp(1).mul(y.logsumexp(0).sum()),
    'largest': lambda x, y: x.max() * y.max(1).values + x.amax(0).square().sum() + x.min() * y.min(0).values.sum(),
    'order': lambda x, y: x.sort(1).values.square() * y + x.topk(2, 1).values.prod() + x.median() * y.median(0).values.sum(),
    'gather': lambda x, y: x.gather(1, index).square() * y.gather(1, index) + x.scatter(1, index, y[:, :2] ** 2).square().sum(),
    'select': lambda x, y: x.index_select(1, torch.tensor([2, 0])).square() * y.masked_select(mask).sum() + x.masked_fill(mask, 2.0).square().sum(),
    'index': lambda x, y: x[mask].square() * y[0, 1] + x[:, [0, 2]].pow(3).sum() + x[1, 1:].exp().sum() * y[0].sum(),
    'put': lambda x, y: x.index_add(1, torch.tensor([0, 2]), y[:, :2] ** 2).square() + x.scatter_add(1, index, y[:, 1:]).square(),
    'take': lambda x, y: x.take(torch.tensor([0, 4, 4])).square() * y.flatten()[2:5] + torch.take_along_dim(x, index, 1).square().sum(),
    'views': lambda x, y: x.T.reshape(2, 3).square() * y + x.unsqueeze(0).expand(2, 2, 3).square().sum() + x.permute(1, 0).flatten().square().sum(),
    'joins': lambda x, y: torch.cat([x, y ** 2]).square().sum() * torch.stack([x, y]).prod(0) + torch.hstack([x, y]).pow(3).sum(),
    'parts': lambda x, y: x.split(1)[0].square() * y.chunk(3, 1)[1].square().sum() + sum(p.square().sum() for p in x.unbind(1)),
    'flip and roll': lambda x, y: x.flip(0).square() * y.roll(1, 1) + x.roll(2).square(),
    'triangles': lambda x, y: torch.tril(x).square() * torch.triu(y) + torch.diag(x[:, :2]).square().sum() + torch.diag(y[0] ** 2).square().sum(),
    'matrices': lambda x, y: (x @ y.T).square() + (x.T @ y).sum() ** 2 + (x @ y[0]).square().sum(),
    'batches': lambda x, y: torch.bmm(x[None], y.T[None]).square() + torch.einsum('ij,kj->ik', x, y).pow(3),
    'linear': lambda x, y: F.linear(x, y, y[:, 0] ** 2).square() + torch.addmm(x[:, :2], x, y.T).square() + torch.outer(x[0], y[0]).square().sum() + torch.dot(x[1], y[1] ** 2),
    'arithmetic': lambda x, y: x * y / (x ** 2 + y ** 2) - (x - y) ** 3 + 2 ** x + x.abs() ** y.abs() + 3 / y,
    'pieces': lambda x, y: torch.where(x > y, x ** 3, y ** 2) + x.clamp(-0.5, 0.8) * y ** 2 + torch.maximum(x, y) ** 2 + torch.minimum(x ** 2, y),
    'elements': lambda x, y: x.exp() * y.sin() + x.cos() * (y ** 2 + 1).log() + (x ** 2 + 0.1).sqrt() + x.tan() + y.atan() + x.sinh() * y.cosh() + torch.expm1(x) * torch.log1p(y ** 2),
    'more elements': lambda x, y: x.erf() * y.reciprocal() + (x ** 2 + 1).rsqrt() + (x ** 2 + 1).log2() * (y ** 2 + 2).log10() + x.square() * y.neg() + torch.atan2(x, y) + torch.hypot(x, y) + torch.logaddexp(x, y),
    'lerp': lambda x, y: torch.lerp(x ** 2, y, 0.3) + torch.addcmul(x, x, y, value=0.5) + torch.addcdiv(x, x ** 2, y),
    'mse': lambda x, y: F.mse_loss(x ** 2, y) + F.mse_loss(x, y, reduction='sum') * F.l1_loss(x, y),
    'huber': lambda x, y: F.smooth_l1_loss(x ** 2, y) + F.huber_loss(x, y ** 2, delta=0.5) + F.smooth_l1_loss(x, y, beta=0.5, reduction='none').square(),
    'cross entropy': lambda x, y: F.cross_entropy(x, torch.tensor([2, 0])) + F.cross_entropy(x * y, torch.tensor([1, 1]), reduction='sum', weight=torch.tensor([0.2, 0.5, 0.3])),
    'smoothed': lambda x, y: F.cross_entropy(x, torch.tensor([2, 0]), label_smoothing=0.1) * F.cross_entropy(y, F.softmax(x, 1)),
    'nll': lambda x, y: F.nll_loss(F.log_softmax(x, 1), torch.tensor([2, 0]), reduction='none').square() + F.kl_div(F.log_softmax(x, 1), F.softmax(y, 1), reduction='batchmean'),
    'binary': lambda x, y: F.binary_cross_entropy(torch.sigmoid(x), torch.sigmoid(y)) + F.binary_cross_entropy_with_logits(x, mask.double()) * y + F.binary_cross_entropy_with_logits(x, mask.double(), pos_weight=torch.tensor(2.0), reduction='sum'),
    'similarity': lambda x, y: F.cosine_similarity(x, y)[:, None] + F.normalize(x).mul(y),
    'in place': lambda x, y: (x * 1).mul_(y).square_().add_(x).sigmoid_() * (y * 1).sin_().div_(2 + x ** 2),
    'dropout off': lambda x, y: F.dropout(x ** 2, 0.5, training=False) * y,
    'kinds of softmax': lambda x, y: F.softmax(x, 0) * F.softmax(y, 1) * F.log_softmax(x * y, 1) + F.softmin(x, 1) + F.glu(torch.cat([x, y], 1)),
    'smooth activations': lambda x, y: F.gelu(x) * F.silu(y) + F.mish(x) * F.softplus(y) + F.elu(x) + F.selu(y) * F.celu(x, 0.7) + F.logsigmoid(x) + F.softsign(y) + F.tanhshrink(x) + F.gelu(y, approximate='tanh'),
    'flat activations': lambda x, y: F.relu(x) ** 2 * F.leaky_relu(y) + F.hardswish(x) + F.hardtanh(y) * x + F.relu6(x * y) + F.prelu(x, torch.tensor([0.2])) * y + F.threshold(x, 0.1, 1.0) * y,
}
x0 = torch.tensor([[0.31, -0.72, 1.13], [-1.24, 0.55, 0.86]])
y0 = torch.tensor([[0.64, 1.37, -0.48], [0.93, -0.59, 1.71]])
for name, f in functions.items():
    x, y = x0.clone().requires_grad_(), y0.clone().requires_grad_()
    out = f(x, y)
    weights = torch.linspace(0.5, 1.5, out.numel()).reshape(out.shape)
    first = torch.autograd.grad((out * weights).sum(), (x, y), create_graph=True, allow_unused=True, materialize_grads=True)
    total = sum((g ** 2).sum() for g in first)
    second = torch.autograd.grad(total, (x, y), create_graph=True, allow_unused=True, materialize_grads=True)
    third = second[0].sin().sum() + second[1].sum()
    if third.requires_grad:
        third.backward()
    print(name)
    for t in (*first, *second, *(torch.zeros(1) if p.grad is None else p.grad for p in (x, y))):
        print('   ', [f'{v:.6g}' for v in t.detach().flatten().tolist()])
#: jacobians and hessians
import torch
from torch.autograd.functional import jacobian, hessian
def f(x): return (x ** 3).sum()
x = torch.tensor([1.0, 2.0, 3.0])
print(hessian(f, x))
print(jacobian(lambda x: x ** 2, x))
def g(a, b): return (a * b).sum() + (a ** 2).sum()
print(hessian(g, (x, x + 1)))
x = torch.tensor([1., 2.], requires_grad=True)
j = jacobian(lambda x: x ** 3, x, create_graph=True)
print(j)
print(hessian(lambda x: x[0] ** 2 * x[1], torch.tensor([1., 2.])))
try: hessian(lambda x: x ** 2, x)
except Exception as e: print(type(e).__name__, e)
try: hessian(lambda x: 3, x)
except Exception as e: print(type(e).__name__, e)
try: hessian(lambda x: (x.sum(), x.sum()), x)
except Exception as e: print(type(e).__name__, e)
print(hessian(lambda x: x.sum(), x))
A = torch.tensor([[2., 1.], [1., 3.]])
print(hessian(lambda x: 0.5 * x @ A @ x, torch.tensor([1., 2.])))
#: a network that learns a differential equation
import torch
from torch import nn
torch.manual_seed(0)
net = nn.Sequential(nn.Linear(1, 8), nn.Tanh(), nn.Linear(8, 1))
t = torch.linspace(0, 1, 5).reshape(-1, 1).requires_grad_()
u = net(t)
du = torch.autograd.grad(u, t, torch.ones_like(u), create_graph=True)[0]
d2 = torch.autograd.grad(du, t, torch.ones_like(u), create_graph=True)[0]
print(du, d2)
loss = ((d2 + u) ** 2).mean()
loss.backward()
print(round(loss.item(), 5))
for p in net.parameters():
    print(p.grad)
optimizer = torch.optim.Adam(net.parameters(), lr=0.01)
for step in range(60):
    optimizer.zero_grad()
    u = net(t)
    du = torch.autograd.grad(u.sum(), t, create_graph=True)[0]
    d2 = torch.autograd.grad(du.sum(), t, create_graph=True)[0]
    loss = ((d2 + u) ** 2).mean() + (u[0, 0] - 1) ** 2 + du[0, 0] ** 2
    loss.backward()
    optimizer.step()
    if step % 20 == 19:
        print(f'step {step + 1}: loss {loss.item():.4f}')
#: a gradient penalty
import torch
from torch import nn
torch.manual_seed(1)
critic = nn.Sequential(nn.Linear(2, 16), nn.LeakyReLU(0.2), nn.Linear(16, 1))
real, fake = torch.randn(8, 2), torch.randn(8, 2) + 2
optimizer = torch.optim.Adam(critic.parameters(), lr=0.01)
for step in range(5):
    mix = torch.rand(8, 1)
    between = (mix * real + (1 - mix) * fake).requires_grad_(True)
    score = critic(between)
    slope = torch.autograd.grad(outputs=score, inputs=between, grad_outputs=torch.ones_like(score), create_graph=True, retain_graph=True)[0]
    penalty = ((slope.norm(2, dim=1) - 1) ** 2).mean()
    loss = critic(fake).mean() - critic(real).mean() + 10 * penalty
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    print(step, f'{loss.item():.4f}', f'{penalty.item():.4f}')
#: what machine there is, and half numbers
import torch
from torch import nn
device = torch.accelerator.current_accelerator().type if torch.accelerator.is_available() else "cpu"
print(f"Using {device} device", torch.accelerator.device_count(), torch.version.cuda, torch.cuda.is_initialized())
torch.random.manual_seed(seed=42); a = torch.rand(2); torch.random.manual_seed(42)
print(torch.equal(a, torch.rand(2)), torch.random.initial_seed(), torch.random.manual_seed(7).initial_seed())
for dtype in (torch.float16, torch.bfloat16, torch.float32, torch.float64): print(torch.finfo(dtype), torch.finfo(dtype).max, torch.finfo(dtype).bits)
try: torch.finfo(torch.int32)
except TypeError as e: print(e)
import sys
print(sys.version_info.major, sys.version_info.minor >= 8, sys.version_info >= (3, 6), sys.version_info[3])
try: nn.Module(1)
except TypeError as e: print(e)
try: nn.Module(name="a")
except TypeError as e: print(e)
#: anomalies
import torch
x = torch.tensor([-1.0, 1.0], requires_grad=True)
def backward(f):
    x.grad = None
    try: f(x).sum().backward(); print(x.grad)
    except RuntimeError as e: print(e)
backward(torch.sqrt)
with torch.autograd.detect_anomaly():
    backward(torch.sqrt); backward(torch.exp); backward(lambda t: t * torch.sqrt(t)); backward(lambda t: torch.where(t > 0, torch.sqrt(t), 0.0))
print(torch.is_anomaly_enabled())
with torch.autograd.set_detect_anomaly(True, check_nan=False): backward(torch.sqrt); print(torch.is_anomaly_enabled())
torch.autograd.set_detect_anomaly(True); print(torch.is_anomaly_enabled()); backward(torch.sqrt)
torch.autograd.set_detect_anomaly(False); backward(torch.sqrt)
class Broken(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x): return x
    @staticmethod
    def backward(ctx, g): return g / 0 - g / 0
with torch.autograd.set_detect_anomaly(True): backward(Broken.apply)
try: Broken()(x)
except RuntimeError as e: print(e)
try: torch.autograd.set_detect_anomaly()
except TypeError as e: print(e)
zero = torch.tensor([0.0, 1.0], requires_grad=True); torch.atan2(zero, torch.zeros(2)).sum().backward(); print(zero.grad)
try: torch.einsum("ij,jk", torch.ones(2), torch.ones(2))
except RuntimeError as e: print(e)
#: variables and typed tensors
import numpy as np
import torch
from torch.autograd import Variable
v = Variable(torch.FloatTensor([1, 2, 3]), requires_grad=True); (v * v).mean().backward(); print(v, v.grad.data, isinstance(v, Variable), isinstance(3, Variable), Variable)
w = Variable(v * 2); print(w, w.is_leaf, Variable(v).data_ptr() == v.data_ptr(), Variable(torch.ones(1), True))
try: Variable([1.0])
except TypeError as e: print(e)
print(isinstance(v, torch.FloatTensor), isinstance(v, torch.DoubleTensor), isinstance(v.long(), (int, torch.LongTensor)), isinstance(1, torch.LongTensor), torch.FloatTensor)
print(torch.FloatTensor(2, 3).shape, torch.DoubleTensor([1, 2]), torch.ByteTensor([1]), torch.FloatTensor().shape, v.type(torch.DoubleTensor).dtype, v.type())
print(torch.Tensor(np.array([1.5, 2.5])), torch.Tensor(np.arange(3)), torch.FloatTensor(np.ones(2)), torch.LongTensor(np.array([1, 2])), torch.Tensor([1, 2]), torch.Tensor(2, 3).shape)
#: warnings kept
import warnings
with warnings.catch_warnings(record=True) as kept:
    warnings.simplefilter("always")
    warnings.warn("careful", UserWarning); warnings.warn("older", category=DeprecationWarning); warnings.warn(RuntimeWarning("made"))
    print(len(kept), [w.category.__name__ for w in kept], str(kept[0].message), repr(kept[-1].message))
with warnings.catch_warnings(record=True) as none:
    warnings.simplefilter("ignore"); warnings.warn("unseen")
print(none)
with warnings.catch_warnings():
    warnings.simplefilter("error")
    try: warnings.warn("stop here", UserWarning)
    except UserWarning as e: print(type(e).__name__, e)
    class Mine(UserWarning): pass
    try: warnings.warn("my own", Mine)
    except Mine as e: print(type(e).__name__, e)
with warnings.catch_warnings(record=True) as kept:
    warnings.simplefilter("always"); warnings.filterwarnings("ignore", category=DeprecationWarning); warnings.filterwarnings("ignore", message="x")
    warnings.filterwarnings("error", category=RuntimeWarning)
    warnings.warn("d", DeprecationWarning); warnings.warn("y", UserWarning); warnings.warn("xx"); warnings.simplefilter(action="ignore", category=FutureWarning)
    try: warnings.warn("raised", RuntimeWarning)
    except RuntimeWarning as e: print(e, [str(one.message) for one in kept])
try: warnings.warn("a", 3)
except TypeError as e: print(e)
with warnings.catch_warnings(record=True) as kept:
    warnings.simplefilter("always")
    import numpy as np
    with warnings.catch_warnings(): warnings.simplefilter("ignore"); print(np.log(np.array([0.0])))
    print(np.array([1.0]) / 0, kept[0].message, kept[0].category)
from collections import Counter, namedtuple
from typing import NamedTuple
class Layer(NamedTuple):
    name: str
    size: int = 2
print(+Counter(a=1, b=-1, c=0), -Counter(a=1, b=-2), Layer._field_defaults, namedtuple("P", "a b", defaults=[1])._field_defaults)
#: datasets one after another
import torch
from torch.utils.data import ConcatDataset, DataLoader, Dataset, Subset, TensorDataset
def attempt(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
class Tens(Dataset):
    def __init__(self, n): self.n = n
    def __len__(self): return self.n
    def __getitem__(self, i):
        if i >= self.n: raise IndexError("over")
        return i * 10, "s"
c = ConcatDataset([Tens(2), Tens(3)])
print(len(c), c[0], c[2], c[4], c[-1], c[-5], c.cumulative_sizes, len(c.datasets), type(c).__name__, isinstance(c, Dataset))
attempt(lambda: c[5]); attempt(lambda: c[-6]); attempt(lambda: ConcatDataset([])); attempt(lambda: ConcatDataset()); attempt(lambda: ConcatDataset(5)); attempt(lambda: Subset(c, [1, 2])[-1]); attempt(lambda: Subset(c, [1, 2])[-3])
print(list(DataLoader(c, batch_size=2)))
t = TensorDataset(torch.arange(3), torch.ones(3)); k = t + t
print(len(k), k[4], type(k).__name__, len(Tens(1) + Tens(2)), (Tens(1) + t)[1], ConcatDataset([t, Subset(t, [2])])[3])
#: functions of elements as objects, places of an array
import sys
import numpy as np
def attempt(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
m = np.array([[1., 5.], [3., 2.]])
print(np.exp, type(np.exp), np.add.__name__, repr(np.maximum), callable(np.exp), isinstance(np.exp, np.ufunc), np.exp.nin, np.add.nin, np.add.nout, [f.__name__ for f in (np.tanh, np.sqrt)])
print(np.maximum.reduce([1, 5, 2]), np.add.reduce(m), np.add.reduce(m, axis=1), np.multiply.reduce(m, axis=None), np.minimum.reduce(m, 1, keepdims=True), np.logical_and.reduce([True, False]), np.logical_or.reduce(m > 4, axis=1))
print(np.add.accumulate([1, 2, 3]), np.multiply.accumulate(m), np.maximum.accumulate([1, 3, 2]), np.minimum.accumulate(m, axis=1), np.add.outer([1, 2], [10, 20]), np.multiply.outer(np.arange(3), m).shape)
attempt(lambda: np.exp.reduce([1.])); attempt(lambda: np.exp.foo)
print(list(np.ndindex(2, 2)), list(np.ndindex((1, 2))), list(np.ndindex(3)), list(np.ndindex()), list(np.ndindex(0, 2)), len([*np.ndindex(m.shape)]))
gradient = np.zeros_like(m)
for i in np.ndindex(*m.shape):
    up, down = m.copy(), m.copy(); up[i] += 1e-5; down[i] -= 1e-5
    gradient[i] = (np.tanh(up).sum() - np.tanh(down).sum()) / 2e-5
print(np.allclose(gradient, 1 - np.tanh(m) ** 2), gradient.shape)
try: 1 / 0
except ZeroDivisionError: kind, value, _ = sys.exc_info(); print(kind, value)
print(sys.exc_info())
#: arrays beside tensors
import numpy as np
import torch
t = torch.tensor([1.0, 2.0]); v = np.array([1.0, 3.0])
print(v / t, v.astype(np.float32) / t, np.array([True, False]) / t, np.array([2, 4]) / t, v / torch.tensor([2.0]))
for f in (lambda: v * t, lambda: v + t, lambda: v - t, lambda: v @ t):
    try: f()
    except TypeError as e: print(e)
for other in (np.array(2.0), np.array(2), np.array([2, 4]), np.array(True), np.array([2.0, 4.0], dtype=np.float32), np.float64(2), np.int64(3)):
    print(t * other, t + other, t - other, t / other, t ** other, sep=", ")
print(np.array(2.0) / t, np.array(3) / t, torch.tensor([1, 2]) * np.array([0.5, 1.5]), torch.tensor([1, 2]) + np.array(3), torch.tensor(2.0) * np.array([1.0, 2.0]))
print(hasattr(np, "tanh"), hasattr(np, "nope"))
#: functions of functions: grad, vmap, jacrev and the like
import torch
from torch.func import grad, vmap, jacrev, hessian, vjp, jvp, grad_and_value, functional_call, stack_module_state, jacfwd
f = lambda x: torch.tanh(x)
print(grad(f)(torch.tensor(0.5)))
print(vmap(grad(f))(torch.linspace(-2, 2, 5)))
print(vmap(grad(grad(f)))(torch.linspace(-2, 2, 5)))
print(jacrev(torch.sigmoid)(torch.tensor([0., 1.])))
print(hessian(lambda x: (x ** 3).sum())(torch.tensor([1., 2.])))
g, v = grad_and_value(lambda x, y: (x * y).sum(), argnums=(0, 1))(torch.tensor([1., 2.]), torch.tensor([3., 4.]))
print(g, v)
out, back = vjp(torch.sin, torch.tensor([0., 1.]))
print(out, back(torch.ones(2)))
print(jvp(torch.sin, (torch.tensor([0., 1.]),), (torch.tensor([1., 2.]),)))
torch.manual_seed(0)
m = torch.nn.Linear(3, 2)
params = dict(m.named_parameters())
x = torch.randn(4, 3)
print(functional_call(m, params, (x,)))
def loss(p, xi, yi):
    return ((functional_call(m, p, (xi,)) - yi) ** 2).mean()
y = torch.randn(4, 2)
per = vmap(grad(loss), in_dims=(None, 0, 0))(params, x, y)
print({k: v.shape for k, v in per.items()})
print(per["weight"].mean(0))
print(vmap(torch.dot)(x, x), torch.vmap(lambda a, b: a * b, in_dims=(0, None))(x, x[0]))
print(vmap(lambda a: (a.sum(), a * 2), out_dims=(0, 1))(x))
models = [torch.nn.Linear(3, 1) for _ in range(2)]
p, b = stack_module_state(models)
print(p["weight"].shape, b)
def call(p, b, x):
    return functional_call(models[0], (p, b), (x,))
print(vmap(call, in_dims=(0, 0, None))(p, b, x).shape)
print(jacfwd(lambda x: torch.softmax(x, 0))(torch.tensor([1., 2., 3.])))
for bad in (lambda: grad(lambda x: x * 2)(torch.ones(2)), lambda: vmap(torch.dot)(torch.ones(2, 3), torch.ones(3, 3)), lambda: vmap(f)(), lambda: vmap(f, in_dims=3)(torch.ones(2)),
            lambda: vmap(lambda x: 3)(torch.ones(2)), lambda: grad(lambda x: 3.)(torch.ones(())), lambda: vmap(f, in_dims=(0, 0))(torch.ones(3)), lambda: vmap(f)(3.)):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
w = torch.tensor(2., requires_grad=True)
r = grad(lambda x: w * x ** 2)(torch.tensor(3.))
print(r)
print(grad(lambda x: torch.relu(x).sum())(torch.tensor([-1., 2.])))
print(grad(lambda d: (d["a"] * d["b"]).sum())({"a": torch.ones(2), "b": torch.full((2,), 3.)}))
#: products of slopes and vectors
import torch
from torch.autograd.functional import vjp, jvp, hvp, vhp, jacobian, hessian
x = torch.tensor([1., 2.])
print(vjp(lambda x: torch.sin(x), x, torch.tensor([1., 2.])))
print(vjp(lambda x: x.sum(), x))
print(jvp(lambda x: x ** 2, x, torch.ones(2)))
print(jvp(lambda a, b: (a * b, a.sum()), (x, x + 1), (torch.ones(2), torch.ones(2))))
print(hvp(lambda x: (x ** 3).sum(), x, torch.ones(2)))
print(vhp(lambda x: torch.exp(x).sum(), x, torch.ones(2)))
print(hvp(lambda a, b: (a * b * a).sum(), (x, x), (torch.ones(2), torch.ones(2))))
print(jvp(torch.relu, torch.tensor([-1., 2.]), torch.ones(2)))
for bad in (lambda: vjp(torch.sin, x), lambda: vjp(torch.sin, x, torch.ones(3)), lambda: hvp(torch.sin, x, torch.ones(2)), lambda: jvp(torch.sin, x), lambda: jvp(torch.sin, x, (x, x)), lambda: jvp(torch.sin, 3)):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
print(vjp(torch.sigmoid, x, torch.ones(2), create_graph=True))
#: distributions and special functions
import torch
from torch.distributions import Normal, Uniform, Bernoulli, Categorical, kl_divergence
import torch.distributions as D
import math
n = Normal(0., 1.)
x = torch.linspace(-3, 3, 7)
print(n, n.mean, n.stddev, n.variance)
print(n.cdf(x)); print(n.log_prob(x)); print(n.log_prob(x).exp()); print(n.entropy())
print(n.icdf(torch.tensor([0.025, 0.5, 0.975])))
print(x * n.cdf(x))
torch.manual_seed(0)
print(n.sample(), n.sample((3,)), n.sample(torch.Size([2, 2])))
m = Normal(torch.tensor([0., 1.]), torch.tensor([1., 2.]))
print(m, m.batch_shape, m.event_shape, m.sample((2,)), m.log_prob(torch.tensor([0., 0.])))
mu = torch.tensor(1., requires_grad=True); s = torch.tensor(2., requires_grad=True)
z = Normal(mu, s).rsample((4,))
print(z); z.sum().backward(); print(mu.grad, s.grad)
u = Uniform(0., 4.); print(u, u.mean, u.variance, u.sample((3,)), u.log_prob(torch.tensor([1., 2.])), u.cdf(torch.tensor(1.)), u.entropy())
b = Bernoulli(torch.tensor([0.2, 0.7])); print(b, b.sample((5,)), b.log_prob(torch.tensor([1., 0.])), b.mean, b.variance, b.entropy(), b)
b = Bernoulli(logits=torch.tensor(0.)); print(b, b.probs)
c = Categorical(torch.tensor([1., 1., 2.])); print(c, c.probs, c.logits, c.sample((6,)), c.log_prob(torch.tensor(2)), c.entropy(), c)
c = Categorical(logits=torch.tensor([[1., 2., 3.], [0., 0., 0.]])); print(c, c.probs, c.sample(), c.sample((2,)), c.log_prob(torch.tensor([1, 2])), c.entropy(), c.mode)
print(kl_divergence(Normal(0., 1.), Normal(1., 2.)), kl_divergence(c, Categorical(logits=torch.zeros(2, 3))))
for bad in (lambda: Normal(0., -1.), lambda: n.log_prob(1.), lambda: Categorical(), lambda: Bernoulli(1.5), lambda: Categorical(torch.tensor(1.)), lambda: b.log_prob(torch.tensor(0.5)), lambda: m.log_prob(torch.zeros(3)), lambda: Uniform(2., 1.), lambda: Normal(0.), lambda: c.log_prob(torch.tensor([5, 1]))):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
print(torch.special.expit(x), torch.special.ndtr(x), torch.special.entr(torch.tensor([0., .5, 1., -1.])), torch.special.xlogy(torch.tensor(2.), torch.tensor(3.)))
print(torch.erfinv(torch.tensor([-.99, -.5, 0., .3, .9, 1., -1., 2.])), torch.special.softmax(x, dim=0), torch.special.log_softmax(x, 0))
y = torch.tensor([.3, .8], requires_grad=True); torch.special.entr(y).sum().backward(); print(y.grad); y.grad = None; torch.erfinv(y).sum().backward(); print(y.grad)
print(torch.special.ndtr(y), torch.special.xlog1py(torch.tensor([0., 2.]), torch.tensor([3., 1.])))
print(isinstance(n, D.Normal), isinstance(n, D.Distribution), type(n), type(n).__name__)
#: assert_close
import torch
from torch.testing import assert_close
a = torch.tensor([1., 2., 3.])
print(assert_close(a, a + 1e-7))
def t(*p, **k):
    try:
        assert_close(*p, **k); print("ok")
    except Exception as e:
        print(type(e).__name__, str(e))
t(a, torch.tensor([1., 2., 4.]))
t(a, torch.tensor([1., 2.5, 4.]), rtol=1e-3, atol=1e-3)
t(a, torch.tensor([1., 2.]))
t(a, a.double())
t(a, a.double(), check_dtype=False)
t(a, a.double() + 1, check_dtype=False)
t(torch.tensor(1.), torch.tensor(2.))
t(1.0, 2.0); t(1, 2); t(1, 2.0); t(1.0, 1.0 + 1e-9); t(True, False); t(None, 3); t("a", "a")
t([a, a], [a, a + 1]); t({"x": a}, {"x": a + 1}); t({"x": a}, {"y": a}); t([a], [a, a])
t(torch.tensor([1, 2]), torch.tensor([1, 5])); t(torch.tensor([True]), torch.tensor([False]))
t(torch.tensor([float("nan")]), torch.tensor([float("nan")])); t(torch.tensor([float("nan")]), torch.tensor([float("nan")]), equal_nan=True)
t(a, a + 1, msg="not the same"); t(a, a + 1, msg=lambda m: "Header\n" + m)
t(a, a + 1, rtol=0, atol=0); t(a, a, rtol=1e-3); t(torch.zeros(2, 3), torch.ones(2, 3)); t(a.requires_grad_(), a.detach() + 1)
t(a, 1.0)
#: slopes by differences, areas, ranks, arrangements, padding
import torch, torch.nn as nn, torch.nn.functional as F
y = torch.tensor([1., 4., 9., 16., 25.])
x = torch.tensor([0., 1., 3., 4., 6.])
m = torch.arange(12.).reshape(3, 4)
print(torch.gradient(y)); print(torch.gradient(y, spacing=0.5)); print(torch.gradient(y, spacing=(x,))); print(torch.gradient(y, edge_order=2))
print(torch.gradient(m)); print(torch.gradient(m, dim=1, spacing=2.)); print(torch.gradient(m, dim=(0, 1)))
print(torch.trapezoid(y), torch.trapezoid(y, x), torch.trapz(y, dx=.5), torch.trapezoid(m), torch.trapezoid(m, dim=0), torch.trapezoid(m, torch.tensor([0., 1., 3., 4.])))
print(torch.cumulative_trapezoid(y), torch.cumulative_trapezoid(y, x), torch.cumulative_trapezoid(m, dim=0))
print(torch.kthvalue(y, 2), m.kthvalue(1, dim=0, keepdim=True)); print(torch.mode(torch.tensor([[1, 2, 2, 3], [4, 4, 5, 5]])), torch.tensor([3., 1., 3.]).mode())
print(torch.nanmedian(torch.tensor([3., float("nan"), 1.])), torch.nanmedian(torch.tensor([[3., float("nan"), 1.], [float("nan")] * 3]), dim=1), torch.msort(torch.tensor([[3, 1], [1, 2]])))
print(torch.rot90(m), m.rot90(-1), torch.rot90(m, 2, [0, 1]), torch.rot90(m, 3)); print(torch.kron(torch.eye(2), torch.ones(2, 2)), torch.kron(y[:2], m))
print(torch.block_diag(torch.ones(2, 2), torch.tensor([1., 2.]), torch.tensor(5.)), torch.diagflat(torch.tensor([[1., 2.], [3., 4.]])), torch.diagflat(torch.tensor([1, 2]), 1))
print(torch.vander(torch.tensor([1, 2, 3])), torch.vander(y[:3], N=4, increasing=True), torch.combinations(torch.tensor([1, 2, 3])), torch.combinations(torch.tensor([1, 2]), r=3, with_replacement=True))
print(torch.tril_indices(3, 3), torch.triu_indices(3, 4, 1)); print(F.pad(m, (1, 2)), F.pad(m, (1, 0, 0, 1), value=9.), F.pad(m, (-1, 0)), F.pad(m, (1, 1), "constant", 5))
print(nn.ZeroPad2d(1), nn.ZeroPad2d((1, 2, 0, 1))(m[None]), nn.ConstantPad1d(2, 3.5), nn.ConstantPad1d((1, 0), 3.5)(m))
w = m.clone().requires_grad_()
for f in (lambda: F.pad(w, (1, -1)), lambda: torch.rot90(w), lambda: torch.kron(w, torch.ones(2, 1)), lambda: torch.trapezoid(w), lambda: torch.gradient(w)[0], lambda: torch.diagflat(w), lambda: w.kthvalue(2)[0], lambda: w.mode()[0], lambda: torch.nanmedian(w), lambda: torch.block_diag(w, w), lambda: torch.combinations(w[0]), lambda: torch.cumulative_trapezoid(w), lambda: torch.msort(w), lambda: torch.rot90(w, 2), lambda: torch.rot90(w, 3), lambda: torch.rot90(w, 0)):
    w.grad = None
    o = f(); print(o.shape, o.grad_fn.name()); (o * torch.arange(float(o.numel())).reshape(o.shape)).sum().backward(); print(w.grad)
for bad in (lambda: torch.gradient(y[:1]), lambda: torch.kthvalue(y, 9), lambda: F.pad(m, (1,)), lambda: F.pad(m, (1,) * 6), lambda: F.pad(m, (-3, -3)), lambda: torch.rot90(y), lambda: torch.combinations(m), lambda: torch.gradient(y, edge_order=3), lambda: torch.gradient(m, spacing=[1., 2., 3.]), lambda: torch.vander(m), lambda: torch.rot90(m, 1, [0, 0])):
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
#: group and root mean square norms, alpha dropout, parameters by names, Rprop
import torch, torch.nn as nn, torch.nn.functional as F
torch.manual_seed(0)
x = torch.randn(4, 6)
for m in (nn.RMSNorm(6), nn.RMSNorm(6, eps=1e-5), nn.RMSNorm((6,), elementwise_affine=False), nn.GroupNorm(2, 6), nn.GroupNorm(3, 6, affine=False), nn.AlphaDropout(0.3), nn.Unflatten(1, (2, 3))):
    print(m, m(x), [n for n, _ in m.named_parameters()])
print(nn.GroupNorm(2, 4)(torch.randn(2, 4, 3)))
print(nn.AlphaDropout(0.5).eval()(x).equal(x), F.alpha_dropout(x, 0.2, training=True), F.alpha_dropout(x).equal(x))
w = x.clone().requires_grad_()
for f in (lambda: F.rms_norm(w, (6,)), lambda: F.group_norm(w, 2), lambda: F.alpha_dropout(w, 0.5, True), lambda: nn.Unflatten(1, (3, 2))(w)):
    w.grad = None; o = f(); print(o.grad_fn.name()); (o * torch.arange(24.).reshape(o.shape)).sum().backward(); print(w.grad)
big = F.alpha_dropout(torch.randn(10000), 0.5, True); print(big.mean(), big.std())
d = nn.ParameterDict({"a": nn.Parameter(torch.ones(2)), "b": torch.zeros(2, 3)})
print(d, len(d), list(d.keys()), "a" in d, d["a"], [n for n, _ in d.named_parameters()])
d["c"] = nn.Parameter(torch.tensor(1.)); d.update({"e": nn.Parameter(torch.ones(1))}); print(d); del d["a"]; print(list(d.items())[0][0], d.pop("b").shape, d)
class M(nn.Module):
    def __init__(self):
        super().__init__()
        self.p = nn.ParameterDict({"w": nn.Parameter(torch.randn(2))})
        self.l = nn.ParameterList([nn.Parameter(torch.ones(i + 1)) for i in range(2)])
    def forward(self, x): return x * self.p["w"] + self.l[1]
m = M(); print(m, m(torch.ones(2)), m.state_dict().keys(), len(m.l), m.l[0])
for bad in (lambda: nn.GroupNorm(4, 6), lambda: F.group_norm(x, 5), lambda: F.rms_norm(x, (5,)), lambda: nn.AlphaDropout(2), lambda: d["zz"], lambda: nn.Unflatten(1, 3), lambda: nn.Unflatten(1, (4, 2))(x), lambda: d(3), lambda: nn.RMSNorm(5)(x)):
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
p = [torch.tensor([1., -2., 3.], requires_grad=True)]
o = torch.optim.Rprop(p, lr=0.1); print(o)
for i in range(6):
    o.zero_grad(); ((p[0] - torch.tensor([0.5, 0.5, 0.5])) ** 2).sum().backward(); o.step(); print(p[0].detach(), o.state[p[0]]["step_size"])
for bad in (lambda: torch.optim.Rprop(p, lr=-1), lambda: torch.optim.Rprop(p, etas=(1.5, 2))):
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
#: the state of the random numbers, functions on each element
import torch
torch.manual_seed(0)
s = torch.get_rng_state(); print(s.shape, s.dtype, s[:40].tolist(), int(s.sum()))
a = torch.rand(3); b = torch.randn(3); s2 = torch.get_rng_state(); print(int(s2.long().sum()), s2[5016:].tolist())
torch.set_rng_state(s); print(torch.equal(torch.rand(3), a), torch.equal(torch.randn(3), b), torch.randn(2))
torch.set_rng_state(s2); print(torch.randn(2), torch.rand(700).sum())
s3 = torch.random.get_rng_state(); print(int(s3.long().sum()))
with torch.random.fork_rng():
    torch.manual_seed(3); print(torch.rand(2))
print(torch.rand(2))
torch.manual_seed(0); torch.rand(624); print(torch.get_rng_state()[:24].tolist(), torch.rand(1))
print(torch.randint_like(torch.zeros(3), 10), torch.randint_like(torch.zeros(2, 2, dtype=torch.int64), 5, 9))
print(torch.asarray([1., 2.]), torch.asarray([1, 2]), torch.scalar_tensor(3.), torch.scalar_tensor(2, dtype=torch.int64))
x = torch.tensor([1., -2., 3.]); print(x.apply_(lambda v: max(v, 0.0)), x); print(x.map_(torch.tensor([1., 2., 3.]), lambda a, b: a * b), torch.tensor([1, 2]).apply_(lambda v: v * 2))
for bad in (lambda: torch.set_rng_state(torch.zeros(3)), lambda: torch.ones(2, requires_grad=True).apply_(abs), lambda: torch.set_rng_state(3)):
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
torch.set_float32_matmul_precision("high"); torch.use_deterministic_algorithms(True); print(torch.get_default_device())
#: views that tensors take of themselves
import torch
x = torch.arange(6.).reshape(2, 3)
print(x.unsqueeze_(0).shape, x.shape, x._version); print(x.squeeze_().shape, x.t_(), x); x.transpose_(0, 1); print(x, x.stride(), x._version)
y = torch.zeros(1, 2, 1); y.squeeze_(0); print(y.shape); y.squeeze_(-1); print(y.shape)
w = torch.tensor([1., 2.], requires_grad=True)
h = w * 2
h.unsqueeze_(0); print(h, h.shape); (h * torch.tensor([[3., 4.]])).sum().backward(); print(w.grad)
h = (w * 3).unsqueeze_(1); h.add_(1); h.t_(); print(h); h.sum().backward(); print(w.grad)
try: w.unsqueeze_(0)
except RuntimeError as e: print(e)
try: x.squeeze_(7)
except IndexError as e: print(e)
v = x.view(-1) if x.is_contiguous() else x.reshape(-1); z = torch.ones(2, 3); u = z[0]; u.unsqueeze_(0); u += 1; print(z, u)
h = (w * 2).reshape(1, 2, 1); print(h.squeeze_(0).grad_fn.name(), h.squeeze_().grad_fn.name()); h = (w * 2).reshape(1, 2, 1); print(h.squeeze_((0, 2)).grad_fn.name(), h.unsqueeze_(0).swapaxes_(0, 1).grad_fn.name())
#: modules that hold none, sums of containers
import copy
import torch
from torch import nn
def attempt(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.first = nn.Linear(1, 1)
        self.down = None
        self.register_module("skip", None)
        self.norm = nn.ReLU()
        self.norm = None
n = Net()
print(n, n._modules, list(n.named_children()), [name for name, _ in n.named_modules()], copy.deepcopy(n), sep="\n")
attempt(lambda: setattr(n, "norm", 3))
n.skip = nn.Tanh(); n.norm = nn.ELU(); print(n)
n.first = None; print(n, sum(p.numel() for p in n.parameters()), list(n.state_dict()))
missing, unexpected = nn.Linear(1, 1).load_state_dict({"other": torch.ones(1)}, strict=False)
print(missing, unexpected)
r = nn.Linear(1, 1).load_state_dict({}, strict=False); print(r, type(r), len(r), r[0], isinstance(r, tuple))
print(nn.Linear(1, 1).load_state_dict({"weight": torch.ones(1, 1), "bias": torch.ones(1)}))
s = nn.Sequential(nn.Linear(2, 2)); same = s
s += nn.Sequential(nn.ReLU()); s *= 2; print(s, s is same, list(s.state_dict()))
print(s[:1] + nn.Sequential(nn.Tanh(), nn.ELU()), nn.Sequential(nn.Tanh()) * 2, 3 * nn.Sequential(nn.ReLU()))
for f in [lambda: s + [nn.ReLU()], lambda: s * 0, lambda: s * 1.5, lambda: s + nn.ReLU()]: attempt(f)
l = nn.ModuleList([nn.Tanh()]); k = l
l += (nn.ReLU() for _ in range(2)); print(k, l is k, l + nn.ModuleList([nn.ELU()]), l + [nn.Linear(1, 1)])
#: classes imported from where PyTorch writes them
from torch.nn.parameter import Parameter
from torch.nn.modules.activation import ReLU, Tanh as T
from torch.nn.modules.module import Module
from torch.nn.modules import Linear, Module as M, activation
from torch.nn.modules.loss import CrossEntropyLoss
from torch.optim.optimizer import Optimizer
from torch.optim.sgd import SGD
from torch.utils.data.dataset import Dataset, random_split
from torch.utils.data.dataloader import DataLoader
from torch.autograd.function import Function
from torch.autograd.variable import Variable
import torch.nn.modules.activation as A
import torch
print(Parameter, ReLU, T, Module is M, Linear, activation.GELU is torch.nn.GELU, CrossEntropyLoss(), SGD, Optimizer, A.ELU(), torch.nn.modules.linear.Linear(1, 2), Function, Dataset, DataLoader)
class Soft(Module):
    def __init__(self): super().__init__(); self.a = Parameter(torch.tensor(1.))
print(Soft().a, hasattr(torch.nn, "foo"), hasattr(torch.nn, "parameter"))
try: from torch.nn.modules.activation import Linear
except ImportError as e: print(type(e).__name__)
try: import torch.nn.foo
except ImportError as e: print(type(e).__name__, e)
#: samplers, and orders of a program's own
import torch
from torch.utils.data import DataLoader
class S:
    def __init__(self, n): self.n = n
    def __iter__(self): return iter(range(self.n - 1, -1, -1))
    def __len__(self): return self.n
class G:
    def __iter__(self):
        yield 2
        yield 0
ds = [10, 20, 30, 40]
def t(**k):
    try: dl = DataLoader(ds, **k); print([b.tolist() if torch.is_tensor(b) else b for b in dl], end=" "); print(len(dl))
    except Exception as e: print(type(e).__name__, e)
t(sampler=S(4), batch_size=2); t(sampler=G(), batch_size=2); t(sampler=[3, 1]); t(sampler=torch.tensor([2, 1]), batch_size=2); t(batch_sampler=[[0, 1], [2]]); t(sampler=range(3), batch_size=2, drop_last=True); t(batch_sampler=[[0]], batch_size=2); t(batch_sampler=[[0]], shuffle=True); t(sampler=(i for i in (1, 2)), batch_size=2)
dl = DataLoader(ds, batch_size=2, shuffle=True)
print(type(dl.sampler).__name__, type(dl.batch_sampler).__name__, dl.batch_size, dl.drop_last, dl.num_workers, dl.collate_fn.__name__, dl.pin_memory)
from torch.utils.data import *
from torch.utils.data.sampler import SubsetRandomSampler as SRS, Sampler as SS
print(SS is Sampler, RandomSampler, RandomSampler(ds).num_samples, list(SequentialSampler(ds)), list(BatchSampler(SequentialSampler(range(7)), 3, False)), list(BatchSampler(range(7), batch_size=3, drop_last=True)))
torch.manual_seed(0)
print(list(RandomSampler(range(5))), list(RandomSampler(ds, replacement=True, num_samples=40)), list(RandomSampler(ds, num_samples=6)), list(RandomSampler(ds, True)), list(SRS([7, 8, 9])), list(SRS(torch.tensor([7, 8]))), list(WeightedRandomSampler([.1, .9, .5], 6)), list(WeightedRandomSampler(torch.tensor([.1, .9, .5]), 3, replacement=False)))
g = torch.Generator().manual_seed(3)
print(list(RandomSampler(range(5), generator=g)), list(SRS(range(4), generator=g)), torch.rand(1, generator=g), torch.rand(1))
idx = list(range(10)); tr, va = SRS(idx[:7]), SRS(idx[7:])
x = torch.arange(10.); tds = TensorDataset(x, x * 2)
for sam in (tr, va):
    dl = DataLoader(tds, batch_size=3, sampler=sam); print(len(dl), [b[0].tolist() for b in dl], len(dl.sampler), type(dl.sampler).__name__)
ws = WeightedRandomSampler([1.] * 5 + [9.] * 5, num_samples=10, replacement=True); print([b[0].tolist() for b in DataLoader(tds, 5, sampler=ws)], len(ws), ws.weights[:2])
print([b[0].tolist() for b in DataLoader(tds, batch_sampler=BatchSampler(RandomSampler(tds), 4, True))])
class Every(Sampler):
    def __init__(self, data, k): self.n, self.k = len(data), k
    def __iter__(self): return iter(range(0, self.n, self.k))
    def __len__(self): return -(-self.n // self.k)
e = Every(ds, 3); print(len(e), list(e), [b.tolist() for b in DataLoader(ds, sampler=e, batch_size=2)], isinstance(e, Sampler), len(DataLoader(ds, sampler=e)))
class Balanced(Sampler):
    def __init__(self, labels):
        super().__init__()
        self.labels = labels
    def __iter__(self):
        for c in (1, 0):
            yield from (i for i, l in enumerate(self.labels) if l == c)
print([b for b in DataLoader(list("abcd"), batch_size=2, sampler=Balanced([0, 1, 0, 1]))])
for f in [lambda: RandomSampler([]), lambda: RandomSampler(ds, replacement=1), lambda: WeightedRandomSampler([1.], 0), lambda: WeightedRandomSampler([[1.]], 2), lambda: BatchSampler(ds, 0, False), lambda: BatchSampler(ds, 2, 1), lambda: list(Sampler()), lambda: DataLoader(ds, batch_size=None, drop_last=True), lambda: DataLoader(ds, batch_size=0), lambda: DataLoader(ds, batch_size=2.5), lambda: DataLoader([], shuffle=True), lambda: list(DataLoader(ds, sampler=[9])), lambda: RandomSampler(), lambda: DataLoader(ds, drop_last=1)]:
    try: print(f())
    except Exception as ex: print(type(ex).__name__, ex)
#: a program that says what it is
"""A program with a docstring.

Of two lines."""
print(__doc__, __name__)
def f():
    """Of f."""
print(f.__doc__)
#: arrays written by a program's own functions
import numpy as np
np.set_printoptions(formatter={"float": "{:6.2f}".format}); print(np.array([1, 2.345]), np.array([1, 2]), repr(np.array([[.5, 1]])), np.array([True]), np.float64(1.5), np.array(2.5))
np.set_printoptions(precision=3); print(np.array([1, 2.34567]))
np.set_printoptions(formatter={"all": lambda x: f"<{x}>"}); print(np.array([1.5, 2]), np.arange(3), np.array([True, False])); np.set_printoptions(formatter=None); print(np.arange(2))
with np.printoptions(formatter={"int_kind": lambda i: f"#{i}", "float_kind": lambda v: "%.1f" % v}): print(np.arange(3), np.ones((2, 2)), np.ones(1, dtype=np.float32))
print(np.arange(3), np.array2string(np.array([1.234, 5.6]), formatter={"float_kind": lambda x: "%.2f" % x}), np.array2string(np.arange(25.), formatter={"float": lambda x: f"{x:05.1f}"}, separator=", "))
np.set_printoptions(formatter={"float": lambda x: f"{x:.1e}"}, suppress=True); print(np.array([[1.0, 20.0], [300.0, 4.0]]), np.linspace(0, 1, 5)[None])
#: gradients of parameters(), methods found on classes
import torch, torch.nn as nn
torch.manual_seed(0)
m = nn.Linear(2, 1); x = torch.ones(1, 2)
print(torch.autograd.grad(m(x).sum(), m.parameters()))
print(torch.autograd.grad(m(x).sum(), list(m.parameters())), torch.autograd.grad(m(x).sum(), [m.weight]), torch.autograd.grad((m(x).sum(), m(x * 2).sum()), (p for p in m.parameters())))
fast = [p - .1 * g for p, g in zip(m.parameters(), torch.autograd.grad(m(x).pow(2).sum(), m.parameters(), create_graph=True))]; print(fast)
w = {n: p for n, p in m.named_parameters()}; print(torch.autograd.grad(m(x).sum(), w.values()))
for f in [lambda: torch.autograd.grad(m(x).sum(), 3), lambda: torch.autograd.grad(3, m.parameters()), lambda: torch.autograd.grad(m(x).sum(), [x]), lambda: torch.autograd.grad(m(x).sum(), [])]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
torch.autograd.backward([m(x).sum(), m(x).sum()]); print(m.weight.grad); torch.autograd.backward(m(x)); print(m.bias.grad)
print(nn.ReLU.forward(nn.ReLU(), torch.tensor([-1., 2.])), nn.Linear.forward(m, x))
class A(nn.Linear):
    def forward(self, x): return nn.Linear.forward(self, x) * 2
print(A(2, 1)(x).shape, nn.Module.train(m, False).training, nn.Sequential.forward(nn.Sequential(nn.Tanh()), torch.zeros(1)))
#: backward into some inputs alone
import torch
a = torch.ones(2, requires_grad=True)
b = torch.tensor([2., 3.], requires_grad=True)
c = a * b
d = (c * c).sum()
d.backward(inputs=[a], retain_graph=True)
print(a.grad, b.grad)
d.backward(inputs=b, retain_graph=True)
d.backward(inputs=[a, c], retain_graph=True)
print(a.grad, b.grad, c.grad)
torch.autograd.backward([d], inputs=(a, b), retain_graph=True)
print(a.grad, b.grad)
for inputs in ([], [torch.ones(1)], [torch.ones(1, requires_grad=True)], 5, ['x']):
    try: print(d.backward(inputs=inputs, retain_graph=True))
    except Exception as e: print(type(e).__name__, e)
x = torch.tensor(2., requires_grad=True)
x.backward(inputs=[x])
print(x.grad)
#: what functions of PyTorch say of themselves
import torch
import torch.nn as nn
import torch.nn.functional as F
for name in 'relu_ elu_ prelu gelu linear logsigmoid softplus relu softmax threshold'.split():
    f = getattr(F, name)
    print(name, f.__name__, f.__qualname__, f.__module__, type(f).__name__, repr(f).split(' at ')[0])
for name in 'relu cat tensor add where einsum'.split():
    f = getattr(torch, name)
    print(name, f.__name__, f.__qualname__, f.__module__, type(f).__name__)
print(F.gelu, type(torch.ones(1).backward), type(torch.ones(1).sum))
for f in (lambda: F.relu.foo, lambda: torch.relu(**5), lambda: nn.Linear(**5), lambda: F.relu(torch.ones(1), **{'a': 1}, a=2), lambda: nn.ReLU()(*5)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print([n for n in dir(F) if n.startswith('relu') and callable(getattr(F, n))], F.__class__)
#: attributes of tensors that are alike for all
import torch
x = torch.ones(2, requires_grad=True)
print(x.layout, type(x.layout), x.layout == torch.strided, torch.zeros(2, layout=torch.strided))
print(x.is_sparse, x.is_quantized, x.is_meta, x.is_mps, x.output_nr, x.unbind()[1].output_nr, x.real is x, (x * 2).real)
for f in (lambda: x.imag, lambda: x.names, lambda: torch.zeros(2, layout=5), lambda: divmod(x, 2)):
    try: print(f())
    except Exception as e: print(type(e).__name__, str(e).split('\n')[0])
t = torch.arange(3)
for f in (lambda: t.requires_grad_(), lambda: setattr(t, 'requires_grad', True)):
    try: print(f())
    except RuntimeError as e: print(e)
wrong = torch.tensor([1., 2.], dtype=torch.double, requires_grad=True)
try: torch.autograd.gradcheck(lambda x: x.detach() * x, (wrong,))
except Exception as e: print(type(e), isinstance(e, RuntimeError), str(e).split('\n')[0])
#: what PyTorch's types are called in errors
import torch
for o in (torch.float32, torch.device('cpu'), torch.Generator(), torch.ones(1).shape, torch.ones(1).max(0), torch.strided, torch.ones(1)):
    for f in (lambda: o.foo, lambda: o(1), lambda: o + None, lambda: o @ 'a', lambda: int(o, 2), lambda: ','.join([o]), lambda: round(o, 'a')):
        try: print(f())
        except Exception as e: print(type(e).__name__, str(e).split('\n')[0])
#: sizes are joined and repeated as sizes
import torch
s = torch.ones(2, 3).shape
for f in (lambda: s + (4,), lambda: (4,) + s, lambda: s + s, lambda: s * 2, lambda: 2 * s, lambda: s + [1], lambda: [1] + s, lambda: s[:1], lambda: s[::-1], lambda: s[0], lambda: s == (2, 3), lambda: (2, 3) == s, lambda: s == [2, 3], lambda: s < (2, 4), lambda: s + ('a',), lambda: s * 'a', lambda: s + 1, lambda: torch.Size([1, 2]), lambda: torch.Size(['a']), lambda: torch.Size(5), lambda: torch.Size(), lambda: s.numel(), lambda: hash(s) == hash((2, 3)), lambda: s.index(3), lambda: s.count(2), lambda: list(s), lambda: tuple(s), lambda: str(s), lambda: f'{s}', lambda: f'{s!r:>25}|', lambda: '%s' % (s,), lambda: '%s %s' % s, lambda: s in [(2, 3)], lambda: {s: 1}[(2, 3)], lambda: len(s), lambda: sum(s), lambda: max(s), lambda: sorted(s), lambda: s.__class__, lambda: isinstance(s, tuple), lambda: type(s + (1,)), lambda: type(s[1:]), lambda: torch.Size((1, 2)) + torch.Size([3]), lambda: s + None, lambda: None + s, lambda: (*s, 5), lambda: s + (1.5,), lambda: [*s], lambda: s.foo, lambda: torch.Size([1.5]), lambda: torch.Size(torch.tensor([1, 2])), lambda: torch.zeros(s), lambda: torch.zeros(*s, 2).shape, lambda: torch.zeros(s + (1,)).shape, lambda: reversed(s) and list(reversed(s)), lambda: s[1:] + s[:1]):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
a, b = s; print(a, b, type(a)); t = s; t += (9,); print(t); t *= 2; print(t)
#: functions of a program's, written and called in many ways
import torch
from torch.autograd import Function
def show(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, str(e)[:200])
x = torch.tensor([1., -2.], requires_grad=True)
class NS(Function):
    def forward(ctx, x):
        ctx.save_for_backward(x)
        return x * 2
    def backward(ctx, g): return g * 3
y = NS.apply(x); print(y); y.sum().backward(); print(x.grad)
class Kw(Function):
    @staticmethod
    def forward(ctx, x, scale=1.0): ctx.scale = scale; return x * scale
    @staticmethod
    def backward(ctx, g): return g * ctx.scale, None
show(lambda: Kw.apply(x, scale=3.0)); show(lambda: Kw.apply(x=x)); show(lambda: Kw.apply(x, 2.)); show(lambda: Kw.apply(x, foo=1))
x.grad = None; show(lambda: Kw.apply(x, scale=3.0).sum().backward()); print(x.grad)
class Mixed(Function):
    @staticmethod
    def forward(ctx, x): return x * 2, 5, 'a', None
    @staticmethod
    def backward(ctx, g, *rest): print(rest); return g
r = Mixed.apply(x); print(r, type(r)); show(lambda: r[0].sum().backward())
class S(Function):
    @staticmethod
    def forward(ctx, x): ctx.save_for_backward([x]); return x * 1
show(lambda: S.apply(x))
class Attrs(Function):
    @staticmethod
    def forward(ctx, x):
        print(type(ctx).__name__, ctx.needs_input_grad, hasattr(ctx, 'saved_tensors'))
        ctx.foo = 3
        return x * 1
    @staticmethod
    def backward(ctx, g):
        print(type(ctx).__name__, ctx.foo, ctx.saved_tensors, ctx.needs_input_grad)
        show(lambda: ctx.bar)
        return g
Attrs.apply(x).sum().backward()
class Same(Function):
    @staticmethod
    def forward(ctx, x): return x
    @staticmethod
    def backward(ctx, g): return g * 5
x.grad = None; s = Same.apply(x); print(s, s is x); s.sum().backward(); print(x.grad)
class Sup(Function):
    @staticmethod
    def forward(ctx, x, w): ctx.save_for_backward(x, w); return (x * w).sum()
    @staticmethod
    def backward(ctx, g):
        x, w = ctx.saved_tensors
        gx = gw = None
        if ctx.needs_input_grad[0]: gx = g * w
        if ctx.needs_input_grad[1]: gw = g * x
        return gx, gw
w = torch.tensor([3., 4.]); x.grad = None; Sup.apply(x, w).backward(); print(x.grad, w.grad)
class SetUp(Function):
    @staticmethod
    def forward(x): return x ** 2
    @staticmethod
    def setup_context(ctx, inputs, output): x, = inputs; ctx.save_for_backward(x)
    @staticmethod
    def backward(ctx, g): x, = ctx.saved_tensors; return 2 * x * g
x.grad = None; SetUp.apply(x).sum().backward(); print(x.grad)
with torch.no_grad(): print(Sup.apply(x, w))
print(Sup.apply(x.detach(), w), NS, NS.__name__)
class NoF(Function): pass
show(lambda: NoF.apply(x))
class W(torch.nn.Module):
    def __init__(self): super().__init__(); self.f = Kw.apply
    def forward(self, x): return self.f(x, 2.0)
print(W()(x))
class Kw(Function):
    @staticmethod
    def forward(ctx, x, scale=1.0, *, bias=0.0): ctx.scale = scale; return x * scale + bias
    @staticmethod
    def backward(ctx, *g): print(len(g), ctx.needs_input_grad); return g[0] * ctx.scale, None, None
show(lambda: Kw.apply(x, scale=3.0).sum().backward())
show(lambda: Kw.apply(x, scale=3.0, bias=2.).sum().backward())
show(lambda: Kw.apply(x, bias=2.))
show(lambda: Kw.apply(x).sum().backward())
show(lambda: Kw.apply(x, 2.).sum().backward())
show(lambda: Kw.apply(scale=3.0, x=x).sum().backward())
show(lambda: Kw.apply(x, x=x))
show(lambda: Kw.apply())
show(lambda: Kw.apply(scale=2))
class K2(Function):
    @staticmethod
    def forward(ctx, x, *args, **kw): print(args, kw); return x * 1
    @staticmethod
    def backward(ctx, g): return g
class RetNone(Function):
    @staticmethod
    def forward(ctx, x): return None
class NotT(Function):
    @staticmethod
    def forward(ctx, x): return 5
show(lambda: RetNone.apply(x))
show(lambda: NotT.apply(x))
class Saved(Function):
    @staticmethod
    def forward(ctx, a): ctx.save_for_backward(5); return a * 1
show(lambda: Saved.apply(x))
#: convolutions, pools and whole channels dropped
import torch, torch.nn as nn, torch.nn.functional as F
torch.manual_seed(0)
x = torch.randn(2, 3, 8, 8)
for m in (nn.Conv2d(3, 4, 3), nn.Conv2d(3, 6, (3, 5), stride=2, padding=1), nn.Conv2d(3, 3, 3, padding="same", groups=3, bias=False), nn.Conv2d(3, 4, 3, dilation=2, padding=(2, 1)), nn.MaxPool2d(2), nn.MaxPool2d(3, stride=2, padding=1), nn.MaxPool2d((2, 3), ceil_mode=True), nn.AvgPool2d(2), nn.AvgPool2d(3, 2, 1), nn.AdaptiveAvgPool2d(1), nn.AdaptiveAvgPool2d((3, 2)), nn.AdaptiveAvgPool2d((None, 4)), nn.BatchNorm2d(3), nn.Dropout2d(0.5)):
    y = m(x); print(m, y.shape, [tuple(p.shape) for p in m.parameters()]); print(y[0, 0, :3, :3])
z = torch.randn(2, 3, 10)
for m in (nn.Conv1d(3, 4, 3), nn.Conv1d(3, 6, 5, stride=2, padding=2), nn.MaxPool1d(2), nn.AvgPool1d(3, 1), nn.AdaptiveAvgPool1d(4), nn.AdaptiveAvgPool1d(1), nn.Dropout1d(0.3)):
    y = m(z); print(m, y.shape); print(y[0, 0], m(z[0]).shape)
w = torch.randn(4, 3, 3, 3, requires_grad=True); b = torch.zeros(4, requires_grad=True); v = x.clone().requires_grad_()
y = F.conv2d(v, w, b, stride=2, padding=1); print(y.grad_fn.name()); (y * torch.arange(y.numel()).reshape(y.shape) / 100).sum().backward(); print(v.grad[0, 0], w.grad[0, 0], b.grad)
for f in (lambda v: F.max_pool2d(v, 2), lambda v: F.avg_pool2d(v, 3, 2, 1), lambda v: F.adaptive_avg_pool2d(v, (3, 3)), lambda v: F.adaptive_avg_pool2d(v, 1), lambda v: F.max_pool2d(v, 3, 1, 1), lambda v: F.conv1d(v[:, :, 0], torch.ones(2, 3, 2)), lambda v: F.max_pool1d(v[:, 0], 2), lambda v: F.avg_pool1d(v[:, 0], 2), lambda v: F.dropout2d(v, 0.5, True)):
    v.grad = None; y = f(v); print(y.shape, y.grad_fn.name()); (y * torch.arange(y.numel()).reshape(y.shape)).sum().backward(); print(v.grad[1, 0, :4, :4])
class LeNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 6, 5)
        self.conv2 = nn.Conv2d(6, 16, 5)
        self.pool = nn.MaxPool2d(2, 2)
        self.fc1 = nn.Linear(16 * 4 * 4, 120)
        self.fc2 = nn.Linear(120, 10)
    def forward(self, x):
        x = self.pool(F.relu(self.conv1(x)))
        x = self.pool(F.relu(self.conv2(x)))
        x = torch.flatten(x, 1)
        return self.fc2(F.relu(self.fc1(x)))
torch.manual_seed(1)
net = LeNet(); print(net); print(sum(p.numel() for p in net.parameters()))
X = torch.randn(8, 1, 28, 28); Y = torch.randint(0, 10, (8,))
opt = torch.optim.SGD(net.parameters(), lr=0.1, momentum=0.9)
for i in range(6):
    opt.zero_grad(); loss = F.cross_entropy(net(X), Y); loss.backward(); opt.step(); print(f"{i} {loss.item():.4f}")
print(net.conv1.weight.grad.abs().mean(), net.conv1.stride, net.conv1.kernel_size, net.conv1.padding, net.pool.stride, net.conv1.groups)
for bad in (lambda: net(torch.randn(8, 3, 28, 28)), lambda: nn.Conv2d(3, 4, 3)(torch.randn(2, 3)), lambda: nn.Conv2d(3, 4, 9)(x), lambda: nn.Conv2d(3, 4, 3, groups=2), lambda: nn.MaxPool2d(20)(x), lambda: F.conv2d(x, torch.randn(4, 2, 3, 3)), lambda: nn.BatchNorm2d(3)(x[0]), lambda: nn.Conv1d(3, 4, 3)(x), lambda: nn.MaxPool2d(2, padding=3)(x), lambda: nn.BatchNorm2d(4)(x), lambda: F.max_pool2d(x[0, 0], 2), lambda: nn.Conv2d(3, 4)):
    try: print(bad().shape)
    except Exception as e: print(type(e).__name__, e)
#: Identity forgets its arguments
import torch.nn as nn
print(nn.Identity(5)(3), nn.Identity(1, a=2))
class I(nn.Identity): pass
print(I(3)(4), I())
#: numbers left of // and %
import torch
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, ':', e)
a = torch.tensor([1., 2., 3.], requires_grad=True); i = torch.tensor([3, -2, 5])
t(lambda: 2 // a); t(lambda: 2 % a); t(lambda: 7 // i); t(lambda: 7 % i); t(lambda: 7.5 % i); t(lambda: 7.5 // i); t(lambda: True % i); t(lambda: -7 // i)
t(lambda: (5 % a).sum().backward()); x = torch.tensor(10)
x //= torch.tensor(3); print(x); x %= torch.tensor(2); print(x); i //= 2; print(i); i %= 2; print(i)
t(lambda: torch.floor_divide(7, i)); t(lambda: torch.remainder(7, i)); t(lambda: 9 // i.abs().add(1)); t(lambda: 5 & i); t(lambda: torch.bitwise_and(5, i)); t(lambda: torch.bitwise_or(i, 'a')); t(lambda: i.remainder(2)); t(lambda: torch.fmod(i, 'a'))
#: containers of layers are added, repeated and keep their names
import torch, torch.nn as nn
from collections import OrderedDict
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, ':', e)
s = nn.Sequential(OrderedDict([('fc', nn.Linear(1, 2)), ('act', nn.ReLU())]))
s[0] = nn.Identity(); print(s); s[-1] = nn.Tanh(); print(s); s.fc = nn.Linear(1, 1); print(s)
t(lambda: s.__setitem__(5, nn.ReLU())); t(lambda: s.__setitem__(0, 5)); t(lambda: s.__setitem__('fc', nn.ReLU()))
del s[0]; print(s); s.append(nn.ReLU()); print(s); s.insert(0, nn.Sigmoid()); print(s)
a = nn.Sequential(nn.ReLU()) + nn.Sequential(nn.Tanh()); print(a, type(a)); t(lambda: nn.Sequential(nn.ReLU()) + [nn.Tanh()]); t(lambda: nn.Sequential(nn.ReLU()) * 2); t(lambda: 2 * nn.Sequential(nn.ReLU())); t(lambda: nn.Sequential(nn.ReLU()) * 0)
b = nn.Sequential(nn.ReLU()); b += nn.Sequential(nn.Tanh()); print(b); b *= 2; print(b)
l = nn.ModuleList([nn.ReLU()]) + nn.ModuleList([nn.Tanh()]); print(l); l += [nn.Sigmoid()]; print(l); l[0] = nn.ELU(); print(l); t(lambda: l + [nn.ReLU()]); t(lambda: l[7]); t(lambda: l.insert(0, nn.GELU()) or l); t(lambda: l.pop(0)); t(lambda: l.extend(5)); t(lambda: l.append(5)); t(lambda: l[1:]); del l[0]; print(l, len(l)); t(lambda: list(reversed(l))); t(lambda: nn.ReLU() in l); t(lambda: l.index(1))
d = nn.ModuleDict({'a': nn.ReLU()}); d.update({'b': nn.Tanh()}); print(d, d.pop('a'), list(d.items())); t(lambda: d['zz']); t(lambda: d.__setitem__('c', 5)); t(lambda: d.clear() or d); t(lambda: nn.ModuleDict([nn.ReLU()])); t(lambda: d.get('q')); t(lambda: nn.ModuleDict({'a.b': nn.ReLU()})); t(lambda: nn.ModuleDict({'': nn.ReLU()})); t(lambda: nn.ModuleDict({'type': nn.ReLU()})); t(lambda: nn.ModuleDict({1: nn.ReLU()}))
t(lambda: nn.Sequential({'a': nn.ReLU()})); t(lambda: nn.Sequential(OrderedDict(a=5))); t(lambda: nn.Sequential(nn.Sequential(nn.ReLU()), nn.ReLU())); t(lambda: nn.Sequential(nn.ReLU())[0:1]); t(lambda: nn.Sequential(nn.ReLU(), nn.Tanh())[::-1]); t(lambda: nn.Sequential(nn.ReLU(), nn.Tanh()).pop(0)); t(lambda: len(nn.Sequential())); t(lambda: bool(nn.Sequential())); t(lambda: s.extend([nn.ReLU()]) ); t(lambda: s.extend(nn.Sequential(nn.ReLU()))); t(lambda: nn.Sequential(nn.ReLU())(1, 2)); t(lambda: nn.Sequential(nn.ReLU()).insert(9, nn.ReLU())); t(lambda: nn.Sequential(nn.ReLU()).append('a'))
r = nn.ReLU(); q = nn.Sequential(nn.Linear(1, 1), r, nn.Linear(1, 1), r); print(q, [n for n, _ in q.named_modules()], len(list(q.modules())), len(list(q.children())))
s = nn.Sequential(); s.add_module('a', nn.Linear(1, 1)); s.append(nn.ReLU()); s.insert(1, nn.Tanh()); print(s); s.insert(3, nn.Sigmoid()); print(s); t(lambda: s.insert(0, nn.ELU()))
#: methods found on their class
import torch
import torch.nn as nn
x = torch.tensor([1., -2.])
class MyReLU(nn.ReLU):
    def forward(self, x): return super().forward(x) * 2
class MyLin(nn.Linear):
    def __init__(self, i, o):
        super().__init__(i, o, bias=False)
        nn.init.ones_(self.weight)
    def forward(self, x): return nn.Linear.forward(self, x) + 1
print(MyReLU()(x), MyLin(2, 1)(x), nn.ReLU.forward(nn.ReLU(), x), nn.Linear.forward.__qualname__)
print([n for n, _ in nn.Module.named_parameters(nn.Linear(1, 1))], torch.Tensor.relu(x), list(map(torch.Tensor.item, x)))
try: nn.ReLU.forwards
except AttributeError as e: print(e)
#: sinc, ufuncs at places that come several times
import numpy as np
print(np.sinc(np.linspace(-2, 2, 9)), np.sinc(0), np.sinc(np.float32(.5)), np.sinc(np.array([0, 1])), np.sinc(np.array([.25, 0], dtype=np.float32)), np.sinc([[.1]]))
cm = np.zeros((3, 3), dtype=int); np.add.at(cm, (np.array([0, 1, 1, 2, 1]), [0, 1, 1, 0, 2]), 1); print(cm)
h = np.zeros(4); np.add.at(h, [0, 1, 1, 3], [.5, 1, 2, 3]); print(h); np.subtract.at(h, 1, 1); print(h); np.multiply.at(h, slice(0, 2), 10); print(h); np.negative.at(h, [0, 0, 1]); print(h); np.maximum.at(h, [2, 2], [4, 3]); print(h)
np.add.at(cm[:, ::2], (slice(None), 0), 7); print(cm); np.add.at(cm, [0, 0], 1); print(cm); g = np.zeros((4, 2)); np.add.at(g, np.array([1, 1, 3]), np.ones((3, 2))); print(g); np.add.at(g, g > 1, 5); print(g)
for f in [lambda: np.add.at(cm, [0], 1.5), lambda: np.add.at(cm, [9], 1), lambda: np.add.at(3, [0], 1), lambda: np.add.at(h, [0, 1], [1, 2, 3])]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
#: a forward of another kind, and a module's own
import torch, torch.nn as nn
class A(nn.Module):
    forward = staticmethod(torch.relu)
class B(nn.Module):
    def __init__(self, mode):
        super().__init__()
        self.forward = self.fast if mode == "fast" else self.slow
    def fast(self, x): return x * 2
    def slow(self, x, k=1): return x + k
def ext(self, x, scale=3): return x * scale
class C(nn.Module):
    forward = ext
class D(nn.Module):
    forward = lambda self, x: x - 1
class E(nn.Module):
    @classmethod
    def forward(cls, x): return cls.__name__, x
x = torch.tensor([-1., 2.])
print(A()(x), B("fast")(x), B("slow")(x), B("slow")(x, k=5), C()(x), C()(x, scale=2), D()(x), E()(x))
s = nn.Sequential(A(), B("fast"), D()); print(s(x), s)
h = s[0].register_forward_hook(lambda m, i, o: print("hook", type(m).__name__, o)); s(x)
h2 = s[1].register_forward_hook(lambda m, i, o: o * 10); print(s(x))
m = nn.Linear(1, 1); m.forward = lambda z: z + 100; print(m(x)); 
net = nn.ReLU(); orig = net.forward; net.forward = lambda z: orig(z) + 1; print(net(x))
C.forward = lambda self, x: x * 0; print(C()(x))
#: covariances of two, convolutions
import numpy as np
x = np.array([1., 2, 3, 5]); y = np.array([2, 1, 4, 3]); X = np.column_stack([x, y, x * y])
print(np.cov(x, y), np.cov(x), np.cov(X, rowvar=False), np.cov(X.T), np.cov(x, y, bias=True), np.cov(x, ddof=0), np.cov(x, y, True, False, 2), np.cov(x, rowvar=False), np.cov([[1, 2, 3], [3, 2, 1]], [[1, 0, 1]]), sep="\n")
print(np.corrcoef(x, y), np.corrcoef(X, rowvar=False).round(4), np.corrcoef(X.T).round(4), np.corrcoef(x), np.corrcoef(x, y)[0, 1], np.cov(X[:, :2], X[:, 2:], rowvar=False), sep="\n")
import numpy as np
losses = np.exp(-np.arange(30) / 7.) + np.random.RandomState(0).rand(30) * .1
for k in (3, 5, 10, 11): print(k, np.convolve(losses, np.ones(k) / k, mode="valid"), np.convolve(losses, np.ones(k) / k, "same").sum(), np.convolve(losses, np.ones(k)).tolist()[:4])
print(np.convolve([1, 2, 3], [0, 1, 0.5]), np.convolve([1, 2, 3], [1, 1], "same"), np.convolve([1, 2], [1, 2, 3]), np.convolve([True, True], [1]), np.convolve(3, [1, 2]), np.convolve(np.float32([1, 2, 3]), np.float32([.1, .2])), np.convolve([1, 2, 3, 4], [1, 0, -1], mode="valid"))
print(np.correlate([1, 2, 3], [0, 1, 0.5]), np.correlate([1, 2, 3], [0, 1, 0.5], "full"), np.correlate([1, 2], [3, 4, 5], "same"), np.correlate([1, 2], [3, 4, 5], "full"))
def smooth(v, w=4): return np.convolve(v, np.ones(w), "valid") / w
print(smooth(list(range(10))), smooth(losses.tolist())[:3])
for f in [lambda: np.convolve([], [1]), lambda: np.convolve([1], []), lambda: np.convolve([1, 2], [1], "foo"), lambda: np.convolve([[1, 2]], [1])]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
#: shapes by columns, dimensions by no name
import numpy as np
a = np.arange(6).reshape(2, 3)
print(np.reshape(a, (3, 2), order="F"), a.reshape(3, 2, order="F"), a.reshape((3, -1), order="F"), np.arange(6).reshape(2, 3, order="F"), a.flatten("F"), a.flatten(order="F"), a.ravel("F"), np.ravel(a, order="F"), a.T.reshape(-1, order="F"), a.reshape(-1, order="C"), np.arange(8).reshape(2, 2, 2, order="F"), a.flatten(), sep="\n")
for f in [lambda: a.reshape(3, 2, order="Q"), lambda: a.reshape(4, 2, order="F"), lambda: np.random.rand(size=3), lambda: np.random.randn(size=3), lambda: np.random.RandomState(0).rand(d=3)]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
b = a.copy(); v = b.ravel(order="F"); v[0] = 99; print(b[0, 0]); u = b.reshape(6); u[0] = 7; print(b[0, 0])
#: tensors of one whole number as sizes, and ranges that are none
import torch
n = torch.tensor(2); m = torch.tensor(3.0); r = torch.tensor([2, 3])
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, ':', str(e)[:200])
t(lambda: torch.zeros(n)); t(lambda: torch.zeros(n, 3)); t(lambda: torch.zeros(3, n)); t(lambda: torch.zeros((n, n))); t(lambda: torch.zeros([n])); t(lambda: torch.zeros(m)); t(lambda: torch.zeros(r)); t(lambda: torch.zeros(n + 1)); t(lambda: torch.ones(2, 6).view(n, -1).shape); t(lambda: torch.ones(6).reshape(n, 3).shape); t(lambda: torch.ones(6).reshape((3, n)).shape); t(lambda: torch.arange(n)); t(lambda: torch.eye(n)); t(lambda: torch.randint(0, n, (n,)).shape); t(lambda: torch.full((n,), n)); t(lambda: torch.full((2,), m)); t(lambda: torch.linspace(0, m, n)); t(lambda: torch.ones(2, 3).sum(torch.tensor(0))); t(lambda: torch.ones(2, 3).repeat(n, 1).shape); t(lambda: torch.ones(1, 3).expand(n, 3).shape); t(lambda: torch.ones(4).topk(n).values); t(lambda: torch.ones(4).split(n)); t(lambda: torch.ones(4).chunk(n)); t(lambda: torch.ones(2, 3).transpose(torch.tensor(0), 1).shape); t(lambda: torch.ones(2, 3).squeeze(n)); t(lambda: torch.ones(3)[n]); t(lambda: torch.arange(5)[:n]); t(lambda: torch.arange(5)[n:n + 2]); t(lambda: torch.zeros(range(0, 2))); t(lambda: torch.ones(6).view(range(1, 3))); t(lambda: torch.ones(2, 3).sum(range(2))); t(lambda: torch.ones(2, 3).permute(range(2))); t(lambda: torch.tensor(range(3))); t(lambda: torch.arange(6)[range(2)]); t(lambda: torch.zeros(map(int, '12'))); t(lambda: torch.randperm(n).shape); t(lambda: torch.multinomial(torch.ones(3), n).shape); t(lambda: torch.roll(torch.arange(3), n)); t(lambda: torch.arange(6).narrow(0, n, n)); t(lambda: torch.stack([r, r], n - 2).shape); t(lambda: torch.cat([r, r], torch.tensor(0)).shape); t(lambda: torch.softmax(torch.ones(2, 2), n - 1)); t(lambda: torch.nn.functional.one_hot(r, n + 2)); t(lambda: torch.nn.Linear(3, n).weight.shape); t(lambda: range(n)); t(lambda: [0] * n); t(lambda: 'a' * n); t(lambda: list(range(5))[n]); t(lambda: round(m.item())); t(lambda: torch.manual_seed(n) and 1)

from torch.utils.data import DataLoader, Subset, random_split
r = range(6)
print(list(DataLoader(r, batch_size=4)), random_split(r, [2, 4], generator=torch.Generator().manual_seed(0))[0][:] if False else '', Subset(r, range(2, 4))[0], torch.tensor(r), torch.tensor(list(r)), torch.as_tensor(r), torch.arange(6)[list(r)], torch.arange(6.)[r[1:3]] if False else '')
print(torch.nn.ModuleList([torch.nn.Linear(i + 1, 1) for i in range(2)]), torch.randperm(6)[range(2)].shape if False else '')
x = torch.tensor([[3, 1], [2, 5]]); n = torch.tensor(1)
print(torch.max(x, n), torch.max(x, torch.tensor([[2, 2]])), x.max(n), torch.min(x, n), x.sum(n), x.index_select(0, n), torch.add(x, n), x.eq(n), x.clamp(n), x.clamp(n, 3), torch.where(x > n, x, n), x.pow(n), x.gather(1, x * 0), torch.full((2,), n), x.masked_fill(x > 1, n), torch.maximum(x, n), x.float().std(n) if False else '', x.float().quantile(0.5), x[n], x.unsqueeze(n).shape, x.float().norm(n) if False else '', torch.std(x.float(), n))
#: lists of layers take one argument
import torch, torch.nn as nn
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, ':', e)
t(lambda: nn.ModuleList(nn.ReLU(), nn.Tanh())); t(lambda: nn.ModuleList(modules=[nn.ReLU()])); t(lambda: nn.ModuleList(foo=1)); t(lambda: nn.ModuleDict(act=nn.ReLU())); t(lambda: nn.ModuleDict(modules={'a': nn.ReLU()})); t(lambda: nn.ModuleDict({'a': nn.ReLU()}, 5)); t(lambda: nn.ParameterList(torch.ones(1), torch.ones(2))); t(lambda: nn.Sequential(act=nn.ReLU())); t(lambda: nn.ModuleList(nn.ReLU())); t(lambda: nn.ModuleList()); t(lambda: nn.ModuleList(None))
class L(nn.ModuleList):
    def __init__(self, n): super().__init__([nn.ReLU() for _ in range(n)])
class S(nn.Sequential):
    def __init__(self): super().__init__(nn.Linear(1, 1), nn.ReLU())
t(lambda: L(2)); t(lambda: S())
class Bad(nn.ModuleList):
    def __init__(self): super().__init__(nn.ReLU(), nn.ReLU())
t(lambda: Bad())
#: gradients asked for wrongly
import torch
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, ':', e)
x = torch.tensor([1., 2.], requires_grad=True)
y = (x ** 2).sum()
for inputs in (5, 'x', [], torch.ones(1), [x, 5]):
    t(lambda: torch.autograd.grad(y, inputs, retain_graph=True))
t(lambda: torch.autograd.grad(5, x))
t(lambda: torch.autograd.functional.jacobian(5, x))
t(lambda: torch.autograd.functional.hessian('a', x))
def widened(g): return torch.ones(5)
handle = x.register_hook(widened)
t(lambda: x.sum().backward())
handle.remove()
x.sum().backward()
print(x.grad)
del x.grad
print(x.grad)
#: generators that go on without gradients
import torch
@torch.no_grad()
def g():
    yield torch.is_grad_enabled()
    yield torch.is_grad_enabled()
print(list(g()), torch.is_grad_enabled())
x = torch.ones(2, requires_grad=True)
@torch.enable_grad()
def f(): return (x * 2).requires_grad
with torch.no_grad(): print(f())
@torch.no_grad
def h(): return (x * 2).requires_grad
print(h(), h.__name__, f.__name__)
class B:
    @torch.no_grad()
    def batches(self, n):
        for i in range(n):
            got = yield (i, torch.is_grad_enabled(), (x * 2).requires_grad)
            if got: print('got', got)
        return 'end'
it = B().batches(2); print(next(it), torch.is_grad_enabled(), it.send('s'))
try: next(it)
except StopIteration as e: print(e.value)
for row in B().batches(1): print(row, (x * 2).requires_grad)
print(type(f), type(h), f.__qualname__)
it = B().batches(3); next(it); it.close(); print(torch.is_grad_enabled(), list(it))
#: operators between numbers and tensors, from both sides
import torch, numpy as np
t = torch.tensor([4, 3]); f = torch.tensor([2.5, -1.5]); b = torch.tensor([True, False])
import operator as o
for name in ("add", "sub", "mul", "truediv", "floordiv", "mod", "pow", "and_", "or_", "xor", "lt", "le", "gt", "ge", "eq", "ne"):
    op = getattr(o, name)
    for lhs, rhs in [(7, t), (7., t), (True, t), (7, f), (-7.5, f), (True, b), (2, b), (7, torch.tensor(4)), (t, 3), (f, 2), (f, -2.), (b, 2), (np.float32(2), t), (t, np.int64(2)), (np.int64(7), t)]:
        try: r = op(lhs, rhs); print(name, repr(lhs), r, getattr(r, "dtype", ""))
        except Exception as e: print(name, repr(lhs), type(e).__name__, str(e).split("\n")[0])
print(torch.remainder(7, torch.tensor([4, 3])), torch.remainder(t, 3), torch.fmod(t, 3))
for fn in (lambda: torch.fmod(7, t), lambda: -t, lambda: +t, lambda: ~t, lambda: ~b, lambda: abs(f), lambda: round(f), lambda: -b, lambda: torch.floor_divide(7, t), lambda: torch.pow(2, t), lambda: torch.sub(7, t), lambda: torch.div(7, t), lambda: torch.true_divide(7, t)):
    try: print(fn())
    except Exception as e: print(type(e).__name__, str(e).split("\n")[0])
t %= 3; print(t); t **= 2; print(t); f %= 2; print(f)
x = torch.tensor([4., 3.], requires_grad=True)
for fn in (lambda: 7 % x, lambda: 7 // x, lambda: torch.remainder("a", t), lambda: torch.floor_divide(7, 2), lambda: torch.remainder(7, 2), lambda: (7 % x).sum().backward(), lambda: (x % 3).sum().backward(), lambda: x.grad, lambda: torch.remainder(t, 3, out=torch.zeros(2, dtype=torch.int64)), lambda: torch.floor_divide(t, 2, out=torch.zeros(2, dtype=torch.int64))):
    try: print(fn())
    except Exception as e: print(type(e).__name__, e)
print([n for n in range(1, 8) if torch.tensor(n) % 2], 100 % torch.arange(1, 6), 100 // torch.arange(1., 6.))
print(f"{np.float32(.1)} {np.float32(1 / 3)!s} {np.float64(.1)} {np.int64(3)} {np.bool_(True)}", format(np.float32(.1)), "{}".format(np.float32(.1)), "%s" % np.float32(.1), f"{np.float32(2)}|{np.float32(1e-8)}|{np.float32(.1):>25}|{np.array(2.5)}|{np.array(np.float32(.1))}")
import torch, numpy as np
t = torch.ones(2); M = torch.eye(2)
for v in (torch.tensor(7), torch.tensor(2.7), torch.tensor([3]), torch.tensor([1.5]), torch.tensor(True)):
    try: print("%d" % v, "%i|%5d|%.1f|%s|%g|%e" % (v, v, v, v, v, v))
    except Exception as e: print(type(e).__name__, e)
import numpy as np, torch
print(divmod(np.array([7, 8]), 3), divmod(7, np.array([2, 3])), divmod(np.int64(7), 2), divmod(7, np.int64(2)), divmod(7.5, np.float64(2)), divmod(np.float64(7), 2))
for f in (lambda: divmod(torch.tensor(7), 4), lambda: divmod(7, torch.tensor(4))):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
#: L-BFGS with and without a line search
import torch, torch.nn as nn
torch.manual_seed(0)
def rosen(p): return (1 - p[0]) ** 2 + 100 * (p[1] - p[0] ** 2) ** 2
for kw in ({}, {"lr": 0.1}, {"line_search_fn": "strong_wolfe"}, {"max_iter": 5, "history_size": 3}, {"line_search_fn": "strong_wolfe", "max_iter": 4, "lr": 0.5}):
    p = torch.tensor([-1.2, 1.0], requires_grad=True)
    o = torch.optim.LBFGS([p], **kw)
    calls = 0
    def closure():
        global calls
        calls += 1
        o.zero_grad(); loss = rosen(p); loss.backward(); return loss
    for i in range(6):
        l = o.step(closure)
        print(i, f"{l.item():.6g}", [f"{v:.6f}" for v in p.tolist()], calls)
print(o)
x = torch.linspace(-2, 2, 50).unsqueeze(1); y = torch.sin(2 * x)
net = nn.Sequential(nn.Linear(1, 16), nn.Tanh(), nn.Linear(16, 1))
o = torch.optim.LBFGS(net.parameters(), lr=0.5, max_iter=10, line_search_fn="strong_wolfe")
def closure():
    o.zero_grad(); loss = ((net(x) - y) ** 2).mean(); loss.backward(); return loss
for i in range(5): print(i, f"{o.step(closure).item():.4f}")
print(sorted(o.state[o.param_groups[0]["params"][0]].keys()), o.state[o.param_groups[0]["params"][0]]["n_iter"])
try: o.step()
except TypeError as e: print(e)
try: torch.optim.LBFGS([p], lr=-1)
except ValueError as e: print(e)
#: recurrent layers and their cells
import torch, torch.nn as nn
torch.manual_seed(0)
x = torch.randn(5, 2, 3)
for m in (nn.RNN(3, 4), nn.RNN(3, 4, 2, nonlinearity="relu"), nn.RNN(3, 4, batch_first=True), nn.RNN(3, 4, bidirectional=True, bias=False), nn.GRU(3, 4), nn.GRU(3, 4, num_layers=2, batch_first=True), nn.LSTM(3, 4), nn.LSTM(3, 4, 2, dropout=0.3), nn.LSTM(3, 4, bidirectional=True)):
    m.eval()
    out, h = m(x)
    print(m, out.shape, [n for n, _ in m.named_parameters()])
    print(out[-1], h[0].shape if isinstance(h, tuple) else h.shape)
m = nn.LSTM(3, 4); out, (h, c) = m(x); print(out.grad_fn.name(), h.grad_fn.name(), c); out.sum().backward(); print(m.weight_hh_l0.grad, m.bias_ih_l0.grad)
m = nn.GRU(3, 4); out, h = m(x, torch.zeros(1, 2, 4)); print(h, torch.equal(out[-1], h[0])); out.mean().backward(); print(m.weight_ih_l0.grad.norm())
m = nn.RNN(3, 4, batch_first=True); out, h = m(x); print(out.grad_fn.name(), h.grad_fn.name(), out.shape, h.shape); o1, h1 = m(x[0]); print(o1.shape, h1.shape, torch.allclose(o1, out[0]))
for c in (nn.RNNCell(3, 4), nn.RNNCell(3, 4, nonlinearity="relu"), nn.GRUCell(3, 4), nn.LSTMCell(3, 4, bias=False)):
    print(c, c(x[0])[0] if isinstance(c, nn.LSTMCell) else c(x[0]), [tuple(p.shape) for p in c.parameters()])
    y = c(x[0]); y = c(x[1], y); print((y[0] if isinstance(y, tuple) else y).sum())
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.LSTM(1, 8, batch_first=True)
        self.out = nn.Linear(8, 1)
    def forward(self, x):
        o, _ = self.rnn(x)
        return self.out(o[:, -1])
torch.manual_seed(1); net = Net(); print(net, sum(p.numel() for p in net.parameters()))
t = torch.linspace(0, 6, 40); s = torch.sin(t); X = torch.stack([s[i:i + 8] for i in range(30)]).unsqueeze(-1); Y = s[8:38].unsqueeze(-1)
opt = torch.optim.Adam(net.parameters(), lr=0.02)
for i in range(20):
    opt.zero_grad(); loss = ((net(X) - Y) ** 2).mean(); loss.backward(); opt.step()
    if i % 5 == 4: print(i, f"{loss.item():.4f}")
for bad in (lambda: nn.RNN(3, 4)(torch.randn(5, 2, 7)), lambda: nn.LSTM(3, 4)(torch.randn(5)), lambda: nn.GRU(3, 4)(x, torch.zeros(2, 2, 4)), lambda: nn.RNN(3, 4, nonlinearity="gelu"), lambda: nn.LSTM(3, 4, num_layers=0), lambda: nn.RNN(3, 4, dropout=2), lambda: nn.LSTM(3, 4)(x, torch.zeros(1, 2, 4)), lambda: nn.RNNCell(3, 4)(torch.randn(2, 5)), lambda: nn.RNN(3)):
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
x = torch.randn(5, 2, 3)
for m in (nn.LSTM(3, 4, batch_first=True), nn.LSTM(3, 4, 2), nn.LSTM(3, 4, bidirectional=True), nn.GRU(3, 4, bidirectional=True), nn.GRU(3, 4, batch_first=True)):
    out, h = m(x); print(out.grad_fn.name(), h[0].grad_fn.name() if isinstance(h, tuple) else h.grad_fn.name(), m(x[:, 0])[0].shape)
print(m.hidden_size, m.num_layers, m.batch_first, m.bidirectional, m.mode, list(m.state_dict())[:2])
#: storages of numbers
import torch
x = torch.arange(6.0).view(2, 3)
s = x.storage(); print(s, s.size(), len(s), s[2], s[-1], s.tolist(), s.dtype, s.nbytes(), s.data_ptr() == x.data_ptr(), type(s))
print(x.t().storage().data_ptr() == x.storage().data_ptr(), x.untyped_storage().nbytes(), x.untyped_storage().size(), len(x.untyped_storage()), torch.tensor([1, 2]).storage().tolist(), torch.tensor([True]).storage()[0])
print(x[1].storage().size(), x[1].storage_offset(), x.untyped_storage().data_ptr() == x[1].untyped_storage().data_ptr(), list(torch.ones(2).storage()))
try: s[9]
except IndexError as e: print(e)
#: hooks by their numbers
import torch, torch.nn as nn
net = nn.Sequential(nn.Linear(2, 2), nn.ReLU())
seen = []
h = net[1].register_forward_hook(lambda m, i, o: seen.append(o.shape)); net[0].register_forward_pre_hook(lambda m, i: None); net[0].register_full_backward_hook(lambda m, a, b: None)
print(len(net._forward_hooks), len(net[1]._forward_hooks), len(net[0]._forward_pre_hooks), len(net[0]._backward_hooks), type(net[1]._forward_hooks).__name__)
net(torch.ones(1, 2)); print(seen); net[1]._forward_hooks.clear(); net(torch.ones(1, 2)); print(seen, len(net[1]._forward_hooks)); h.remove()
h = net.register_forward_hook(lambda m, i, o: o * 2); print(len(net._forward_hooks)); h.remove(); print(len(net._forward_hooks), bool(net._forward_hooks))
#: blocks, heads and groups of parameters
import torch, torch.nn as nn, torch.nn.functional as F
from torch.utils.data import TensorDataset, DataLoader
torch.manual_seed(42)
class ResidualBlock(nn.Module):
    def __init__(self, dim, act=nn.ReLU, p=0.0):
        super().__init__()
        self.norm = nn.LayerNorm(dim); self.fc = nn.Linear(dim, dim); self.act = act(); self.drop = nn.Dropout(p)
        self.scale = nn.Parameter(torch.ones(1))
    def forward(self, x): return x + self.scale * self.drop(self.act(self.fc(self.norm(x))))
class Net(nn.Module):
    activations = {"relu": nn.ReLU, "gelu": nn.GELU, "silu": nn.SiLU, "elu": lambda: nn.ELU(0.5)}
    def __init__(self, act="relu", depth=2, width=8):
        super().__init__()
        self.inp = nn.Linear(2, width)
        self.blocks = nn.ModuleList([ResidualBlock(width, self.activations[act], p=0.1 * i) for i in range(depth)])
        self.heads = nn.ModuleDict({"cls": nn.Linear(width, 3), "reg": nn.Sequential(nn.Linear(width, 1), nn.Flatten(0))})
        self.register_buffer("steps", torch.zeros(1, dtype=torch.long))
        self.apply(self._init)
    @staticmethod
    def _init(m):
        if isinstance(m, nn.Linear): nn.init.xavier_uniform_(m.weight); nn.init.constant_(m.bias, 0.01)
    def forward(self, x, task="cls"):
        x = self.inp(x)
        for b in self.blocks: x = b(x)
        if self.training: self.steps += 1
        return self.heads[task](x)
    def __len__(self): return len(self.blocks)
net = Net("gelu"); print(net); print(len(net), net.steps, [n for n, _ in net.named_buffers()], [n for n, _ in net.named_children()])
print({n: list(p.shape) for n, p in net.named_parameters() if "scale" in n or "heads" in n}, sum(p.numel() for p in net.parameters() if p.requires_grad))
for n, m in net.named_modules():
    if isinstance(m, ResidualBlock): print(n, type(m).__name__, m.act, m.drop.p)
X = torch.randn(96, 2); Y = (X[:, 0] * X[:, 1] > 0).long() + (X.norm(dim=1) > 1.5).long()
print(Y.bincount(), Y.unique(return_counts=True))
loader = DataLoader(TensorDataset(X, Y), batch_size=24, shuffle=True, generator=torch.Generator().manual_seed(3))
for name in ("relu", "silu"):
    torch.manual_seed(7); net = Net(name); opt = torch.optim.RMSprop([{"params": net.blocks.parameters()}, {"params": net.heads.parameters(), "lr": 0.02}, {"params": net.inp.parameters(), "weight_decay": 0.1}], lr=0.01)
    sch = torch.optim.lr_scheduler.LambdaLR(opt, lambda e: 0.9 ** e); crit = nn.CrossEntropyLoss(weight=torch.tensor([1., 2., 1.]), reduction="mean")
    for e in range(6):
        net.train(); tot = 0.
        for i, (xb, yb) in enumerate(loader, 1):
            loss = crit(net(xb), yb) + 0.1 * F.smooth_l1_loss(net(xb, task="reg"), xb.prod(1))
            opt.zero_grad(); loss.backward(); opt.step(); tot += loss.item()
        sch.step()
        if e % 2: print(f"[{name}] epoch {e + 1:02d}/{6} loss={tot / i:.4f} lr={[f'{g:.4f}' for g in sch.get_last_lr()]}")
    net.eval()
    with torch.inference_mode(): pred = net(X).argmax(-1)
    print("acc", (pred == Y).float().mean().item(), net.steps.item(), torch.stack([torch.bincount(pred[Y == c], minlength=3) for c in range(3)]))
frozen = [p.requires_grad_(False) for p in net.inp.parameters()]; print(len(frozen), sum(p.requires_grad for p in net.parameters()), net.inp.weight.requires_grad)
sd = net.state_dict(); print(list(sd)[:4], sd["steps"], len(sd)); other = Net("silu"); print(other.load_state_dict(sd), torch.equal(other.inp.weight, net.inp.weight))
try: other.load_state_dict({k: v for k, v in sd.items() if "reg" not in k})
except RuntimeError as e: print(str(e)[:200])
print(nn.Sequential(nn.Linear(2, 3), nn.BatchNorm1d(3), nn.PReLU(3), nn.Dropout(0.3), nn.Softmax(dim=1)), nn.Hardtanh(-2, 2), nn.Softplus(beta=2), nn.Threshold(0.1, 20), nn.LogSoftmax(dim=-1), nn.GLU(), nn.RReLU(), nn.CELU(), nn.Hardswish(), nn.Softmin(0), nn.MultiheadAttention if False else nn.Identity(), sep="\n")
print(opt, sch.state_dict()["last_epoch"], repr(crit), nn.MSELoss(reduction="sum"), nn.HuberLoss(delta=0.5), torch.optim.Adam(net.parameters()).defaults["betas"])
#: random numbers within vmap
import torch
from torch.func import vmap, grad
x = torch.ones(3, 2)
try: print(vmap(lambda v: v + torch.randn(2))(x))
except RuntimeError as e: print(e)
try: torch.vmap(torch.sin, randomness="maybe")
except RuntimeError as e: print(e)
torch.manual_seed(0); print(vmap(grad(lambda v: (v ** 3).sum()))(x), torch.rand(2))
