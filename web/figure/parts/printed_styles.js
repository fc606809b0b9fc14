// How <torchlet-tensor> looks.
import { css } from 'lit';

export const printedStyles = css`
  :host([kind='input']) {
    --mark: var(--input);
  }
  :host([kind='output']) {
    --mark: var(--output);
  }
  :host([kind='gradient']) {
    --mark: var(--gradient);
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.75rem;
    align-items: baseline;
    font-family: var(--mono);
    font-size: var(--small);
  }
  .name {
    color: var(--mark);
    font-weight: 700;
  }
  .size,
  .note {
    color: var(--grey);
  }
  .note {
    font-family: var(--text);
  }
  .panel {
    position: relative;
    margin-top: 0.25rem;
    padding: 0.25rem 0 0.25rem 0.625rem;
    overflow: auto;
    max-height: var(--tensor-height, 9.75rem);
    min-height: 1.625rem;
    border-left: 2px solid var(--mark);
    background: var(--more-beside), var(--more-below);
    scrollbar-width: thin;
    cursor: default;
  }
  .text {
    position: relative;
    width: max-content;
    min-width: 100%;
    /* The mark counts columns by the width of a digit. */
    letter-spacing: normal;
  }
  pre {
    margin: 0;
    font: 0.75rem/1.125rem var(--mono);
    font-variant-numeric: tabular-nums;
    font-variant-ligatures: none;
  }
  .probe {
    position: absolute;
    visibility: hidden;
    font: 0.75rem/1.125rem var(--mono);
  }
  .mark {
    position: absolute;
    left: calc(var(--start) * 1ch);
    top: calc(var(--line) * 1.125rem);
    width: calc(var(--size) * 1ch);
    height: 1.125rem;
    font: 0.75rem/1.125rem var(--mono);
    pointer-events: none;
    outline: 1.5px solid var(--mark);
    outline-offset: 1px;
    border-radius: 2px;
    background: color-mix(in srgb, var(--mark) 16%, transparent);
  }
  .mark[hidden] {
    display: none;
  }
  .heat {
    padding-left: 0.375rem;
  }
  .heat svg {
    display: block;
    font-family: var(--mono);
    font-size: 12px;
    font-variant-numeric: tabular-nums;
  }
  .heat text {
    fill: var(--ink);
    pointer-events: none;
  }
  .cell rect {
    fill: var(--mark);
  }
  .marker {
    fill: none;
    stroke: var(--accent);
    stroke-width: 3;
    pointer-events: none;
  }
  @media (forced-colors: active) {
    .heat text {
      fill: CanvasText;
    }
    .cell rect {
      fill: none;
      stroke: GrayText;
    }
  }
`;
