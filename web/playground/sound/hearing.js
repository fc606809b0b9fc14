// Hearing the curve: the button's and the key's doing, the cursor that goes along, what is said at the end.
import { evaluate } from '../../figure/numbers/sample.js';
import { Player } from './play.js';
import { scoreOf, wordsOf } from './score.js';

/** From left to right at speed 1, in seconds. */
const kDuration = 2.5;
export const speeds = [0.5, 1, 2];

export class Hearing {
  #player = new Player();
  isPlaying = false;
  speed = 1;
  loudness = 0.5;

  /** @param {import('../app.js').Playground} page */
  constructor(page) {
    this.page = page;
    // Before the curve, which Escape makes let go of its point.
    window.addEventListener('keydown', (event) => this.key(event), true);
  }

  get curve() {
    return /** @type {import('../../figure/parts/curve.js').TorchletCurve | null} */ (
      this.page.querySelector('torchlet-curve')
    );
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    const target = /** @type {Element} */ (event.composedPath()[0]);
    const isCurve = event.key.toLowerCase() === 'h' && target.matches?.('.cursor-area');
    if (event.key === 'Escape' && this.isPlaying) this.stop();
    else if (isCurve) this.toggle();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  toggle() {
    if (this.isPlaying) this.stop();
    else this.start();
  }

  start() {
    const { page, curve } = this;
    const { result } = page;
    if (!curve?.scene || !result) return;
    const { scene } = curve;
    const [[from, to], [low, high]] = [scene.x.domain(), scene.y.domain()];
    const heard = {
      f: (/** @type {Float32Array} */ x) => evaluate(result.activation, result.parameters, x),
      ...{ from, to, low, high, kinks: scene.sample.kinks.map(({ x }) => x), duration: kDuration / this.speed },
    };
    this.#player.play(scoreOf(heard), this.loudness, {
      follow: (share) => {
        curve.playhead = from + share * (to - from);
      },
      done: (problem) => {
        this.stop();
        page.announcement = problem ?? wordsOf(scene, heard);
      },
    });
    page.announcement = '';
    this.isPlaying = true;
    page.requestUpdate();
  }

  stop() {
    if (!this.isPlaying) return;
    this.#player.stop();
    this.isPlaying = false;
    if (this.curve) this.curve.playhead = null;
    this.page.requestUpdate();
  }

  /** @param {number} loudness */
  louder(loudness) {
    this.loudness = loudness;
    this.#player.loudness = loudness;
  }
}
