// How the lessons on units look: their lives, the chosen one's line, the network of one's own.
import { css } from 'lit';

export const unitStyles = css`
  .alive {
    fill: color-mix(in srgb, var(--gradient) 34%, var(--paper));
  }
  .start {
    fill: light-dark(#a6acb3, #454b52);
  }
  .dead {
    fill: light-dark(#33373d, #7a828b);
  }
  .died {
    fill: var(--output);
  }
  .revived {
    fill: var(--gradient);
  }
  .chosen {
    fill: none;
    stroke: var(--accent);
    stroke-width: 2;
  }
  .times .drawing {
    cursor: crosshair;
  }
  .unit-head {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 0.75rem;
    align-items: center;
    min-height: 2rem;
    margin-bottom: 0.375rem;
  }
  .unit-buttons {
    display: flex;
    gap: 0.25rem;
    margin-inline-start: auto;
  }
  .unit-buttons button {
    min-height: 1.75rem;
    padding: 0 0.5rem;
    font-size: var(--small);
  }
  .life {
    color: var(--gradient);
    font-weight: 600;
  }
  .is-dead {
    color: var(--output);
  }
  .unit-reading {
    min-height: 3em;
    margin: 0.25rem 0 0;
    font-size: var(--small);
  }
  .unit-lines {
    stroke: var(--ink);
    stroke-width: 1;
    opacity: 0.35;
  }
  .unit-lines.gone {
    stroke: var(--output);
    stroke-dasharray: 3 3;
    opacity: 0.6;
  }
  .unit-line {
    stroke: var(--ink);
    stroke-width: 2.5;
  }
  .unit-line.gone {
    stroke: var(--output);
  }
  .living {
    stroke: var(--gradient);
    stroke-width: 2;
  }
  .answer-view,
  .unit {
    flex: none;
    width: min-content;
  }
  .beneath > .unit,
  .beneath > .answer-view {
    width: auto;
  }
  .network-side {
    display: grid;
    flex: 1 1 0;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75rem;
    min-width: 0;
  }
  .layer-controls {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(17rem, 1fr));
    gap: 0.375rem 1.5rem;
    align-items: center;
  }
  .layer-row {
    display: flex;
    gap: 0.375rem;
    align-items: center;
    min-width: 0;
  }
  .layer-row > span {
    min-width: 3.75rem;
    font-family: var(--mono);
  }
  .layer-row output {
    min-width: 1.75rem;
    font-family: var(--mono);
    text-align: center;
  }
  .layer-row select {
    min-width: 0;
  }
  .layer-row button {
    white-space: nowrap;
  }
  .layer-row label {
    display: inline-flex;
    gap: 0.375rem;
    align-items: center;
    white-space: nowrap;
  }
  .layer-tools {
    flex-wrap: wrap;
  }
  .weight {
    fill: none;
    opacity: 0.8;
  }
  .weight.positive {
    stroke: var(--class-1);
  }
  .weight.negative {
    stroke: var(--class-0);
  }
  .weight.slope {
    stroke: var(--gradient);
  }
  .answer {
    fill: var(--output);
  }
  .thumb {
    cursor: pointer;
  }
  .thumb .edge {
    stroke: var(--control);
  }
  .edge.is-chosen {
    stroke: var(--accent);
    stroke-width: 3;
  }
  .is-set {
    cursor: crosshair;
  }
  .held-back {
    opacity: 0.55;
  }
  .hands {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.75rem;
    margin: 0.375rem 0 0;
    padding: 0;
    border: 0;
    font-size: var(--small);
  }
  .hands legend {
    float: left;
    margin-inline-end: 0.75rem;
    padding: 0;
    color: var(--grey);
    line-height: 1.75rem;
  }
  .hands label,
  .check {
    display: inline-flex;
    gap: 0.375rem;
    align-items: center;
    min-height: 1.75rem;
    font-size: var(--small);
  }
  input[type='radio'],
  input[type='checkbox'] {
    width: 1rem;
    height: 1rem;
    margin: 0;
    accent-color: var(--accent);
  }
  .batch-loss {
    --own: color-mix(in srgb, var(--output) 70%, var(--paper));
  }
  path.test-loss {
    stroke-width: 2.25;
    stroke-dasharray: 6 2;
  }
  .test-loss {
    --own: var(--ink);
  }
`;
