// How <torchlet-curve> looks.
import { css } from 'lit';

export const curveStyles = css`
  :host {
    container-type: inline-size;
  }
  .stage {
    position: relative;
    flex: 1 0 auto;
    height: var(--figure-height, 30rem);
    /* Where the height is no length, as that of an unknown variable. */
    min-height: 160px;
    contain: size layout;
  }
  svg {
    display: block;
    overflow: visible;
    font-size: 12px;
    font-variant-numeric: tabular-nums;
  }
  .cursor-area {
    position: absolute;
    inset: 0;
    cursor: crosshair;
    touch-action: pan-y;
  }
  text {
    fill: var(--grey);
    paint-order: stroke;
    stroke: var(--paper);
    stroke-width: 3px;
    stroke-linejoin: round;
  }
  .region {
    fill: var(--shade);
  }
  .hatch {
    stroke: var(--hairline);
    stroke-width: 1.5;
  }
  .region-name {
    stroke: var(--shade);
  }
  .grid line {
    stroke: var(--hairline);
  }
  .axis line {
    stroke: var(--control);
  }
  .asymptote,
  .ghost {
    fill: none;
    stroke: var(--grey);
    stroke-dasharray: 5 4;
  }
  .ghost {
    stroke-dasharray: 2 3;
  }
  .curve {
    fill: none;
    stroke: var(--ink);
    stroke-width: 2.5;
    stroke-linejoin: round;
  }
  .end {
    fill: var(--ink);
    stroke: var(--ink);
    stroke-width: 1.5;
  }
  .end.open {
    fill: var(--paper);
  }
  .jump {
    stroke: var(--control);
    stroke-dasharray: 2 3;
  }
  .slope {
    fill: none;
    stroke: var(--gradient);
    stroke-width: 2;
  }
  .other {
    fill: none;
    stroke: var(--own);
    stroke-width: 2;
  }
  .other-1 {
    --own: var(--other-1);
    stroke-dasharray: 9 4;
  }
  .other-2 {
    --own: var(--other-2);
    stroke-dasharray: 2 3;
  }
  .other-3 {
    --own: var(--other-3);
    stroke-dasharray: 10 3 2 3;
  }
  .other-name {
    fill: var(--own);
    stroke-dasharray: none;
    font-weight: 600;
  }
  .arrow,
  .nothing {
    fill: none;
    stroke: var(--gradient);
    stroke-width: 1.75;
    stroke-linejoin: round;
  }
  .halo {
    fill: none;
    stroke: var(--paper);
    stroke-width: 4;
  }
  .comparison {
    width: 100%;
    white-space: nowrap;
    border-collapse: collapse;
    font-family: var(--mono);
    font-size: var(--small);
    font-variant-numeric: tabular-nums;
  }
  .comparison th,
  .comparison td {
    padding: 0.25rem 0 0.25rem 0.5rem;
    border-bottom: 1px solid var(--hairline);
    text-align: right;
    font-weight: 400;
  }
  /* Room for any number: nothing moves while they change. */
  .comparison td {
    min-width: calc(11ch + 0.5rem);
  }
  .comparison th:first-child {
    padding-left: 0;
    text-align: left;
  }
  .comparison thead th {
    color: var(--grey);
    font-family: var(--text);
  }
  .swatch {
    display: inline-block;
    overflow: hidden;
    margin-right: 0.5rem;
    vertical-align: middle;
  }
  .curve-name {
    fill: var(--ink);
    font-weight: 600;
  }
  .slope-name {
    fill: var(--gradient);
    font-weight: 600;
  }
  .kink {
    fill: var(--gradient);
    stroke: var(--gradient);
    stroke-width: 1.5;
  }
  .kink.open {
    fill: var(--paper);
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
  .names .input,
  .names .output,
  .names .gradient {
    fill: var(--mark);
    font-weight: 600;
  }
  .thread {
    fill: none;
    stroke: var(--mark);
    stroke-opacity: 0.28;
  }
  .thread.few {
    stroke-opacity: 0.5;
  }
  .thread.output {
    stroke-dasharray: 3 3;
  }
  .tick {
    fill: none;
    stroke: var(--mark);
    stroke-width: 1.5;
  }
  .histogram {
    fill: var(--mark);
  }
  .swathe {
    fill: var(--mark);
    shape-rendering: crispEdges;
  }
  .spike {
    fill: var(--ink);
  }
  .slope-dot {
    fill: var(--gradient);
    stroke: var(--paper);
  }
  .mark path {
    fill: none;
    stroke: var(--mark);
    stroke-width: 2.5;
  }
  .mark path.output {
    stroke-dasharray: 6 3;
  }
  .mark path.gradient {
    stroke-dasharray: 2 3;
  }
  .slope-point {
    fill: none;
    stroke: var(--gradient);
    stroke-width: 2;
  }
  .mark.cursor path {
    stroke-width: 1.5;
  }
  .point {
    fill: var(--ink);
    stroke: var(--paper);
    stroke-width: 2;
  }
  /* As wide as a number of any size is, so that nothing moves. */
  .readout {
    display: grid;
    grid-template-columns: 6.5rem repeat(2, minmax(0, 1fr));
    gap: 0 1rem;
    height: 2.875rem;
    padding: 0.25rem 0 0 4.125rem;
    position: relative;
  }
  .cell {
    display: flex;
    flex-direction: column;
    line-height: 1.25;
  }
  .label {
    color: var(--mark);
    font-size: var(--small);
    font-weight: 600;
    white-space: nowrap;
  }
  .value {
    font-family: var(--mono);
    font-variant-numeric: tabular-nums;
    line-height: 1.625rem;
  }
  .readout input {
    height: 1.625rem;
    outline-offset: 0;
    font-variant-numeric: tabular-nums;
  }
  .hint,
  .problem {
    grid-column: 2 / -1;
    align-self: end;
    min-height: 1.625rem;
    color: var(--grey);
    font-size: var(--small);
    line-height: 1.125;
    align-content: center;
  }
  .problem {
    color: var(--output);
  }
  .whole {
    white-space: nowrap;
  }
  @container (max-width: 36rem) {
    .readout {
      padding-left: 0;
    }
    /* Two lines a function: what it is called and where it differs most, and its numbers. */
    .comparison tr {
      display: grid;
      grid-template-columns: 1fr 1fr 17ch;
      padding: 0.125rem 0;
      border-bottom: 1px solid var(--hairline);
    }
    .comparison th,
    .comparison td {
      padding: 0;
      border: 0;
      white-space: normal;
    }
    .comparison th:first-child {
      grid-column: span 2;
    }
    .comparison :last-child:not(tr) {
      grid-area: 1/3;
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    :host([gliding]) .curve {
      transition: d 180ms ease-out;
    }
  }
  @media (forced-colors: active) {
    text {
      stroke: none;
      fill: CanvasText;
    }
    .curve,
    .slope,
    .axis line {
      stroke: CanvasText;
    }
    .other,
    .arrow {
      stroke: CanvasText;
    }
    .region {
      fill: none;
      stroke: GrayText;
      stroke-dasharray: 1 3;
    }
  }
  @media print {
    .readout:has(.hint) {
      display: none;
    }
  }
`;
