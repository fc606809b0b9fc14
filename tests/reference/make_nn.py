# What layers, losses, optimisers, shuffles give in PyTorch, as programs and as orders.
import cases_nn
import torch
from make_sources import kAbout, split
from recording import write
from torch.utils.data import DataLoader, TensorDataset, random_split


def orders(seed, count, size, drop):
    """Two rounds of a shuffled loader, and a random number after them."""
    torch.manual_seed(seed)
    loader = DataLoader(TensorDataset(torch.arange(count)), batch_size=size, shuffle=True, drop_last=drop)
    rounds = [[batch.tolist() for (batch,) in loader] for _ in range(2)]
    return {'seed': seed, 'count': count, 'size': size, 'drop': drop, 'rounds': rounds, 'after': torch.rand(1).item()}


def own_orders(seed, count):
    """The same with a generator of its own."""
    torch.manual_seed(seed)
    generator = torch.Generator().manual_seed(seed + 1)
    loader = DataLoader(torch.arange(count), batch_size=3, shuffle=True, generator=generator)
    rounds = [[batch.tolist() for batch in loader] for _ in range(2)]
    after = [torch.rand(1, generator=generator).item(), torch.rand(1).item()]
    return {'seed': seed, 'count': count, 'rounds': rounds, 'after': after}


def splits(seed, count, lengths):
    parts = random_split(range(count), lengths, torch.Generator().manual_seed(seed))
    return {'seed': seed, 'count': count, 'lengths': lengths, 'parts': [list(part.indices) for part in parts]}


def make():
    lists = {}
    for name in ('layers', 'containers', 'losses', 'lossErrors', 'optim', 'rounded'):
        lists[name], others = split(getattr(cases_nn, name), with_bits=True)
        for other in others:
            print(name, other)
    lists['orders'] = [orders(seed, *rest) for seed in (0, 7) for rest in ((10, 4, False), (10, 4, True), (1, 1, False), (50, 7, False))]
    lists['ownOrders'] = [own_orders(0, 10), own_orders(5, 9)]
    lists['splits'] = [splits(3, 7, [3, 4]), splits(3, 10, [0.35, 0.35, 0.3]), splits(0, 5, [5])]
    write('nn', kAbout + ' In the list `rounded` the last bits depend on the order of a sum.', **lists)
