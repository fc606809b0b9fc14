# Programs that the playground offers for some of its states: make_page.py has PyTorch run them.

kPrograms = [
    (
        'activation=LeakyReLU&shape=4,5&seed=3&mean=2&scale=0.3',
        r'''import torch
from torch import nn

torch.manual_seed(3)
input = torch.randn(4, 5) * 0.3 + 2
m = nn.LeakyReLU(negative_slope=0.01)
output = m(input)
print(input)
print(output)

x = input.clone().requires_grad_()
y = m(x)
y.backward(torch.ones_like(y))
print(x.grad)
''',
    ),
    (
        'activation=Tanh&input=rand&shape=3,4&seed=3',
        r'''import torch
from torch import nn

torch.manual_seed(3)
input = torch.rand(3, 4)
m = nn.Tanh()
output = m(input)
print(input)
print(output)

x = input.clone().requires_grad_()
y = m(x)
y.backward(torch.ones_like(y))
print(x.grad)
''',
    ),
    (
        'activation=Tanh&input=rand&shape=1200&seed=3&from=-0.1&to=0.3',
        r'''import torch
from torch import nn

torch.manual_seed(3)
input = torch.rand(1200) * 0.4 - 0.1
m = nn.Tanh()
output = m(input)
print(input)
print(output)

x = input.clone().requires_grad_()
y = m(x)
y.backward(torch.ones_like(y))
print(x.grad)
''',
    ),
    (
        'activation=GELU&input=linspace&shape=7&from=-0.3&to=12.1&upstream=random',
        r'''import torch
from torch import nn

input = torch.linspace(-0.3, 12.1, 7)
m = nn.GELU(approximate='none')
output = m(input)
print(input)
print(output)

x = input.clone().requires_grad_()
y = m(x)
torch.manual_seed(0)
y.backward(torch.randn_like(y))
print(x.grad)
''',
    ),
    (
        'activation=Hardswish&input=linspace&shape=2,3,3',
        r'''import torch
from torch import nn

input = torch.linspace(-5, 5, 18).reshape(2, 3, 3)
m = nn.Hardswish()
output = m(input)
print(input)
print(output)

x = input.clone().requires_grad_()
y = m(x)
y.backward(torch.ones_like(y))
print(x.grad)
''',
    ),
    (
        'activation=SELU&shape=18&seed=5&mean=-1&upstream=random',
        r'''import torch
from torch import nn

torch.manual_seed(5)
input = torch.randn(18) - 1
m = nn.SELU()
output = m(input)
print(input)
print(output)

x = input.clone().requires_grad_()
y = m(x)
y.backward(torch.randn_like(y))
print(x.grad)
''',
    ),
    (
        'activation=Softmin&dim=0&shape=4,5&seed=5&temperature=3&upstream=random',
        r'''import torch
from torch import nn

torch.manual_seed(5)
input = torch.randn(4, 5)
m = nn.Softmin(dim=0)
output = m(input / 3)
print(input)
print(output)

x = input.clone().requires_grad_()
y = m(x / 3)
y.backward(torch.randn_like(y))
print(x.grad)
''',
    ),
    (
        'activation=LogSoftmax&dim=0&input=article&upstream=2',
        r'''import torch
from torch import nn

input = torch.tensor([[0.4325, -0.0198, -0.3384, 1.0506, 0.6901],
                      [0.9477, -0.3371, -0.7476, 0.7868, 0.6242],
                      [-0.3339, 2.4288, 0.4182, 0.5997, -1.5545],
                      [0.5749, -0.5843, -1.2282, 2.0387, -0.7899]])
m = nn.LogSoftmax(dim=0)
output = m(input)
print(input)
print(output)

x = input.clone().requires_grad_()
y = m(x)
y.backward(torch.full([4, 5], 2.))
print(x.grad)
''',
    ),
    (
        'activation=Softmax&dim=0&input=1,2,3&upstream=1,0,-2&temperature=0.7',
        r'''import torch
from torch import nn

input = torch.tensor([1., 2., 3.])
m = nn.Softmax(dim=0)
output = m(input / 0.7)
print(input)
print(output)

x = input.clone().requires_grad_()
y = m(x / 0.7)
y.backward(torch.tensor([1., 0., -2.]))
print(x.grad)
''',
    ),
    (
        'activation=Sigmoid&input=1,2,3&upstream=1,-2,0.5',
        r'''import torch
from torch import nn

input = torch.tensor([1., 2., 3.])
m = nn.Sigmoid()
output = m(input)
print(input)
print(output)

x = input.clone().requires_grad_()
y = m(x)
y.backward(torch.tensor([1., -2., 0.5]))
print(x.grad)
''',
    ),
    (
        'activation=PReLU&weight=0.125&input=-1,2,3&upstream=random',
        r'''import torch
from torch import nn

input = torch.tensor([-1., 2., 3.])
m = nn.PReLU(init=0.125)
output = m(input).detach()
print(input)
print(output)

x = input.clone().requires_grad_()
y = m(x)
torch.manual_seed(0)
y.backward(torch.randn_like(y))
print(x.grad)
''',
    ),
    (
        'activation=RReLU&input=-1,2,3',
        r'''import torch
from torch import nn

input = torch.tensor([-1., 2., 3.])
m = nn.RReLU(lower=0.125, upper=0.3333333333333333).eval()
output = m(input)
print(input)
print(output)

x = input.clone().requires_grad_()
y = m(x)
y.backward(torch.ones_like(y))
print(x.grad)
''',
    ),
    (
        'activation=Softmax2d&shape=2,3,2&seed=18446744073709551615&temperature=2',
        r'''import torch
from torch import nn

torch.manual_seed(18446744073709551615)
input = torch.randn(2, 3, 2)
m = nn.Softmax2d()
output = m(input / 2)
print(input)
print(output)

x = input.clone().requires_grad_()
y = m(x / 2)
y[0, 0, 0].backward()
print(x.grad)
''',
    ),
]
