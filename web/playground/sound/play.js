// A score as sound: Web Audio's oscillators, gains and short noises, on any context.
import { timbres } from './score.js';

/** @typedef {import('./score.js').Score} Score */

/** The harmonics of each timbre: full, soft, hollow as a reed, and one that a filter leaves its upper ones of. */
const kHarmonics = {
  plain: [1, 0.5, 0.3, 0.2, 0.1],
  saturated: [1, 0.12],
  dead: [1, 0, 0.8, 0, 0.6, 0, 0.45, 0, 0.35],
  thin: [1, 0.8, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3],
};
/** How loud each is beside the others, to an ear. */
const kLevels = { plain: 0.5, saturated: 0.55, dead: 0.3, thin: 0.35 };
/** A thin tone has little below this harmonic. */
const kThin = 3;
const kClick = 0.7;

/** @param {BaseAudioContext} context @param {number[]} harmonics */
const waveOf = (context, harmonics) =>
  context.createPeriodicWave(new Float32Array(harmonics.length + 1), Float32Array.of(0, ...harmonics));

/** A noise that is over at once; the same every time. @param {BaseAudioContext} context */
function noise(context) {
  const buffer = context.createBuffer(1, Math.round(context.sampleRate * 0.012), context.sampleRate);
  const data = buffer.getChannelData(0);
  let seed = 1;
  for (let i = 0; i < data.length; i++) {
    seed = (seed * 16807) % 2147483647;
    data[i] = ((2 * seed) / 2147483647 - 1) * (1 - i / data.length) ** 2;
  }
  return buffer;
}

/**
 * Puts a score on a context.
 * @param {BaseAudioContext} context
 * @param {Score} score
 * @param {number} when it begins, by the context's clock
 * @param {number} loudness 0 to 1
 * @returns {GainNode} through which all of it goes
 */
export function schedule(context, score, when, loudness) {
  const { duration, frequencies, levels, clicks, ticks } = score;
  const out = context.createGain();
  out.gain.value = loudness;
  out.connect(context.destination);
  for (const timbre of timbres.filter((one) => levels[one].some((level) => level > 0))) {
    const [tone, gain] = [context.createOscillator(), context.createGain()];
    tone.setPeriodicWave(waveOf(context, kHarmonics[timbre]));
    tone.frequency.setValueCurveAtTime(frequencies, when, duration);
    gain.gain.value = 0;
    gain.gain.setValueCurveAtTime(
      levels[timbre].map((level) => level * kLevels[timbre]),
      when,
      duration,
    );
    if (timbre === 'thin') {
      const filter = new BiquadFilterNode(context, { type: 'highpass' });
      const edges = frequencies.map((one) => one * kThin);
      filter.frequency.setValueCurveAtTime(edges, when, duration);
      tone.connect(filter).connect(gain);
    } else tone.connect(gain);
    gain.connect(out);
    tone.start(when);
    tone.stop(when + duration);
  }
  const buffer = noise(context);
  const short = (/** @type {number} */ time, /** @type {number} */ rate) => {
    const source = new AudioBufferSourceNode(context, { buffer, playbackRate: rate });
    source.connect(new GainNode(context, { gain: kClick })).connect(out);
    source.start(when + time);
  };
  for (const time of clicks) short(time, 1);
  // Duller than a kink's.
  for (const time of ticks) short(time, 0.25);
  return out;
}

/** A score begins so long after it is asked for: time to set it up in. */
const kLead = 0.06;
/** A device that has not begun after so many milliseconds will not. */
const kPatience = 1500;

/** Plays one score at a time. No context is made before the first. */
export class Player {
  /** @type {AudioContext | null} */ #context = null;
  /** @type {GainNode | null} */ #out = null;
  #frame = 0;

  /**
   * @param {Score} score
   * @param {number} loudness
   * @param {{ follow: (share: number) => void, done: (problem?: string) => void }} listener `follow` with how much has been heard, once a frame
   */
  play(score, loudness, { follow, done }) {
    this.stop();
    this.#context ??= new AudioContext();
    const context = this.#context;
    context.resume();
    const asked = performance.now();
    const when = context.currentTime + kLead;
    this.#out = schedule(context, score, when, loudness);
    const step = () => {
      const isStuck = context.state !== 'running' && performance.now() - asked > kPatience;
      // What the clock says now is heard later.
      const share = (context.currentTime - (context.outputLatency || 0) - when) / score.duration;
      if (isStuck || share >= 1) {
        this.stop();
        return done(isStuck ? 'This browser lets no sound out.' : undefined);
      }
      follow(Math.max(0, share));
      this.#frame = requestAnimationFrame(step);
    };
    this.#frame = requestAnimationFrame(step);
  }

  /** @param {number} loudness */
  set loudness(loudness) {
    if (this.#out && this.#context) this.#out.gain.setTargetAtTime(loudness, this.#context.currentTime, 0.02);
  }

  stop() {
    cancelAnimationFrame(this.#frame);
    this.#out?.disconnect();
    this.#out = null;
  }
}
