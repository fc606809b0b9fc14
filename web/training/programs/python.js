// The PyTorch script of a state: what the figure does, as one would write it by hand.

import { python as givenPython } from '../data/given.js';
import { dataSets, isTested } from '../data/sets.js';
import { pythonInits } from '../network/init.js';
import { givenParameters } from '../network/network.js';
import { settingsOf } from '../network/optimizer.js';
import { nameOf } from '../state/activations.js';
import { activationsOf, comparedOf } from '../state/vocabulary.js';
import { indented, isBatched, literal, printedEvery, titleOf } from './parts.js';

/**
 * @typedef {import('../state/vocabulary.js').State} State
 * @typedef {import('../state/activations.js').Chosen} Chosen
 */

/** @param {Chosen} chosen */
function moduleCode(chosen) {
  const given = givenParameters(chosen).map(([name, value]) => `${name}=${literal(value)}`);
  return `nn.${chosen.activation}(${given.join(', ')})`;
}

/** The network's layers, one a line, or a loop over many. @param {State} state */
function networkCode(state) {
  const { layers } = state;
  const acts = activationsOf(state).map(moduleCode);
  const lines = layers
    .slice(1)
    .flatMap((width, i) => [`nn.Linear(${layers[i]}, ${width}),`, ...(acts[i] ? [`${acts[i]},`] : [])]);
  return `net = nn.Sequential(\n${indented(lines.join('\n'), '    ')}\n)`;
}

/** @param {State['init']} init */
const initCode = (init) =>
  init === 'default'
    ? ''
    : `for layer in net:
    if isinstance(layer, nn.Linear):
        ${pythonInits[init]}
        nn.init.zeros_(layer.bias)
`;

/** @param {State} state */
function optimizerCode(state) {
  const settings = Object.entries(settingsOf(state)).map(([name, value]) => `${name}=${value}`);
  return `torch.optim.${state.optimizer}(net.parameters(), ${settings.join(', ')})`;
}

/** @param {State} state */
const dataCode = ({ data, points }) =>
  typeof data === 'string' ? `points, targets = ${data}(${points})` : givenPython(data);

/** @param {State} state */
const definitions = ({ data }) => (typeof data === 'string' ? `${dataSets[data].python}\n\n\n` : '');

/** The head of every script. @param {State} state */
const head = (state) => `# ${titleOf(state)}
import torch
from torch import nn

torch.set_num_threads(1)  # sums in one order, the same at every run


${definitions(state)}`;

/** A function that gives the batch of each step. @param {State} state */
const batchesCode = (state) =>
  isBatched(state)
    ? `def batches():
    loader = torch.utils.data.DataLoader(
        torch.utils.data.TensorDataset(points, targets),
        batch_size=${state.batch},
        shuffle=True,
        generator=torch.Generator().manual_seed(${state.seed}),
    )
    while True:
        yield from loader`
    : `def batches():
    while True:
        yield points, targets  # all of them, at every step`;

const deadCode = `def dead():
    """How many units of each hidden layer have a slope of 0 at every point."""
    counts, values = [], points
    for layer in net[:-1]:
        if isinstance(layer, nn.Linear):
            values = layer(values).detach().requires_grad_()
        else:
            output = layer(values)
            (slopes,) = torch.autograd.grad(output.sum(), values)
            counts.append((slopes == 0).all(0).sum().item())
            values = output
    return counts`;

/** The loop, with what is printed. @param {State} state */
const loopCode = (state) => `losses = []
for step, (x, y) in zip(range(${state.steps}), batches()):
    optimizer.zero_grad()
    loss = criterion(net(x), y)
    loss.backward()
    optimizer.step()
    losses.append(loss.item())
    if step % ${printedEvery(state)} == 0:
        print(f'step {step}: loss {losses[-1]:.4f}')`;

/** @param {State} state */
const endCode = (state) => `with torch.no_grad():
    print(f'step ${state.steps}: loss {criterion(net(points), targets).item():.4f} on all points')${
      isTested(state)
        ? `\n    print(f'step ${state.steps}: loss {criterion(net(test_points), test_targets).item():.4f} on points not seen')`
        : ''
    }`;

/** Of the lessons with one network: dying and network. @param {State} state */
const single = (state) => `${head(state)}torch.manual_seed(${state.seed})
${dataCode(state)}
${isTested(state) ? `test_points, test_targets = ${state.data}(${state.points})\n` : ''}${networkCode(state)}
${initCode(state.init)}criterion = nn.${state.loss}()
optimizer = ${optimizerCode(state)}


${batchesCode(state)}


${deadCode}


print('dead at the start:', dead())
${loopCode(state)}
${endCode(state)}
print('dead at the end:', dead())
`;

/** A dict of the compared activations by name, each made anew by a call. @param {State} state */
const activationsCode = (state) =>
  `activations = {\n${comparedOf(state)
    .map((chosen) => `    '${nameOf(chosen)}': lambda: ${moduleCode(chosen)},`)
    .join('\n')}\n}`;

/** Widths as a list, many equal ones by their count. @param {readonly number[]} layers */
const widthsCode = (layers) =>
  layers.length > 6 && new Set(layers.slice(1, -1)).size === 1
    ? `[2] + [${layers[1]}] * ${layers.length - 2} + [1]`
    : `[${layers.join(', ')}]`;

/** A network's layers by a loop over widths. */
export const loopedNetwork = `layers = []
for before, after in zip(widths, widths[1:]):
    layers += [nn.Linear(before, after), activation()]
net = nn.Sequential(*layers[:-1])`;

/** @param {State} state */
const convergence = (state) => `${head(state)}widths = ${widthsCode(state.layers)}
${activationsCode(state)}


def train(activation, seed):
    """The loss before each step."""
    torch.manual_seed(seed)
${indented(dataCode(state), '    ')}
${indented(loopedNetwork, '    ')}
${indented(initCode(state.init), '    ')}    criterion = nn.${state.loss}()
    optimizer = ${optimizerCode(state)}

${indented(batchesCode({ ...state, seed: 'seed' }), '    ')}

    losses = []
    for _, (x, y) in zip(range(${state.steps}), batches()):
        optimizer.zero_grad()
        loss = criterion(net(x), y)
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return losses


losses = {}
for name, activation in activations.items():
    runs = torch.tensor([train(activation, ${state.seed} + run) for run in range(${state.seeds})])
    losses[name] = runs.tolist()
    median = runs.median(0).values
    below = (median < 0.1).nonzero()
    first = f'below 0.1 from step {below[0].item()}' if len(below) > 0 else 'never below 0.1'
    print(f'{name}: {first}')
    for step in range(0, ${state.steps}, ${printedEvery(state)}):
        print(f'step {step}: loss {median[step].item():.4f}')
`;

/** The four initialisations as one function of a layer. */
export const initFunction = `def initialise(net, init):
    for layer in net:
        if isinstance(layer, nn.Linear) and init != 'default':
            if init == 'xavier':
                ${pythonInits.xavier}
            elif init == 'he':
                ${pythonInits.he}
            elif init == 'alike':
                ${pythonInits.alike}
            nn.init.zeros_(layer.bias)`;

/** A function that gives the sizes of gradients. */
export const sizesFunction = `def sizes(net, criterion, points, targets):
    """The root of the mean square of the gradient of each layer's weight."""
    net.zero_grad()
    criterion(net(points), targets).backward()
    return [layer.weight.grad.double().pow(2).mean().sqrt().item() for layer in net if isinstance(layer, nn.Linear)]`;

/** @param {State} state */
const vanishing = (state) => `${head(state)}widths = ${widthsCode(state.layers)}
${activationsCode(state)}


${initFunction}


${sizesFunction}


losses, profiles = {}, {}
for name, activation in activations.items():
    for init in ['default', 'xavier', 'he', 'alike']:
        torch.manual_seed(${state.seed})
${indented(dataCode(state), '        ')}
${indented(loopedNetwork, '        ')}
        initialise(net, init)
        criterion = nn.${state.loss}()
        optimizer = ${optimizerCode(state)}

${indented(batchesCode(state), '        ')}

        print(f'{name}, {init}')
        start = sizes(net, criterion, points, targets)
        print(f'at the start: first layer {start[0]:.3e}, last layer {start[-1]:.3e}')
        own = []
        for step, (x, y) in zip(range(${state.steps}), batches()):
            optimizer.zero_grad()
            loss = criterion(net(x), y)
            loss.backward()
            optimizer.step()
            own.append(loss.item())
            if step % ${printedEvery(state)} == 0:
                print(f'step {step}: loss {own[-1]:.4f}')
        end = sizes(net, criterion, points, targets)
        losses[f'{name}, {init}'] = own
        profiles[f'{name}, {init}'] = [start, end]
`;

/** The PyTorch script that makes the same losses. @param {State} state */
export function pythonProgram(state) {
  if (state.lesson === 'convergence') return convergence(state);
  return state.lesson === 'vanishing' ? vanishing(state) : single(state);
}
