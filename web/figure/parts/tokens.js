// Colours, sizes and type of every figure, chosen once. A page overrides them by the --torchlet- properties.
import { css } from 'lit';

// Data colours: Okabe and Ito's blue, vermilion and bluish green, darkened or lightened until text of them has 4.5:1 on paper.
export const tokens = css`
  :root,
  :host {
    --paper: var(--torchlet-paper, light-dark(#ffffff, #15171a));
    --raised: var(--torchlet-raised, light-dark(#f5f6f7, #1f2226));
    --ink: var(--torchlet-ink, light-dark(#17191c, #e9eaeb));
    --grey: var(--torchlet-grey, light-dark(#5b6168, #a2a8af));
    --hairline: var(--torchlet-hairline, light-dark(#d5d9dd, #393e44));
    --control: var(--torchlet-control, light-dark(#81878e, #787f87));
    --accent: var(--torchlet-accent, light-dark(#4b3fc4, #a9a1ff));
    --input: var(--torchlet-input, light-dark(#0068a5, #56b4e9));
    --output: var(--torchlet-output, light-dark(#b84f00, #f58a3c));
    --gradient: var(--torchlet-gradient, light-dark(#00785a, #2fc79b));
    --other-1: light-dark(#a0367a, #e08fc0);
    --other-2: light-dark(#7a6200, #d9b84a);
    --other-3: light-dark(#5a4fd0, #a9a1ff);
    --shade: var(--torchlet-shade, light-dark(#eceef0, #23272b));
    --text: var(--torchlet-text, system-ui, -apple-system, 'Segoe UI', Roboto, 'Liberation Sans', sans-serif);
    --mono: var(--torchlet-mono, ui-monospace, SFMono-Regular, Menlo, Consolas, 'Liberation Mono', monospace);
    --small: 0.75rem;
    --normal: 0.875rem;
    --reading: 1rem;
    --large: 1.5rem;
    /* Backgrounds of what scrolls: a shadow at each end beyond which there is more, which what scrolls along covers at its own ends.
       A pixel within the edge: where the edge lies between two pixels of a screen, the cover may end before it. */
    --edge: color-mix(in srgb, var(--ink) 22%, transparent);
    --more-beside:
      linear-gradient(to right, var(--paper) 35%, transparent) left / 2rem 100% no-repeat local,
      linear-gradient(to left, var(--paper) 35%, transparent) right / 2rem 100% no-repeat local,
      linear-gradient(to right, var(--edge), transparent) 1px / 0.75rem calc(100% - 2px) no-repeat,
      linear-gradient(to left, var(--edge), transparent) calc(100% - 1px) / 0.75rem calc(100% - 2px) no-repeat;
    --more-below:
      linear-gradient(var(--paper) 35%, transparent) top / 100% 2rem no-repeat local,
      linear-gradient(to top, var(--paper) 35%, transparent) bottom / 100% 2rem no-repeat local,
      linear-gradient(var(--edge), transparent) 50% 1px / calc(100% - 2px) 0.5rem no-repeat,
      linear-gradient(to top, var(--edge), transparent) 50% calc(100% - 1px) / calc(100% - 2px) 0.5rem no-repeat;
  }
`;

/** Boxes to type in. */
export const boxes = css`
  input[type='text'] {
    width: 100%;
    height: 2rem;
    padding: 0 0.5rem;
    border: 1px solid var(--control);
    border-radius: 4px;
    background: var(--paper);
    color: var(--ink);
    font: var(--normal) var(--mono);
  }
  input[aria-invalid='true'] {
    border-color: var(--output);
    box-shadow: inset 0 0 0 1px var(--output);
  }
`;

/** What every element's shadow tree begins with. */
export const base = css`
  :host {
    display: block;
    color: var(--ink);
    font-family: var(--text);
    font-size: var(--normal);
    line-height: 1.5;
  }
  :host([hidden]) {
    display: none;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  /* Columns stand as they are printed; sentences may take a reader's spacing. */
  pre,
  code,
  svg,
  figcaption,
  table {
    word-spacing: normal;
  }
  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }
  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
