// The room that a figure will take, by its attributes: kept while it is not drawn, so that nothing beneath it moves when it is.
import { unsafeCSS } from 'lit';
import { from, room } from './room.js';

// Sums of what figureStyles gives each part, as tests/page/reserved.test.js holds them: close, for how many lines of numbers are
// printed is not known before they are computed. They become a padding because there a percentage is one of the width.

/**
 * @param {(condition: string) => string} at the selector of what keeps the room, where a condition holds of the element
 * @param {string} liked the drawing's height
 */
export function reservedText(at, liked) {
  const panels = 'var(--of-tensors) + var(--of-gradient) + var(--of-code)';
  return `
  ${at('')} {
    --of-strip: 0rem; --of-tensors: 9rem; --of-gradient: 0rem; --of-code: 0rem; --of-controls: 0rem; --of-compared: 0rem;
    --of-drawing: max(var(--of-strip), ${liked}) + 2.875rem;
    ${room(`4.5rem + var(--of-drawing) + var(--of-controls) + var(--of-compared) + ${from('60rem', '0rem', panels)}`)}
  }
  ${at('[show*="gradient"]')} { --of-strip: ${from('25rem', '19.75rem', '20.5rem')}; --of-gradient: 5rem; }
  ${at('[show*="tensors"][show*="gradient"]')} { --of-gradient: 3.75rem; }
  ${at('[shape*=","]:not([show])')}, ${at('[shape*=","][show*="tensors"]')} { --of-tensors: 16rem; }
  ${at('[shape*="00"]')} { --of-tensors: 25rem; --of-gradient: 12.5rem; }
  ${at('[show]:not([show*="tensors"])')} { --of-tensors: 0rem; }
  ${at('[show]:not([show*="gradient"])')}, ${at(':not([show])')} { --of-gradient: 0rem; }
  ${at('[show*="code"]')} { --of-code: 20rem; }
  ${at('[controls]')} { --of-controls: ${from('25rem', '5rem', '6.5rem')}; }
  ${at('[compare]')} { --of-compared: ${from('37rem', '5rem', '7.75rem')}; }
  ${at('[activation*="oftm" i]')}, ${at('[activation="GLU"]')} { --of-drawing: ${from('31rem', '27.75rem', '38.5rem')}; }
  ${at('[show]:not([show*="curve"])')} { --of-drawing: 0rem; }`;
}

/** By a width of the column, as figureStyles has it. */
export const kLiked = 'clamp(17rem, 58% - 1.25rem, 25rem)';

/** Within the element, which knows what height its author gives. */
export const reserved = unsafeCSS(
  reservedText(
    (condition) => `:host${condition ? `(${condition})` : ''} .coming::before`,
    `max(160px, var(--height, ${kLiked}))`,
  ),
);
