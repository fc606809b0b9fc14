// The figure of a state as an SVG file, on the command line: `npx torchlet figure LeakyReLU negative_slope=0.1 > figure.svg`.
import { svgOf } from './drawing/still.js';
import { readState } from './state/vocabulary.js';

/**
 * @typedef {{ write: (text: string) => unknown }} Sink
 * @typedef {{ width?: number, height?: number, shade?: 'light' | 'dark' }} Picture
 */

export const figureUsage = `torchlet figure ACTIVATION [key=value ...] [--width N] [--height N] [--dark] > figure.svg

  Writes an activation's figure as SVG, with the keys of a link to the playground:
  its parameters by PyTorch's names, shape, seed, input, dim, show, compare ...
  torchlet figure LeakyReLU negative_slope=0.1 shape=4,5 seed=0 > figure.svg
  torchlet figure Softmax input=1,2,3 dim=0 --width 640 --dark > figure.svg
`;

/** Smaller has no room for labels, larger no use. */
const kSizes = { least: 200, most: 4000 };

/**
 * @param {string} name
 * @param {string | undefined} text
 * @returns {number}
 */
function size(name, text) {
  const { least, most } = kSizes;
  const value = Number(text);
  if (text !== undefined && /^\d+$/.test(text) && value >= least && value <= most) return value;
  throw new RangeError(`${name} takes a whole number of pixels from ${least} to ${most}; got ${text ?? 'nothing'}.`);
}

/**
 * @param {string[]} args
 * @returns {{ pairs: [string, string][], picture: Picture }}
 */
function read(args) {
  /** @type {[string, string][]} */ const pairs = [];
  /** @type {Picture} */ const picture = {};
  const rest = args.flatMap((arg) => (arg.startsWith('--') ? arg.split('=') : [arg]));
  while (rest.length > 0) {
    const arg = /** @type {string} */ (rest.shift());
    if (arg === '--dark') picture.shade = 'dark';
    else if (arg === '--width' || arg === '--height')
      picture[arg === '--width' ? 'width' : 'height'] = size(arg, rest.shift());
    else if (arg.startsWith('--'))
      throw new RangeError(`figure has no option ${arg}; there are --width, --height and --dark.`);
    else if (arg.includes('=')) pairs.push([arg.slice(0, arg.indexOf('=')), arg.slice(arg.indexOf('=') + 1)]);
    else if (pairs.some(([key]) => key === 'activation'))
      throw new RangeError(`figure takes one activation and then key=value; got ${arg}.`);
    else pairs.push(['activation', arg]);
  }
  return { pairs, picture };
}

/**
 * Carries out `torchlet figure`.
 * @param {string[]} args what stands behind the word figure
 * @param {Sink} out gets the SVG
 * @param {Sink} err gets what was wrong
 * @returns {Promise<number>} the exit code: 0, or 1 where nothing was written
 * @example await figure(['ReLU', 'input=-1,2'], process.stdout, process.stderr)
 */
export async function figure(args, out, err) {
  try {
    if (args.length === 0 || args.includes('--help')) {
      (args.length === 0 ? err : out).write(figureUsage);
      return args.length === 0 ? 1 : 0;
    }
    const { pairs, picture } = read(args);
    const { state, problems } = readState(pairs);
    // A picture of other numbers than were asked for would be worse than none.
    if (problems.length > 0) throw new RangeError(problems.join('\n'));
    out.write(`${svgOf(state, picture)}\n`);
    return 0;
  } catch (error) {
    err.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
}
