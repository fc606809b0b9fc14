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
  .beside {
    display: flex;
    gap: 2rem;
    align-items: start;
  }
  .beneath {
    display: grid;
    gap: 1rem;
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
  @media (forced-colors: active) {
    .drawing,
    .key svg {
      forced-color-adjust: none;
    }
  }
`;
