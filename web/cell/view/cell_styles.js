// How a cell looks: the code block that stood there before, one button more, and what it put out beneath.
import { css } from 'lit';
import { pageTokens } from '../../figure/parts/page_tokens.js';

const own = css`
  :host {
    --keyword: light-dark(#7a3e9d, #d3a5f0);
    --string: light-dark(#3f6b2a, #a5cf8a);
    --number: light-dark(#8a4b08, #e6b071);
    --comment: light-dark(#667079, #98a1aa);
    --name: light-dark(#0a5ea8, #7fbdf2);
    margin-block: 1.25em;
    max-width: 100%;
    color: inherit;
    font: inherit;
  }
  :host([theme='light']) .cell {
    color-scheme: light;
  }
  :host([theme='dark']) .cell {
    color-scheme: dark;
  }
  .cell {
    border: var(--torchlet-border, 1px solid var(--hairline));
    border-radius: var(--torchlet-radius, 6px);
    background: var(--paper);
    color: var(--ink);
    font: var(--normal) / 1.5 var(--text);
    text-align: start;
    direction: ltr;
  }
  .source,
  .out,
  .traceback {
    margin: 0;
    padding: 0.75rem 1rem;
    overflow: auto;
    font: 0.875rem / 1.35rem var(--mono);
    tab-size: 4;
    white-space: pre;
    scrollbar-width: thin;
  }
  .source {
    border-radius: var(--torchlet-radius, 6px) var(--torchlet-radius, 6px) 0 0;
    background: var(--more-beside-raised);
  }
  .attached .source {
    display: none;
  }
  .attached {
    border-start-start-radius: 0;
    border-start-end-radius: 0;
  }
  .tok-keyword,
  .tok-operatorKeyword {
    color: var(--keyword);
  }
  .tok-string,
  .tok-string2 {
    color: var(--string);
  }
  .tok-number,
  .tok-bool {
    color: var(--number);
  }
  .tok-comment {
    color: var(--comment);
    font-style: italic;
  }
  .tok-definition,
  .tok-className {
    color: var(--name);
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 0.75rem;
    align-items: center;
    min-height: 2.5rem;
    padding: 0.25rem 0.5rem;
    border-top: 1px solid var(--hairline);
  }
  button {
    min-height: 2rem;
    padding: 0 0.5rem;
    border: 1px solid transparent;
    border-radius: 4px;
    background: none;
    color: var(--accent);
    font: var(--small) var(--text);
    cursor: pointer;
  }
  button:hover {
    background: var(--raised);
  }
  .run {
    min-width: 4rem;
    border-color: var(--accent);
    background: var(--accent);
    color: var(--paper);
    font: 600 var(--normal) var(--text);
  }
  .run:hover {
    background: color-mix(in srgb, var(--accent) 85%, var(--ink));
  }
  .status {
    color: var(--grey);
    font-size: var(--small);
  }
  .open {
    padding: 0 0.5rem;
    color: var(--accent);
    font-size: var(--small);
    line-height: 2rem;
    text-decoration: none;
  }
  .open:hover {
    text-decoration: underline;
  }
  .aside {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem;
    margin-inline-start: auto;
  }
  .outputs {
    border-top: 1px solid var(--hairline);
  }
  /* Text scrolls where it is long, cut within a line; a figure is seen whole. */
  .outputs:not(:has(.plot)) {
    max-height: 39.5rem;
    overflow: auto;
    scrollbar-width: thin;
  }
  .out.long {
    max-height: 24.4rem;
  }
  .out,
  .traceback {
    background: var(--more-beside);
  }
  .out + .out {
    padding-top: 0;
  }
  .warning {
    color: var(--output);
  }
  .traceback {
    color: light-dark(#a3211f, #ff9b93);
  }
  .hint {
    margin: 0 1rem 0.75rem;
    padding: 0.375rem 0.75rem;
    border-inline-start: 3px solid var(--accent);
    background: var(--raised);
  }
  .plot {
    margin: 0.5rem 1rem;
    max-width: 40rem;
  }
  .plot svg {
    display: block;
    width: 100%;
    height: auto;
  }
  /* No narrower than it can be read, which an empty canvas says by its width. */
  .plot.wide {
    max-width: none;
  }
  .wide .scroll {
    display: grid;
    grid-template-columns: minmax(min-content, 60rem);
    overflow-x: auto;
    background: var(--more-beside);
    scrollbar-width: thin;
  }
  details {
    margin: 0 0 0.5rem;
    font-size: var(--small);
  }
  summary {
    color: var(--grey);
    cursor: pointer;
  }
  .table {
    max-height: 18rem;
    overflow: auto;
  }
  table {
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }
  th,
  td {
    padding: 0.125rem 1rem 0.125rem 0;
    text-align: end;
    white-space: nowrap;
  }
  .stale .outputs {
    opacity: 0.65;
  }
  @media print {
    .bar {
      display: none;
    }
    .outputs:not(:has(.plot)),
    .out.long {
      max-height: none;
    }
    .wide .least {
      display: none;
    }
  }
`;

export const cellStyles = [pageTokens, own];
