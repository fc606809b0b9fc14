// What the page says of each lesson: its name, the question, what is seen and what to try. The numbers are those of PyTorch 2.14.
import { html } from 'lit';

/**
 * @typedef {object} Words
 * @property {string} name
 * @property {string} question
 * @property {unknown} lead above the figure
 * @property {unknown} look beneath it
 * @property {unknown} attempt
 */

/** @type {Readonly<Record<import('../training/state/choices.js').Lesson, Words>>} */
export const lessonWords = {
  dying: {
    name: 'Dying units',
    question: 'Why do units die?',
    lead: 'A ReLU unit that gets a negative number at every point answers 0 to all of them, and no gradient comes back to move it: it is dead. One step that is too large is enough.',
    look: 'By SGD with a learning rate of 5, 5 of the 32 units of the first layer are dead at the start and 22 after 300 steps; of the second layer 4, and then all 32. Nothing comes back to the first layer any more, and the loss stays at 0.69: the network says the same of every point.',
    attempt: html`Take the learning rate down to 0.5: 8 of the 64 units are dead at the end, 9 were at the start. Go back to 5 and choose LeakyReLU: all units live, and yet the loss jumps from step to step and stays far above the 0.02 of smaller steps. Then take ReLU with Adam and 0.3: about 40 units are dead, and the loss is below 0.05. Dead is not failed.`,
  },
  vanishing: {
    name: 'Vanishing gradients',
    question: 'Where does the gradient go?',
    lead: 'The gradient comes back layer by layer, and every layer multiplies it. Many factors below 1 leave nothing for the first layers: they do not move while the last ones learn.',
    look: html`Through 20 layers of Sigmoid, by PyTorch’s own initial weights, the first layer’s gradient is 2 · 10⁻¹⁸ of the last one’s. The axis is logarithmic: a straight line is the same factor at every layer.`,
    attempt: html`Choose ReLU, then LeakyReLU: with <code>nn.Linear</code>’s own weights their gradients vanish as well, to 2 · 10⁻⁷ for both. With He’s weights they arrive. At this depth the initial weights decide, not the slope on the left of 0.`,
  },
  convergence: {
    name: 'Convergence',
    question: 'Which function is fastest?',
    lead: 'The same network with five activation functions, on the same points, from the same five seeds. The faster a loss falls, the sooner the network is of use.',
    look: 'By SGD with a learning rate of 0.1 the median of ReLU’s losses falls below 0.1 at step 515. No other does within 600 steps, and Sigmoid’s, at 0.69, has not begun to fall.',
    attempt: html`Take Adam with 0.01: GELU is there at step 45, ReLU at 52, and Sigmoid follows at 191. “Faster” is said of a function together with an optimiser and a learning rate, never of a function alone.`,
  },
  network: {
    name: 'A network of your own',
    question: 'What does each unit do?',
    lead: 'All of it is free here: the points, the layers and their units, a function for each layer, the initial weights, the loss, the optimiser.',
    look: html`Each unit of the first layer draws one line through the points, and bends it as its function bends. Each later one adds up what stands before it. Go back to any step to see how they came to be.`,
    attempt: html`Choose two spirals, and find the smallest network that parts them. Then make all weights alike at the start, and see what becomes of the units of a layer.`,
  },
};
