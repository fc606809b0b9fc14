// How <torchlet-rows> looks.
import { css } from 'lit';

export const rowsStyles = css`
  .stage {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1.75rem;
    align-content: flex-start;
    flex: 1 0 auto;
    height: var(--figure-height, 30rem);
    overflow: hidden;
    touch-action: pan-y;
  }
  .hint {
    display: flex;
    align-items: center;
    height: 2.75rem;
    margin: 0;
    color: var(--grey);
    font-size: var(--small);
  }
  .grids {
    flex: 56 1 0;
    min-width: 0;
  }
  .bars {
    flex: 44 1 0;
    min-width: 0;
  }
  .full {
    flex: 1 0 100%;
  }
  .abreast {
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 1fr));
    gap: 0 1.75rem;
  }
  .input {
    --mark: var(--input);
  }
  .output {
    --mark: var(--output);
  }
  .gradient {
    --mark: var(--gradient);
  }
  svg {
    display: block;
    overflow: visible;
    font-family: var(--mono);
    font-size: 12px;
    font-variant-numeric: tabular-nums;
  }
  text {
    fill: var(--ink);
    pointer-events: none;
  }
  .title {
    margin: 0;
    height: 1.75rem;
    line-height: 1.75rem;
    color: var(--mark);
    font-size: var(--small);
    font-weight: 600;
    white-space: nowrap;
  }
  .quiet {
    padding-left: 0.375rem;
    color: var(--grey);
    font-weight: 400;
  }
  .sum {
    display: flex;
    justify-content: space-between;
    margin: 0 2px 0.25rem 0;
    font-size: var(--small);
    line-height: 1.375rem;
    border-top: 1px solid var(--hairline);
    color: var(--grey);
  }
  .number {
    font-family: var(--mono);
    font-variant-numeric: tabular-nums;
    color: var(--ink);
    font-weight: 600;
  }
  .cell rect {
    fill: var(--mark);
  }
  /* What joins a slice's cells goes behind the numbers. */
  .cell text {
    paint-order: stroke;
    stroke: var(--paper);
    stroke-width: 2.5px;
    stroke-linejoin: round;
  }
  .cell,
  .bar {
    cursor: pointer;
  }
  .slice {
    fill: none;
    stroke: var(--control);
    pointer-events: none;
  }
  .slice.chosen {
    stroke: var(--ink);
    stroke-width: 2;
  }
  .joint {
    fill: none;
    stroke: var(--ink);
    stroke-width: 2;
    stroke-dasharray: 3 3;
    pointer-events: none;
  }
  .marker {
    fill: none;
    stroke: var(--accent);
    stroke-width: 3;
    pointer-events: none;
  }
  .dim {
    cursor: pointer;
    font-family: var(--text);
  }
  .dim .reach {
    fill: transparent;
  }
  .button {
    fill: none;
    stroke: var(--control);
  }
  .dim:hover .button {
    fill: var(--raised);
  }
  .dim.chosen .button {
    stroke: var(--ink);
  }
  .dim.chosen text {
    font-weight: 700;
  }
  .bar .reach {
    fill: transparent;
  }
  .bar .fill {
    fill: var(--mark);
  }
  .bar.marked .reach {
    fill: var(--shade);
  }
  .bar.marked text {
    font-weight: 700;
  }
  .zero {
    stroke: var(--control);
  }
  .empty {
    color: var(--grey);
  }
  @media (forced-colors: active) {
    text {
      fill: CanvasText;
    }
    .slice,
    .joint {
      stroke: GrayText;
    }
    .slice.chosen,
    .joint {
      stroke: Highlight;
    }
    .cell rect {
      fill: none;
      stroke: GrayText;
    }
    .bar .fill {
      fill: CanvasText;
    }
  }
  @media print {
    .hint {
      display: none;
    }
  }
`;
