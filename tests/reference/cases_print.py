# Python whose printed tensor shows a rule of PyTorch's printing each; a blank line parts them.
sources = '''
torch.tensor([1.0720, -1.4033, -0.6637, 1.2851, -0.5382])

nn.ReLU()(torch.tensor([1.0720, -1.4033, -0.6637, 1.2851, -0.5382]))

torch.tensor([1.3159,-2.4688,0.3144,1.3210,-2.0890,0.7903,0.4291,-0.7938,-0.5030,0.7853,-0.4555,1.4221,-1.6509,1.3590,-0.4521,-0.0615,-1.8761,0.7038])

torch.tensor([[0.4325,-0.0198,-0.3384,1.0506,0.6901],[0.9477,-0.3371,-0.7476,0.7868,0.6242],[-0.3339,2.4288,0.4182,0.5997,-1.5545],[0.5749,-0.5843,-1.2282,2.0387,-0.7899]])

nn.Softmax(dim=1)(torch.tensor([[0.4325,-0.0198,-0.3384,1.0506,0.6901],[0.9477,-0.3371,-0.7476,0.7868,0.6242],[-0.3339,2.4288,0.4182,0.5997,-1.5545],[0.5749,-0.5843,-1.2282,2.0387,-0.7899]]))

torch.manual_seed(0)
torch.randn(5)

torch.manual_seed(0)
torch.randn(18)

torch.tensor(0.5)

torch.tensor([1., 2., 3.])

torch.tensor([1, -2, 30])

torch.tensor([1, 2], dtype=torch.int32)

torch.tensor([True, False])

torch.tensor([0.5, 1.5], dtype=torch.float64)

torch.tensor([0.03125, -0.03125, 0.09375])

torch.tensor([1e-4])

torch.tensor([1.1e-4])

torch.tensor([0.001, 1.0])

torch.tensor([0.00099, 1.0])

torch.tensor([1., 1000.])

torch.tensor([1., 1001.])

torch.tensor([1e8])

torch.tensor([123456789.])

torch.tensor([nan, inf, -inf, 1.])

torch.tensor([nan, inf, -inf, 1.5])

torch.tensor([nan, 0., -0., inf])

F.elu(torch.tensor([-2., 0., 2.5]), alpha=0.)

torch.zeros(3)

torch.zeros(30)

torch.arange(1000)

torch.arange(1001)

torch.arange(1001.)

torch.arange(1200.).reshape(30,40)

torch.zeros(2,2,2)

torch.zeros(11,10,10)

torch.tensor([])

torch.zeros(0,3)

torch.tensor([], dtype=torch.int64)

torch.tensor([1., 2.], requires_grad=True)

nn.Sigmoid()(torch.tensor([1., 2.], requires_grad=True))

nn.LeakyReLU(0.1)(torch.linspace(-2,2,7).requires_grad_())

F.relu(torch.tensor([1., -2.], requires_grad=True)).sum()

nn.PReLU(2).weight

torch.tensor([0.5], dtype=torch.float16)

torch.tensor([1+2j, -0.5-1j])

torch.set_printoptions(precision=2)
torch.tensor([1.23456, -2.])

torch.set_printoptions(sci_mode=False)
torch.tensor([1e-5, 1.])

torch.set_printoptions(sci_mode=True)
torch.tensor([1., 2.])

torch.set_printoptions(linewidth=40)
torch.linspace(-1, 1, 9)

torch.set_printoptions(threshold=5, edgeitems=2)
torch.arange(10)

torch.tensor([[1e10, 1.], [nan, -1.]])

torch.tensor([[[1.5]]])

torch.randn(3,0,2)

torch.tensor([99999.5, 0.5])

torch.tensor([0.99995, 0.00005*20])

torch.nn.Softmax(dim=0)(torch.tensor([1., 10., 100.]))

torch.sigmoid(torch.tensor([-20., 0., 20.]))

torch.tanh(torch.tensor([-20., 0., 20.]))

torch.tensor([5.], device='meta')
'''.strip().split('\n\n')
