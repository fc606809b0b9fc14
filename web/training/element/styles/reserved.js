// The room that a lesson will take, by its attributes, kept while it is not drawn (figure/view/room.js says how).
import { unsafeCSS } from 'lit';
import { from, room } from '../../../figure/view/room.js';

/** Narrower, parts stand beneath one another. */
const kWide = '53rem';

/** Of each lesson: beside one another; beneath one another, by the width; what the open settings add. */
const lessons = {
  dying: ['79rem', 'clamp(110rem, 152rem - 97%, 131rem)', '19.5rem', '33rem'],
  vanishing: ['60.5rem', 'clamp(80.5rem, 125rem - 103%, 103rem)', '16.5rem', '31rem'],
  convergence: ['73rem', from('28rem', '89rem', '115rem'), '25rem', '42rem'],
  network: ['68.5rem', 'clamp(97rem, 120rem - 54%, 109rem)', '27rem', '48rem'],
};

/** @param {(condition: string) => string} at the selector of what keeps the room, where a condition holds of the element */
export const reservedText = (at) =>
  Object.entries(lessons)
    .flatMap(([name, [wide, narrow, wideSettings, narrowSettings]]) => {
      // The first is the one that is shown where none is named.
      const is = name === 'dying' ? ':not([lesson])' : '';
      const both = (/** @type {string} */ more) =>
        [`[lesson="${name}"]`, is].filter(Boolean).map((condition) => at(condition + more));
      return [
        `${both('')} { --of-settings: 0rem; ${room(`${from(kWide, wide, narrow)} + var(--of-settings)`)} }`,
        `${both('[controls]')} { --of-settings: ${from(kWide, wideSettings, narrowSettings)}; }`,
      ];
    })
    .join('\n  ');

export const reserved = unsafeCSS(reservedText((condition) => `:host(${condition}) .coming::before`));
