// How <torchlet-figure> looks: by the room that it is given, not by the window's.
import { css } from 'lit';

export const figureStyles = css`
  :host {
    margin-block: 1.5em;
    /* Where percentages count, a figure gives way last: beside words, which can be broken. */
    min-width: min(320px, 100%);
    max-width: 100%;
    /* What stands between the tags is the page's, and looks like the page. */
    color: inherit;
    font: inherit;
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
  :host([theme='light']) .room > :not(slot) {
    color-scheme: light;
  }
  :host([theme='dark']) .room > :not(slot) {
    color-scheme: dark;
  }
  /* What is in a container has no width to tell a parent that asks for one; an empty column has: this much, or down to the least. */
  .frame {
    width: 100%;
  }
  .frame::before {
    content: '';
    display: grid;
    grid-template-columns: minmax(240px, 40rem);
    height: 0;
    overflow: hidden;
  }
  .room {
    container-type: inline-size;
  }
  figure {
    margin: 0;
    padding: var(--torchlet-padding, 1rem);
    border: var(--torchlet-border, 1px solid var(--hairline));
    border-radius: var(--torchlet-radius, 8px);
    background: var(--paper);
  }
  figcaption {
    margin-bottom: 0.75rem;
    font: 600 clamp(1rem, 4.6cqi, 1.125rem) / 1.4 var(--mono);
    letter-spacing: -0.01em;
    overflow-wrap: anywhere;
  }
  .drawing {
    --figure-height: var(--height, clamp(17rem, 58cqi, 25rem));
    position: relative;
  }
  /* Cells and bars are drawn as large as they must be; bars stand beneath the cells where it is narrow. */
  .drawing.rows {
    --figure-height: max(21rem, var(--height, 25rem));
  }
  .body,
  .main,
  .panels {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
  }
  .body {
    gap: 1rem;
  }
  .main {
    gap: 0.5rem;
  }
  .panels {
    gap: 0.875rem;
    --tensor-height: 11rem;
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
  .printed .main:empty {
    display: none;
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
  .reserved {
    height: var(--height, 25rem);
    border: var(--torchlet-border, 1px solid var(--hairline));
    border-radius: var(--torchlet-radius, 8px);
  }
  @container (max-width: 31rem) {
    .drawing.rows {
      --figure-height: max(36rem, var(--height, 36rem));
    }
  }
  @container (min-width: 60rem) {
    figure {
      padding: var(--torchlet-padding, 1.25rem);
    }
    .drawn .body:has(.panels) {
      grid-template-columns: minmax(0, 1fr) minmax(0, 26.5rem);
      gap: 2rem;
    }
    .drawn .main + .panels {
      padding: 0;
      border: 0;
    }
    .drawing:not(.rows) {
      --figure-height: var(--height, 25rem);
    }
    .panels {
      --tensor-height: 14rem;
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
