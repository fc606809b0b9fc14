// How the lessons on many networks look: profiles of gradients, histograms, bands of losses, maps.
import { css } from 'lit';

export const curveStyles = css`
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
  .ratio path {
    fill: none;
    stroke: var(--control);
  }
  .drawing .ratio text {
    fill: var(--ink);
    font-weight: 600;
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
`;
