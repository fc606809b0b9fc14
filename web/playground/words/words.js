// What a function is good and bad for, what is often said of it, and what holds for all of them.
import { html, nothing, svg } from 'lit';
import { siteFolder } from '../../site/rooms.js';
import { claims } from './claims.js';
import { others } from './claims_others.js';
import { properties, rules } from './rules.js';

/**
 * @typedef {import('../app.js').Playground} Playground
 * @typedef {import('./claims.js').Claim} Claim
 */

/** To a lesson, where there is a room for it. @param {import('./claims.js').Trained} trained */
function lessonLink({ show, state }) {
  const folder = siteFolder();
  return folder === undefined ? nothing : html`<a class="show" href="${folder}training/#${state}">${show}</a>`;
}

/** @param {Playground} page @param {Claim} claim */
function shown(page, { text, show, patch, trained }) {
  const button =
    show && patch
      ? html`<button type="button" class="show" @click=${() => page.show(patch)}>${show}</button>`
      : nothing;
  return html`${text} ${button} ${trained ? lessonLink(trained) : nothing}`;
}

/** What is known of a function, in words. @param {string} module */
export const aboutOf = (module) => ({ ...others[module], ...claims[module] });

/** @param {Playground} page @param {import('../../figure/numbers/model.js').Result} result */
export function words(page, result) {
  const { module } = result.activation;
  const { said = [], elsewhere = '', ...about } = aboutOf(module);
  return html`<section class="words" aria-label="About">
    <h2>About ${module}</h2>
            <div class="column"><h3>Good for</h3><ul>${about.good.map((claim) => html`<li>${shown(page, claim)}</li>`)}</ul></div>
            <div class="column"><h3>Watch for</h3><ul>${about.bad.map((claim) => html`<li>${shown(page, claim)}</li>`)}</ul></div>
            ${
              said.length > 0
                ? html`<div class="column"><h3>Often said, put right</h3>
                    <dl>${said.map(({ claim, truth }) => html`<dt>“${claim}”</dt><dd>${shown(page, truth)}</dd>`)}</dl>
                  </div>`
                : nothing
            }
            ${elsewhere ? html`<div class="column"><h3>In other libraries</h3><ul><li>${elsewhere}</li></ul></div>` : nothing}
    <div class="all" id="all" tabindex="-1"><h2>What activation functions are for</h2>
      <p>A neuron weighs its inputs, adds them up with a bias, and hands the sum to an activation function: loosely what a nerve cell does when it fires. Without that last step a network could only draw straight lines.</p>
      ${neuron()}
    </div>
    <div class="column"><h3>Two things it must have</h3>
      <dl>${properties.map(({ name, claim }) => html`<dt>${name}</dt><dd>${shown(page, claim)}</dd>`)}</dl>
    </div>
    <div class="column wide"><h3>Rules of thumb, with their limits</h3>
      <dl class="two">${rules.map(({ name, claim }) => html`<div><dt>${name}</dt><dd>${shown(page, claim)}</dd></div>`)}</dl>
    </div>
    <p class="colophon">${
      location.protocol === 'file:'
        ? nothing
        : html`<a href="./docs/index.html">Documentation</a>. <a href="./standalone.html" download="torchlet.html">Save this page as one file</a>, which opens by a double click and needs no network. `
    }Every number on this page comes from C++ kernels in WebAssembly that follow PyTorch 2.14 on the CPU. Not affiliated with PyTorch.</p>
  </section>`;
}

/** The artificial neuron. */
function neuron() {
  const rows = [18, 62, 106];
  // Each weight stands over its wire, where the wires are still apart.
  return svg`<svg class="neuron" viewBox="0 0 340 124" role="img" aria-label="A neuron: inputs x1 to x3, each times a weight, are added up with a bias b; the activation function f makes the output of the sum.">
    ${rows.map((y, i) => svg`<text class="in" x="4" y=${y + 4}>x${'₁₂₃'[i]}</text><path class="wire" d="M24 ${y}H64L${[110, 104, 110][i]} ${[46, 62, 78][i]}"></path><text class="weight" x="44" y=${y - 6} text-anchor="middle">w${'₁₂₃'[i]}</text>`)}
    <circle class="node" cx="132" cy="62" r="28"></circle><text class="sum" x="132" y="67" text-anchor="middle">Σ + b</text>
    <path class="wire" d="M160 62H196"></path>
    <rect class="node" x="196" y="42" width="44" height="40" rx="4"></rect><path class="bend" d="M202 72H218L234 50"></path><text class="weight" x="218" y="34" text-anchor="middle">f</text>
    <path class="wire" d="M240 62H278"></path><text class="out" x="284" y="66">output</text>
  </svg>`;
}
