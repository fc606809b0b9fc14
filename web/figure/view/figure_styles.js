// How <torchlet-figure> looks: by the room that it is given, not by the window's.
import { css } from 'lit';

export const figureStyles = css`
  /* A column, through which a height that a page sets comes down to the drawing: what has no room in it scrolls within the border. */
  :host {
    display: flex;
    flex-direction: column;
    margin-block: 1.5em;
    /* Where percentages count, a figure gives way last: beside words, which can be broken. */
    min-width: min(320px, 100%);
    max-width: 100%;
    /* What stands between the tags is the page's, and looks like the page. */
    color: inherit;
    font: inherit;
  }
  /* In a <figure> the caption stands close, and a part of the parent's height leaves no room for margins. */
  :host(:state(captioned)),
  :host(:state(shared)) {
    margin-block: 0;
  }
  :host(:state(shared)) {
    min-height: 0;
  }
  .frame,
  .room {
    display: flex;
    flex: 1 1 auto;
    flex-direction: column;
    min-height: 0;
  }
  figure,
  .instead {
    flex: 1 1 auto;
    min-height: 0;
    overflow: auto;
    scrollbar-width: thin;
  }
  figure,
  .message,
  .open {
    color: var(--ink);
    font: var(--normal) / 1.5 var(--text);
    text-align: start;
    text-indent: 0;
    text-shadow: none;
    text-transform: none;
    white-space: normal;
    /* Numbers, code and English run from left to right in any page. */
    direction: ltr;
    unicode-bidi: isolate;
  }
  :host([theme='light']) figure,
  :host([theme='light']) .message,
  :host([theme='light']) .open,
  :host([theme='light']) .empty {
    color-scheme: light;
  }
  :host([theme='dark']) figure,
  :host([theme='dark']) .message,
  :host([theme='dark']) .open,
  :host([theme='dark']) .empty {
    color-scheme: dark;
  }
  /* What is in a container has no width to tell a parent that asks for one; an empty column has: this much, or down to the least. */
  .frame {
    width: 100%;
    height: 100%;
  }
  .frame::before {
    content: '';
    display: grid;
    flex: none;
    grid-template-columns: minmax(240px, 40rem);
    height: 0;
    overflow: hidden;
  }
  .room {
    container-type: inline-size;
  }
  /*
   * The drawing is laid out as low as it may be; what it would like beyond that is a row of its own, which gives way where the
   * figure's height is given. Where there is more height than all would like, the one row that may stretch takes it.
   */
  figure {
    --least: max(160px, min(11rem, var(--height, 11rem)));
    --liked: clamp(17rem, 58cqi - 1.25rem, 25rem);
    --beyond: calc(max(var(--least), var(--height, var(--liked))) - var(--least));
    display: grid;
    grid-template: max-content auto minmax(0, var(--beyond)) max-content / minmax(0, 1fr);
    margin: 0;
    padding: var(--torchlet-padding, 1rem);
    border: var(--torchlet-border, 1px solid var(--hairline));
    border-radius: var(--torchlet-radius, 8px);
    background: var(--more-below), var(--paper);
  }
  /* Cells and bars are drawn as large as they must be; bars stand beneath the cells where it is narrow. */
  figure.rows {
    --least: 21rem;
    --liked: 25rem;
  }
  /* The strip of slopes has a room of its own. */
  figure.sloped {
    --least: max(15rem, min(19rem, var(--height, 19rem)));
  }
  figure.printed {
    grid-template-rows: none;
    grid-auto-rows: max-content;
    align-content: start;
  }
  figcaption {
    margin-bottom: 0.75rem;
    font: 600 clamp(1rem, 4.6cqi, 1.125rem) / 1.4 var(--mono);
    letter-spacing: -0.01em;
    overflow-wrap: anywhere;
  }
  .drawn .main {
    grid-row: 2 / 4;
  }
  .main,
  .drawing,
  .drawing > :not(.reset) {
    display: flex;
    flex-direction: column;
    min-width: 0;
  }
  .drawing,
  .drawing > :not(.reset) {
    flex: 1 0 auto;
  }
  .drawing {
    --figure-height: var(--least);
    position: relative;
  }
  .main > * + * {
    margin-top: 0.5rem;
  }
  .panels {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.875rem;
    align-content: start;
    --tensor-height: 11rem;
  }
  .main + .panels {
    margin-top: 1rem;
  }
  .drawn .main + .panels {
    padding-top: 1rem;
    border-top: 1px solid var(--hairline);
  }
  .controls {
    display: grid;
    gap: 0.25rem;
    padding-top: 0.75rem;
    border-top: 1px solid var(--hairline);
  }
  .choice {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1rem;
    align-items: center;
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend {
    float: left;
    margin-right: 1rem;
    padding: 0;
    font: var(--normal) / 2rem var(--mono);
  }
  .choice label {
    display: inline-flex;
    gap: 0.5rem;
    align-items: center;
    min-height: 2rem;
    cursor: pointer;
  }
  input[type='radio'] {
    width: 1rem;
    height: 1rem;
    margin: 0;
    accent-color: var(--accent);
  }
  .seed {
    display: grid;
    grid-template-columns: auto minmax(4rem, 12rem) auto;
    gap: 0.75rem;
    align-items: center;
    justify-content: start;
  }
  .seed label {
    font-family: var(--mono);
  }
  button {
    min-height: 2rem;
    padding: 0 0.75rem;
    border: 1px solid var(--control);
    border-radius: 4px;
    background: var(--paper);
    color: var(--ink);
    font: var(--normal) var(--text);
    white-space: nowrap;
    cursor: pointer;
  }
  button:hover {
    background: var(--raised);
  }
  .reset {
    position: absolute;
    top: 0;
    right: 0;
    min-height: 1.75rem;
    font-size: var(--small);
  }
  .code {
    margin: 0;
    padding: 0.625rem 0.75rem;
    overflow: auto;
    max-height: 20rem;
    border-radius: 4px;
    background: var(--raised);
    font: 0.75rem / 1.125rem var(--mono);
    scrollbar-width: thin;
  }
  .warning,
  .message {
    margin: 0;
    font-size: var(--small);
    overflow-wrap: anywhere;
  }
  .warning {
    color: var(--output);
  }
  .message {
    padding: 0.375rem 0.625rem;
    border-left: 2px solid var(--control);
    background: var(--paper);
    color: var(--grey);
  }
  .open {
    margin-top: 0.5rem;
  }
  /* In a column of a given height the room that is kept is no more than that. */
  .coming {
    scrollbar-width: none;
  }
  .empty {
    border: var(--torchlet-border, 1px solid var(--hairline));
    border-radius: var(--torchlet-radius, 8px);
  }
  @container (max-width: 31rem) {
    figure.rows {
      --least: 36rem;
      --liked: 36rem;
    }
  }
  @container (min-width: 60rem) {
    figure {
      padding: var(--torchlet-padding, 1.25rem);
    }
    figure:not(.rows) {
      --liked: 25rem;
    }
    .panels {
      --tensor-height: 14rem;
    }
    /* Beside the drawing, tensors scroll for themselves. */
    figure.drawn:has(.panels) {
      grid-template: max-content minmax(15rem, auto) / minmax(0, 1fr) minmax(0, clamp(26.5rem, 47cqi, 38rem));
      column-gap: 2rem;
    }
    .drawn figcaption {
      grid-column: 1 / -1;
    }
    .drawn:has(.panels) .main {
      display: grid;
      grid-row: 2;
      grid-template: auto minmax(0, var(--beyond)) / minmax(0, 1fr);
      grid-auto-rows: max-content;
    }
    .drawn:has(.panels) .drawing {
      grid-row: 1 / 3;
    }
    .drawn .main + .panels {
      min-height: 0;
      margin: 0;
      padding: 0;
      border: 0;
      overflow: auto;
      background: var(--more-below);
      scrollbar-width: thin;
    }
  }
  @media print {
    .controls,
    .reset,
    .open {
      display: none;
    }
    figure {
      break-inside: avoid;
    }
  }
`;
