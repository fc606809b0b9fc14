// How the pictures of a training look: classes, lines, shades, marks.
import { css } from 'lit';

export const drawingStyles = css`
  :host {
    --class-0: light-dark(#5a4fd0, #a9a1ff);
    --class-1: light-dark(#8a6a00, #e0b53c);
    --line-0: var(--ink);
    --line-1: light-dark(#a0367a, #e08fc0);
    --line-2: light-dark(#7a6200, #d9b84a);
    --line-3: light-dark(#5a4fd0, #a9a1ff);
    --line-4: light-dark(#00785a, #2fc79b);
  }
  .drawing {
    display: block;
    overflow: visible;
    font: 12px var(--text);
    font-variant-numeric: tabular-nums;
    touch-action: pan-y;
    user-select: none;
  }
  .drawing text {
    fill: var(--grey);
    paint-order: stroke;
    stroke: var(--paper);
    stroke-width: 3px;
    stroke-linejoin: round;
  }
  .axis line {
    stroke: var(--control);
  }
  .axis .grid {
    stroke: var(--hairline);
  }
  .drawing .layer-name,
  .drawing .count {
    fill: var(--ink);
    font-weight: 600;
  }
  .line {
    fill: none;
    stroke: var(--own, var(--ink));
    stroke-width: 1.5;
    stroke-linejoin: round;
  }
  .line.later {
    opacity: 0.3;
  }
  .loss {
    --own: var(--output);
  }
  .guess {
    stroke: var(--control);
    stroke-dasharray: 3 3;
  }
  .line-0 {
    --own: var(--line-0);
  }
  .line-1 {
    --own: var(--line-1);
  }
  .line-2 {
    --own: var(--line-2);
  }
  .line-3 {
    --own: var(--line-3);
  }
  .line-4 {
    --own: var(--line-4);
  }
  path.line-1 {
    stroke-dasharray: 7 2;
  }
  path.line-2 {
    stroke-dasharray: 2 2;
  }
  path.line-3 {
    stroke-dasharray: 9 3 2 3;
  }
  path.line-4 {
    stroke-dasharray: 5 3;
  }
  .drawing .end-name {
    fill: var(--own, var(--ink));
    stroke-dasharray: none;
    font-weight: 600;
  }
  .now {
    stroke: var(--accent);
    stroke-width: 1.5;
  }
  .key {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1rem;
    margin: 0.25rem 0 0;
    color: var(--grey);
    font-size: var(--small);
  }
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
  .beside {
    display: flex;
    gap: 2rem;
    align-items: start;
  }
  .beneath {
    display: grid;
    gap: 1rem;
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
  .plane {
    overflow: hidden;
    border-radius: 4px;
  }
  .shade {
    stroke: none;
  }
  .shade-0 {
    fill: color-mix(in srgb, var(--class-0) 46%, var(--paper));
  }
  .shade-1 {
    fill: color-mix(in srgb, var(--class-0) 32%, var(--paper));
  }
  .shade-2 {
    fill: color-mix(in srgb, var(--class-0) 19%, var(--paper));
  }
  .shade-3 {
    fill: color-mix(in srgb, var(--class-0) 8%, var(--paper));
  }
  .shade-4 {
    fill: color-mix(in srgb, var(--class-1) 9%, var(--paper));
  }
  .shade-5 {
    fill: color-mix(in srgb, var(--class-1) 21%, var(--paper));
  }
  .shade-6 {
    fill: color-mix(in srgb, var(--class-1) 35%, var(--paper));
  }
  .shade-7 {
    fill: color-mix(in srgb, var(--class-1) 50%, var(--paper));
  }
  .points {
    stroke: var(--paper);
    stroke-width: 0.75;
  }
  .points.class-0 {
    fill: var(--paper);
    stroke: var(--class-0);
    stroke-width: 1.75;
  }
  .points.class-1 {
    fill: var(--class-1);
  }
  .edge {
    fill: none;
    stroke: var(--hairline);
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
  .log-axis line {
    stroke: var(--hairline);
  }
  .log-axis .one,
  .log-axis .zero {
    stroke: var(--control);
  }
  .log-axis .last {
    stroke-dasharray: 3 4;
  }
  .drawing .axis-title {
    fill: var(--gradient);
    font-weight: 600;
  }
  .profiles {
    cursor: pointer;
  }
  .profile {
    stroke-width: 2;
  }
  .profile.is-chosen {
    stroke-width: 3.5;
  }
  .before {
    opacity: 0.55;
  }
  path.before {
    stroke-dasharray: 1 3;
  }
  path.dash-default {
    stroke-dasharray: none;
  }
  path.dash-he {
    stroke-dasharray: 7 2;
  }
  path.dash-xavier {
    stroke-dasharray: 2 2;
  }
  path.dash-alike {
    stroke-dasharray: 9 3 2 3;
  }
  .looked-at {
    stroke: var(--accent);
    stroke-dasharray: 2 3;
  }
  .at-layer {
    fill: var(--own);
    stroke: var(--paper);
    stroke-width: 1.5;
  }
  .flow {
    min-width: 0;
  }
  .base {
    stroke: var(--control);
  }
  .bars.output {
    fill: var(--output);
  }
  .bars.gradient {
    fill: var(--gradient);
  }
  .aside {
    fill: var(--grey);
    font-weight: 400;
  }
  .curves {
    cursor: crosshair;
  }
  .thick {
    stroke-width: 2;
  }
  path.band {
    fill: var(--own);
    fill-opacity: 0.13;
    stroke: none;
  }
  .drawing .loss-title {
    fill: var(--ink);
  }
  .learned circle {
    fill: var(--paper);
    stroke: var(--own);
    stroke-width: 2.5;
  }
  .drawing .learned text {
    fill: var(--own);
    font-weight: 600;
  }
  .maps {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 8.5rem), 1fr));
    gap: 14px;
  }
  .one-map .plane {
    width: 100%;
    height: auto;
  }
  .one-map {
    display: block;
    min-width: 0;
    padding: 0;
    border: 0;
    border-radius: 0;
  }
  .one-map figcaption {
    display: flex;
    flex-wrap: nowrap;
    gap: 0.5rem;
    justify-content: space-between;
    font-size: var(--normal);
    line-height: 1.5rem;
  }
  .one-map b {
    overflow: hidden;
    color: var(--own);
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .one-map span,
  .one-map p {
    margin: 0;
    color: var(--grey);
    font-variant-numeric: tabular-nums;
  }
  .one-map p {
    font-size: var(--small);
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
  @media (forced-colors: active) {
    .drawing,
    .key svg {
      forced-color-adjust: none;
    }
  }
`;
