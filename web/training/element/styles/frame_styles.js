// How <torchlet-training> is laid out: title, presets, steps, settings, numbers, code.
import { css } from 'lit';

export const frameStyles = css`
  :host {
    margin-block: 1.5em;
    min-width: min(300px, 100%);
    max-width: 100%;
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
    direction: ltr;
    unicode-bidi: isolate;
  }
  :host([theme='light']) .room {
    color-scheme: light;
  }
  :host([theme='dark']) .room {
    color-scheme: dark;
  }
  .room {
    container-type: inline-size;
  }
  figure {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75rem;
    margin: 0;
    padding: var(--torchlet-padding, 1rem);
    border: var(--torchlet-border, 1px solid var(--hairline));
    border-radius: var(--torchlet-radius, 8px);
    background: var(--paper);
  }
  figcaption {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1rem;
    align-items: baseline;
    font-size: 1.125rem;
    line-height: 1.5rem;
  }
  .lesson-name {
    font-weight: 600;
  }
  figcaption code {
    color: var(--grey);
    font: var(--normal) var(--mono);
    overflow-wrap: anywhere;
  }
  .statement {
    min-height: 3em;
    margin: 0;
    max-width: 70ch;
    font-size: var(--reading);
  }
  .presets {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(7.5rem, 1fr));
    gap: 0.5rem;
  }
  .presets button {
    display: grid;
    align-content: start;
    padding: 0.375rem 0.625rem;
    line-height: 1.125rem;
    text-align: start;
    white-space: normal;
  }
  .presets b {
    font-weight: 600;
  }
  .presets span {
    color: var(--grey);
    font-size: var(--small);
  }
  button[aria-pressed='true'] {
    border-color: var(--accent);
    box-shadow: inset 0 0 0 1px var(--accent);
  }
  .picture {
    min-width: 0;
    min-height: 20rem;
    overflow-x: clip;
  }
  button,
  select {
    min-height: 2rem;
    padding: 0 0.625rem;
    border: 1px solid var(--control);
    border-radius: 4px;
    background: var(--paper);
    color: var(--ink);
    font: var(--normal) var(--text);
    cursor: pointer;
  }
  button:hover:enabled {
    background: var(--raised);
  }
  button[aria-disabled='true'],
  button:disabled {
    border-color: var(--hairline);
    color: var(--grey);
    cursor: default;
  }
  .transport {
    display: grid;
    gap: 0.25rem;
  }
  .transport .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 0.375rem;
    align-items: center;
  }
  .play {
    min-width: 4.5rem;
    border-color: var(--accent);
    background: var(--accent);
    color: var(--paper);
    font-weight: 600;
  }
  .play:hover:enabled {
    background: color-mix(in srgb, var(--accent) 85%, var(--ink));
  }
  .step-count {
    margin-inline-start: auto;
    font: var(--normal) var(--mono);
    font-variant-numeric: tabular-nums;
  }
  .scrub {
    width: 100%;
    height: 1.75rem;
    margin: 0;
    accent-color: var(--accent);
  }
  progress {
    width: 100%;
    height: 3px;
    border: 0;
    appearance: none;
    background: transparent;
    visibility: hidden;
  }
  progress.busy {
    visibility: visible;
    background: var(--hairline);
  }
  progress::-webkit-progress-bar {
    background: transparent;
  }
  progress::-webkit-progress-value {
    background: var(--accent);
  }
  progress::-moz-progress-bar {
    background: var(--accent);
  }
  .readings {
    display: grid;
    gap: 0.25rem;
    max-width: 76ch;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .fold {
    border-top: 1px solid var(--hairline);
  }
  .fold > summary {
    min-height: 2.25rem;
    font-weight: 600;
    line-height: 2.25rem;
    cursor: pointer;
  }
  .fold + .fold {
    margin-top: -0.75rem;
  }
  .settings {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 24rem), 1fr));
    grid-auto-rows: minmax(3.375rem, auto);
    gap: 0 2.5rem;
    align-items: start;
    padding-bottom: 0.75rem;
    --label: 8rem;
    --reset: 6.5rem;
  }
  .field {
    display: grid;
    grid-template-columns: var(--label) minmax(0, 1fr);
    gap: 0 0.75rem;
    align-items: center;
  }
  .field label,
  .field > span {
    font-family: var(--mono);
  }
  .note {
    grid-column: 2;
    min-height: 1.125rem;
    margin: 0;
    color: var(--grey);
    font-size: var(--small);
    line-height: 1.125rem;
  }
  .problem {
    color: var(--output);
  }
  .with-button {
    display: grid;
    grid-template-columns: minmax(0, 1fr) var(--reset);
    gap: 0 0.75rem;
    align-items: start;
  }
  .with-button button {
    padding: 0;
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 0.375rem;
  }
  .code-head {
    display: flex;
    gap: 0.75rem;
    align-items: center;
    margin-block: 0.5rem;
  }
  .languages {
    display: flex;
    gap: 0.375rem;
  }
  .said {
    margin-inline-start: auto;
    color: var(--grey);
    font-size: var(--small);
  }
  .recorded {
    color: var(--grey);
  }
  .code {
    max-height: 24rem;
    margin: 0 0 0.75rem;
    padding: 0.625rem 0.75rem;
    overflow: auto;
    border-radius: 4px;
    background: var(--raised);
    font: 0.75rem / 1.125rem var(--mono);
    scrollbar-width: thin;
  }
  .table {
    max-height: 24rem;
    overflow: auto;
    background: var(--more-below);
    scrollbar-width: thin;
  }
  table {
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }
  caption {
    padding-block: 0.25rem;
    color: var(--grey);
    text-align: start;
  }
  th,
  td {
    padding: 0.125rem 1.25rem 0.125rem 0;
    text-align: end;
    white-space: nowrap;
  }
  thead th {
    border-bottom: 1px solid var(--hairline);
    font-weight: 600;
    white-space: normal;
  }
  tbody th {
    font-weight: 400;
  }
  .message {
    margin: 0;
    padding: 0.375rem 0.625rem;
    border-inline-start: 2px solid var(--control);
    background: var(--paper);
    color: var(--grey);
    font-size: var(--small);
    overflow-wrap: anywhere;
  }
  .instead {
    display: flow-root;
  }
  .empty {
    border: var(--torchlet-border, 1px solid var(--hairline));
    border-radius: var(--torchlet-radius, 8px);
  }
  @container (max-width: 36rem) {
    .statement {
      min-height: 6em;
    }
    .settings {
      --label: 6rem;
    }
  }
  @media print {
    .transport,
    .presets,
    .settings,
    .open {
      display: none;
    }
    figure {
      break-inside: avoid;
    }
  }
`;
