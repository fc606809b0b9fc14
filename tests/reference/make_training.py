# Losses of training that torchlet repeats: 2-16-16-1 on 256 points, six activations, two optimisers, 300 full batches.
import torch
from recording import write
from torch import nn

kActivations = ['Sigmoid', 'Tanh', 'ReLU', 'LeakyReLU', 'ELU', 'GELU']
kOptimisers = [('SGD', 0.1), ('Adam', 0.01)]
kSteps = 300


def train(activation, optimiser, rate):
    torch.manual_seed(0)
    points = torch.randn(256, 2)
    squares = points * points
    targets = (squares[:, 0] + squares[:, 1] > 1.4).float().unsqueeze(1)
    act = getattr(nn, activation)
    net = nn.Sequential(nn.Linear(2, 16), act(), nn.Linear(16, 16), act(), nn.Linear(16, 1))
    optimizer = getattr(torch.optim, optimiser)(net.parameters(), lr=rate)
    criterion = nn.BCEWithLogitsLoss()
    losses = []
    for _ in range(kSteps):
        optimizer.zero_grad()
        loss = criterion(net(points), targets)
        loss.backward()
        optimizer.step()
        losses.append(float(f'{loss.item():.9g}'))  # enough for every float32
    return {'activation': activation, 'optimiser': optimiser, 'lr': rate, 'losses': losses}


def make():
    about = 'The loss before each step of 2-16-16-1 on 256 normal points, 1 where they lie beyond the radius √1.4; seed 0.'
    runs = [train(activation, *optimiser) for activation in kActivations for optimiser in kOptimisers]
    write('training', about, runs=runs)
