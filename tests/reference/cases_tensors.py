# Python whose tensors torchlet must give too: in `exact` to the bit, in `rounded` up to the order of a sum.
# x is tensor([-2., -0.5, 0., 0.5, 2.]); one line a case (\n for a line's end).
exact = r'''
torch.tensor(1.5)
torch.tensor([[1.5, -2.], [0.1, 1e30]])
torch.tensor([[[1.], [2.]], [[3.], [4.]]])
torch.tensor([1., 2.]).shape
torch.tensor(1.5).shape
torch.tensor([[1., 2., 3.]]).size(-1)
torch.tensor([[1., 2., 3.]]).dim()
torch.tensor([[1., 2., 3.]]).numel()
torch.tensor([[1.5, 2.5], [3.5, 4.5]]).tolist()
torch.tensor([0.1, 16777217., 3.4e38, 1e39, 1e-46, -0.])
torch.zeros(2, 3)
torch.ones(4)
torch.ones(2, 0)
torch.zeros_like(x)
torch.ones_like(x)
torch.full_like(x, 2.5)
torch.rand_like(x)
torch.randn_like(x)
torch.full((2, 3), 0.1)
torch.full((), 7.5)
torch.full((3,), nan)
torch.full((3,), -inf)
torch.eye(3)
torch.arange(5.)
torch.arange(1., 5.)
torch.arange(0., 1., 0.1)
torch.arange(-1., 1., 0.25)
torch.arange(5., 0., -1.)
torch.arange(5., 0., -0.7)
torch.arange(0.5)
torch.arange(0.)
torch.arange(2.5)
torch.arange(0., 3., 0.3)
torch.arange(1., 2., 0.1)
torch.arange(-3., 3., 0.6)
torch.arange(0., 10., 3.3)
torch.arange(-0.1, 0.1, 0.01)
torch.arange(1e6, 1e6 + 3., 0.5)
torch.arange(0., 100., 0.37)
torch.arange(1., 4., 1 / 3)
torch.arange(0.1, 5.1)
torch.arange(-2., 2., 0.01)
torch.linspace(0., 1., 5)
torch.linspace(0., 1., 11)
torch.linspace(-1., 1., 9)
torch.linspace(-2., 2., 7)
torch.linspace(-3., 3., 101)
torch.linspace(-5., 5., 200)
torch.linspace(0., 10., 3)
torch.linspace(1., -1., 8)
torch.linspace(3., 3., 4)
torch.linspace(0., 1., 1)
torch.linspace(0., 1., 2)
torch.linspace(0., 1., 0)
torch.linspace(0.1, 0.9, 17)
torch.linspace(-1e-3, 1e6, 13)
torch.linspace(-6., 6., 1000)
torch.linspace(1., 100., 33)
torch.linspace(-0.3, 7.7, 64)
torch.linspace(0., 1., 50)
torch.linspace(-4., 4., 41)
torch.linspace(1e30, -1e30, 6)
torch.linspace(steps=5, start=0., end=2.)
torch.logspace(0., 2., 3)
x + 1
x + 0.1
x - 0.1
x * 0.1
x / 0.1
x / 3
1 + x
1 - x
2 * x
0.1 - x
1 / x
-x
x + x
x - x
x * x
x / x
x / 0
x + inf
x * nan
x + torch.tensor(0.1)
x.add(x, alpha=2)
x.sub(x, alpha=0.5)
torch.add(x, 1.5)
torch.add(x, x)
torch.sub(x, 1.5)
torch.mul(x, 1.5)
torch.div(x, 1.5)
torch.neg(x)
torch.abs(x)
x.abs()
x.square()
x.reciprocal()
x.clamp(-1, 1)
x.clamp(min=0)
x.clamp(max=0.5)
torch.clamp(x, -0.5, 0.5)
x.sign()
x.pow(2)
x ** 2
x ** 3
x.sqrt()
x.floor()
x.ceil()
x.round()
torch.maximum(x, torch.zeros(5))
torch.minimum(x, torch.zeros(5))
torch.zeros(2, 3) + torch.arange(3.)
torch.zeros(2, 1) + torch.arange(3.)
torch.arange(2.).reshape(2, 1) * torch.arange(3.)
torch.arange(6.).reshape(2, 3) / torch.tensor([[2.], [4.]])
torch.arange(24.).reshape(2, 3, 4) - torch.arange(4.)
torch.arange(24.).reshape(2, 3, 4) - torch.arange(3.).reshape(3, 1)
torch.ones(3, 1, 2) * torch.arange(4.).reshape(4, 1)
torch.tensor(2.) * x
torch.tensor([2.]) * x
torch.zeros(0) + 1
torch.zeros(2, 0) + torch.zeros(1, 0)
torch.zeros(0, 3) * torch.zeros(3)
torch.zeros(1, 1, 1) + x
x.t() + 1
torch.arange(6.).reshape(2, 3).t() + torch.arange(6.).reshape(3, 2)
torch.arange(6.).reshape(2, 3).t() * 2
torch.arange(6.).reshape(2, 3).transpose(0, 1) / torch.tensor([1., 2.])
torch.randn(3, 4) + torch.randn(4)
torch.randn(3, 4) * torch.randn(3, 1)
torch.randn(3, 4) / torch.randn(1, 4)
torch.randn(2, 3, 4) - torch.randn(3, 1)
torch.randn(100) * 1.7 + 0.3
torch.randn(20) / 7
torch.rand(20) - 0.5
x.clone().add_(1)
x.clone().sub_(0.5)
x.clone().mul_(2)
x.clone().div_(3)
x.clone().neg_()
x.clone().zero_()
x.clone().fill_(1.5)
x.clone().copy_(torch.arange(5.))
x.clone().clamp_(min=0)
y = x.clone(); y += 1; y *= 2; r = y
y = torch.zeros(2, 3); y += torch.arange(3.); r = y
y = x.clone(); y[1:3].mul_(10); r = y
y = torch.zeros(2, 3); y[0].add_(1); y[:, 2].add_(5); r = y
y = torch.zeros(2, 2); z = y.t(); z[0].fill_(3); r = y
y = torch.arange(6.); z = y.view(2, 3); z.mul_(2); r = y
y = x.clone(); y.uniform_(0, 1); r = y
y = x.clone(); y.normal_(0, 1); r = y
y = x.clone(); y.normal_(1.5, 0.5); r = y
torch.empty(20).uniform_(-2, 3)
torch.empty(20).normal_(2, 0.1)
x > 0
x >= 0.5
x == 0
x != 0
x < torch.zeros(5)
x.sum() == 0
x.max()
x.min()
torch.max(x)
torch.min(x)
x.argmax()
x.argmin()
torch.arange(6.).reshape(2, 3).max()
torch.tensor([1., nan, 3.]).max()
torch.tensor([1., nan, 3.]).min()
torch.tensor([-inf, 2.]).min()
torch.tensor([[1., 5., 3.], [4., 2., 6.]]).max(dim=1).values
torch.tensor([[1., 5., 3.], [4., 2., 6.]]).max(dim=0).values
torch.tensor([[1., 5., 3.], [4., 2., 6.]]).min(dim=1).values
torch.tensor([[1., 5., 3.], [4., 2., 6.]]).max(dim=1).indices
torch.tensor([[1., 5., 3.], [4., 2., 6.]]).max(1, keepdim=True).values
torch.tensor([[1., 5., 3.], [4., 2., 6.]]).amax(dim=1)
torch.tensor([[1., 5., 3.], [4., 2., 6.]]).amin(dim=0, keepdim=True)
torch.tensor([[1., 5., 3.], [4., 2., 6.]]).argmax(dim=1)
x.sum()
x.mean()
torch.arange(6.).sum()
torch.arange(6.).reshape(2, 3).sum(0)
torch.arange(6.).reshape(2, 3).sum(1)
torch.arange(6.).reshape(2, 3).sum(-1, keepdim=True)
torch.arange(6.).reshape(2, 3).sum([0, 1])
torch.arange(6.).reshape(2, 3).sum([0, 1], keepdim=True)
torch.arange(24.).reshape(2, 3, 4).sum(1)
torch.arange(24.).reshape(2, 3, 4).sum([0, 2])
torch.arange(24.).reshape(2, 3, 4).sum((0, 2), keepdim=True)
torch.arange(24.).reshape(2, 3, 4).mean(-1)
torch.arange(24.).reshape(2, 3, 4).mean([0, 1])
torch.arange(24.).reshape(2, 3, 4).mean(dim=0, keepdim=True)
torch.sum(torch.arange(4.), dim=0)
torch.mean(torch.arange(4.))
torch.zeros(0).sum()
torch.zeros(2, 0).sum(1)
torch.zeros(2, 0).sum(0)
torch.zeros(0).mean()
torch.zeros(2, 0).mean(1)
torch.tensor(2.5).sum()
torch.tensor(2.5).sum(0)
torch.tensor(2.5).mean(-1)
torch.tensor([inf, -inf]).sum()
torch.tensor([1., nan]).sum()
torch.arange(6.).reshape(2, 3).t().sum(0)
torch.arange(6.).reshape(2, 3)
torch.arange(6.).reshape(3, -1)
torch.arange(6.).reshape([3, 2])
torch.arange(6.).reshape(-1)
torch.arange(6.).reshape(1, 2, 3)
torch.arange(6.).reshape(2, 3).t().reshape(6)
torch.arange(6.).reshape(2, 3).t().reshape(2, 3)
torch.arange(6.).view(2, 3)
torch.arange(6.).view(-1, 2)
torch.zeros(0, 3).reshape(3, 0)
torch.zeros(0).reshape(0, 5)
torch.tensor(1.5).reshape(1, 1)
torch.tensor([1.5]).reshape([])
torch.arange(6.).reshape(2, 3).t()
torch.arange(6.).reshape(2, 3).T
x.t()
torch.arange(24.).reshape(2, 3, 4).transpose(0, 2)
torch.arange(24.).reshape(2, 3, 4).transpose(-1, -2)
torch.arange(24.).reshape(2, 3, 4).permute(2, 0, 1)
torch.arange(24.).reshape(2, 3, 4).permute([1, 2, 0])
torch.arange(24.).reshape(2, 3, 4).flatten()
torch.arange(24.).reshape(2, 3, 4).flatten(1)
torch.arange(24.).reshape(2, 3, 4).flatten(0, 1)
torch.tensor(1.5).flatten()
x.unsqueeze(0)
x.unsqueeze(1)
x.unsqueeze(-1)
x.unsqueeze(0).squeeze()
torch.zeros(1, 3, 1).squeeze()
torch.zeros(1, 3, 1).squeeze(0)
torch.zeros(1, 3, 1).squeeze(1)
torch.zeros(1, 3, 1).squeeze(-1)
x.expand(2, 5)
x.reshape(5, 1).expand(5, 3)
x.expand(2, -1)
x.repeat(2)
x.contiguous()
torch.arange(6.).reshape(2, 3).t().contiguous()
torch.arange(6.).reshape(2, 3).t().is_contiguous()
torch.arange(6.).reshape(2, 3).is_contiguous()
torch.arange(6.).reshape(2, 3).stride()
torch.arange(6.).reshape(2, 3).t().stride()
torch.cat([x, x])
torch.cat([torch.zeros(2, 1), torch.ones(2, 2)], dim=1)
torch.stack([x, x])
torch.stack([x, x * 2], dim=1)
x[0]
x[-1]
x[1:3]
x[:2]
x[3:]
x[::2]
x[1::2]
x[-2:]
x[:-1]
x[10:]
x[3:1]
x[...]
x[None]
x[:, None]
x[None, 1:3]
x[0].item()
x[-2].item()
torch.arange(12.).reshape(3, 4)[1]
torch.arange(12.).reshape(3, 4)[-1]
torch.arange(12.).reshape(3, 4)[1, 2]
torch.arange(12.).reshape(3, 4)[1][2]
torch.arange(12.).reshape(3, 4)[:, 0]
torch.arange(12.).reshape(3, 4)[:, 1:3]
torch.arange(12.).reshape(3, 4)[1:, ::2]
torch.arange(12.).reshape(3, 4)[..., -1]
torch.arange(12.).reshape(3, 4)[0, ...]
torch.arange(12.).reshape(3, 4)[:, None, 1]
torch.arange(12.).reshape(3, 4)[::2, -3:-1]
torch.arange(24.).reshape(2, 3, 4)[1, :, 2]
torch.arange(24.).reshape(2, 3, 4)[..., 0]
torch.arange(24.).reshape(2, 3, 4)[0, ..., 1:2]
torch.arange(24.).reshape(2, 3, 4)[:, 1]
torch.arange(12.).reshape(3, 4).t()[1]
torch.arange(12.).reshape(3, 4)[1:2].shape
x.requires_grad_()
x.clone().requires_grad_() + 1
x.clone().requires_grad_() - 1
1 - x.clone().requires_grad_()
x.clone().requires_grad_() * 2
x.clone().requires_grad_() / 2
1 / x.clone().requires_grad_()
-x.clone().requires_grad_()
x.clone().requires_grad_().sum()
x.clone().requires_grad_().mean()
x.clone().requires_grad_().max()
x.clone().requires_grad_().sum(0)
x.clone().requires_grad_().mean(0, keepdim=True)
x.clone().requires_grad_().reshape(5, 1)
x.clone().requires_grad_().view(1, 5)
x.clone().requires_grad_().t()
x.clone().requires_grad_().unsqueeze(0)
x.clone().requires_grad_()[0]
x.clone().requires_grad_()[1:3]
x.clone().requires_grad_()[:, None]
x.clone().requires_grad_().clone()
x.clone().requires_grad_().detach()
x.clone().requires_grad_().expand(2, 5)
x.clone().requires_grad_().flatten()
x.clone().requires_grad_().abs()
x.clone().requires_grad_().clamp(-1, 1)
x.clone().requires_grad_() ** 2
x.clone().requires_grad_().reshape(1, 5).flatten()
w = x.clone().requires_grad_(); y = w * 1; y.add_(1); r = y
w = x.clone().requires_grad_(); y = w * 1; y.mul_(2); r = y
w = x.clone().requires_grad_(); y = w + 1; y.neg_(); r = y
w = x.clone().requires_grad_(); y = w * 1; y[0].zero_(); r = y
w = x.clone().requires_grad_(); (w * 3).sum().backward(); r = w.grad
w = x.clone().requires_grad_(); (w * w).sum().backward(); r = w.grad
w = x.clone().requires_grad_(); (w / 4).sum().backward(); r = w.grad
w = x.clone().requires_grad_(); (2 - w).sum().backward(); r = w.grad
w = x.clone().requires_grad_(); (-w).sum().backward(); r = w.grad
w = x.clone().requires_grad_(); w.mean().backward(); r = w.grad
w = x.clone().requires_grad_(); w.sum().backward(); w.sum().backward(); r = w.grad
w = x.clone().requires_grad_(); (w * 2).sum().backward(); (w * w).sum().backward(); r = w.grad
w = x.clone().requires_grad_(); w.sum().backward(); w.grad = None; (w * 2).sum().backward(); r = w.grad
w = x.clone().requires_grad_(); w.sum().backward(); w.grad.zero_(); (w * 2).sum().backward(); r = w.grad
w = x.clone().requires_grad_(); (w * 2).backward(torch.arange(5.)); r = w.grad
w = x.clone().requires_grad_(); (w * 2).backward(gradient=torch.ones(5)); r = w.grad
w = x.clone().requires_grad_(); y = w * w; y.sum().backward(retain_graph=True); y.sum().backward(); r = w.grad
w = x.clone().requires_grad_(); y = w * 2; z = y * y + y; z.sum().backward(); r = w.grad
w = x.clone().requires_grad_(); (w.reshape(5, 1) * torch.arange(3.)).sum().backward(); r = w.grad
w = x.clone().requires_grad_(); (torch.arange(15.).reshape(3, 5) * w).sum().backward(); r = w.grad
w = x.clone().requires_grad_(); (torch.arange(15.).reshape(3, 5) - w).sum().backward(); r = w.grad
w = torch.tensor(2., requires_grad=True); (x * w).sum().backward(); r = w.grad
w = torch.tensor([[2.], [3.]], requires_grad=True); (x * w).sum().backward(); r = w.grad
w = torch.tensor(2., requires_grad=True); (w * w * w).backward(); r = w.grad
w = torch.tensor(3., requires_grad=True); (1 / w).backward(); r = w.grad
a = x.clone().requires_grad_(); b = torch.arange(5.).requires_grad_(); (a * b).sum().backward(); r = [a.grad, b.grad]
a = x.clone().requires_grad_(); b = torch.ones(2, 1).requires_grad_(); (a * b).sum().backward(); r = [a.grad, b.grad]
a = x.clone().requires_grad_(); b = torch.full((5,), 4.).requires_grad_(); (a / b).sum().backward(); r = [a.grad, b.grad]
w = x.clone().requires_grad_(); w[1:3].sum().backward(); r = w.grad
w = x.clone().requires_grad_(); w[0].backward(); r = w.grad
w = x.clone().requires_grad_(); (w[::2] * torch.arange(3.)).sum().backward(); r = w.grad
w = torch.arange(6.).reshape(2, 3).requires_grad_(); w[:, 1].sum().backward(); r = w.grad
w = torch.arange(6.).reshape(2, 3).requires_grad_(); (w.t() * torch.arange(2.)).sum().backward(); r = w.grad
w = torch.arange(6.).reshape(2, 3).requires_grad_(); w.sum(0).backward(torch.tensor([1., 2., 3.])); r = w.grad
w = torch.arange(6.).reshape(2, 3).requires_grad_(); w.mean(1).backward(torch.tensor([3., 6.])); r = w.grad
w = torch.arange(6.).reshape(2, 3).requires_grad_(); w.sum([0, 1], keepdim=True).backward(torch.ones(1, 1)); r = w.grad
w = torch.arange(6.).reshape(2, 3).requires_grad_(); w.permute(1, 0).reshape(6).backward(torch.arange(6.)); r = w.grad
w = torch.arange(6.).reshape(2, 3).requires_grad_(); w.max().backward(); r = w.grad
w = torch.tensor([1., 3., 3.]).requires_grad_(); w.max().backward(); r = w.grad
w = torch.tensor([[1., 5., 3.], [4., 2., 6.]]).requires_grad_(); w.max(dim=1).values.sum().backward(); r = w.grad
w = x.clone().requires_grad_(); w.expand(3, 5).sum().backward(); r = w.grad
w = x.clone().requires_grad_(); w.unsqueeze(1).squeeze(1).backward(torch.arange(5.)); r = w.grad
w = x.clone().requires_grad_(); y = w * 1; y.mul_(3); y.sum().backward(); r = w.grad
w = x.clone().requires_grad_(); y = w * 1; y[0].mul_(3); y.sum().backward(); r = w.grad
w = x.clone().requires_grad_(); y = w * 1; F.leaky_relu_(y[::2], 0.5); y.sum().backward(); r = w.grad
w = x.clone().requires_grad_(); y = w * 1; y[1::3].relu_(); (y * w).sum().backward(); r = w.grad
w = x.clone().requires_grad_(); y = w * 1; z = y[::2]; z.add_(1.5); z.relu_(); (y * w).sum().backward(); r = w.grad
w = torch.arange(6.).reshape(2, 3).requires_grad_(); y = (w - 2).t(); y.relu_(); (y * y.detach()).sum().backward(); r = w.grad
w = torch.arange(6.).reshape(2, 3).requires_grad_(); y = (w - 2).t(); y.relu_(); r = y
w = x.clone().requires_grad_(); y = w.detach() * 2 + w; y.sum().backward(); r = w.grad
w = x.clone().requires_grad_(); w.clamp(-1, 1).sum().backward(); r = w.grad
w = x.clone().requires_grad_(); w.abs().sum().backward(); r = w.grad
w = x.clone().requires_grad_(); (w ** 2).sum().backward(); r = w.grad
w = x.clone().requires_grad_(); (w ** 3).sum().backward(); r = w.grad
w = x.clone().requires_grad_(); torch.relu(w).sum().backward(); r = w.grad
w = x.clone().requires_grad_(); F.leaky_relu(w, 0.1).sum().backward(); r = w.grad
w = x.clone().requires_grad_(); F.leaky_relu(torch.relu(w) - 1, 0.25).sum().backward(); r = w.grad
w = x.clone().requires_grad_(); nn.ReLU()(w * 2).sum().backward(); r = w.grad
w = x.clone().requires_grad_(); r = w.grad_fn
w = x.clone().requires_grad_(); (w * 2).requires_grad
w = x.clone().requires_grad_(); w.is_leaf
w = x.clone().requires_grad_(); w.grad
w = x.clone().requires_grad_()\nwith torch.no_grad(): r = w * 2
w = x.clone().requires_grad_()\nwith torch.no_grad(): y = w * 2; z = y + 1\nr = z
w = x.clone().requires_grad_()\nwith torch.no_grad(): w.sub_(1)\nr = w
w = x.clone().requires_grad_(); (w * w).sum().backward()\nwith torch.no_grad(): w -= 0.5 * w.grad\nr = w
w = x.clone().requires_grad_()\nwith torch.no_grad(): y = w * 2\nr = y.requires_grad
'''.strip().splitlines()

rounded = r'''
torch.tensor([0.1, 0.2, 0.35, 0.4]).sum()
torch.tensor([0.1, 0.2, 0.35, 0.4]).mean()
torch.randn(100).sum()
torch.randn(100).mean()
torch.randn(100).std()
torch.randn(100).var()
torch.randn(1000).mean()
torch.randn(1000).std()
torch.randn(10, 20).sum(0)
torch.randn(10, 20).sum(1)
torch.randn(10, 20).mean(0)
torch.randn(10, 20).mean(1, keepdim=True)
torch.randn(10, 20).std(0)
torch.randn(10, 20).std(1)
torch.randn(10, 20).std(1, keepdim=True)
torch.randn(10, 20).std(dim=0, unbiased=False)
torch.randn(10, 20).std(correction=0)
torch.randn(10, 20).var(1)
torch.randn(2, 3, 4).sum([0, 2])
torch.randn(2, 3, 4).mean([1, 2])
torch.randn(2, 3, 4).std([0, 1])
torch.tensor([1., 2., 3., 4.]).std()
torch.tensor([1., 2., 3., 4.]).var()
torch.tensor([1., 2., 3., 4.]).std(unbiased=False)
torch.tensor([1.5]).std()
torch.rand(1000).mean()
torch.rand(1000).std()
torch.exp(x)
torch.log(torch.tensor([0.5, 1., 2., 0., -1.]))
torch.sqrt(torch.tensor([0.5, 1., 2., 0., -1.]))
torch.sin(x)
torch.cos(x)
torch.sigmoid(x)
torch.tanh(x)
F.softmax(x, dim=0)
F.softmax(torch.arange(6.).reshape(2, 3), dim=1)
F.softmax(torch.arange(6.).reshape(2, 3), dim=0)
F.softmax(torch.arange(6.).reshape(2, 3), dim=-1).sum(-1)
torch.arange(6.).reshape(2, 3) @ torch.arange(6.).reshape(3, 2)
torch.dot(x, x)
nn.Sigmoid()(torch.randn(2, 3))
nn.Tanh()(torch.randn(2, 3))
nn.Softmax(dim=1)(torch.randn(4, 5))
w = x.clone().requires_grad_(); torch.sigmoid(w).sum().backward(); r = w.grad
w = x.clone().requires_grad_(); torch.tanh(w).sum().backward(); r = w.grad
w = x.clone().requires_grad_(); torch.exp(w).sum().backward(); r = w.grad
w = x.clone().requires_grad_(); (torch.sigmoid(w) * w).sum().backward(); r = w.grad
w = x.clone().requires_grad_(); torch.tanh(torch.sigmoid(w * 2)).mean().backward(); r = w.grad
w = x.clone().requires_grad_(); (F.softmax(w, dim=0) * torch.arange(5.)).sum().backward(); r = w.grad
w = x.clone().requires_grad_(); F.softmax(w, dim=0)[4].backward(); r = w.grad
w = torch.randn(3, 4).requires_grad_(); (torch.tanh(w) * torch.randn(3, 4)).sum().backward(); r = w.grad
w = torch.randn(4).requires_grad_(); b = torch.zeros(1).requires_grad_(); (torch.sigmoid(torch.randn(8, 4) * w + b)).mean().backward(); r = [w.grad, b.grad]
w = x.clone().requires_grad_(); w.std().backward(); r = w.grad
w = x.clone().requires_grad_(); torch.sigmoid(w)
w = x.clone().requires_grad_(); torch.tanh(w)
w = x.clone().requires_grad_(); F.softmax(w, dim=0)
w = x.clone().requires_grad_(); w.std()
w = x.clone().requires_grad_(); torch.sigmoid(w * 3).sum(0, keepdim=True)
'''.strip().splitlines()
