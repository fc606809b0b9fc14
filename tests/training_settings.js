// Settings beside the presets that use every word of training's vocabulary: PyTorch ran their scripts too.
import { readState } from '../web/training/state/vocabulary.js';

/** By the name of the recorded run. */
const words = {
  further_layers:
    'lesson=network&activations=GELU(approximate=tanh),LeakyReLU(negative_slope=0.2)&init=he&optimizer=AdamW&weight_decay=0.1&data=spirals&steps=60&seed=5',
  further_learned:
    'lesson=network&activation=PReLU&weight=0.1&optimizer=RMSprop&data=xor&loss=MSELoss&batch=7&points=33&steps=40&seed=-3',
  further_points:
    'lesson=network&activation=Threshold&threshold=0&value=0.5&init=xavier&data=0.5,1,1;-0.25,0,0;1,-1,1;-1,0.5,0&batch=3&steps=30&optimizer=SGD&lr=0.3&weight_decay=0.01',
  further_alike:
    'lesson=dying&layers=2-16-16-16-1&init=alike&data=moons&steps=20&lr=0.1&batch=all&seed=18446744073709551000',
  further_race:
    'lesson=convergence&activation=SELU&compare=Softplus(beta=2),Hardtanh&layers=2-9-1&init=he&data=moons&batch=16&steps=24&seeds=2&seed=11&optimizer=AdamW&lr=0.01',
  further_alone:
    'lesson=convergence&activation=SiLU&compare=&data=0.5,1,1;-0.25,0,0;1,-1,1;-1,0.5,0&steps=7&seeds=1&lr=1e-7',
  further_batches:
    'lesson=vanishing&activation=Mish&compare=ELU(alpha=0.5)&layers=2-8x7-1&batch=64&steps=10&loss=MSELoss&points=100',
  further_widths: 'lesson=vanishing&activation=Hardswish&layers=2-8-4-1&data=xor&init=he&steps=12',
};

/** @param {string} text */
function stateOf(text) {
  const { state, problems } = readState(new URLSearchParams(text));
  if (problems.length > 0) throw new Error(problems.join('; '));
  return state;
}

/** Like presets. */
export const furtherSettings = Object.entries(words).map(([name, text]) => ({
  name,
  state: stateOf(text),
}));
