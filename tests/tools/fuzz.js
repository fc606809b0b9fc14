// Compares generated programs with PyTorch: `npm run fuzz -- --python "python3" --seed 1 --count 20000 [--more]`, or `--from FILE` of
// cases that tests/reference/fuzz.py wrote; --more has the rarer operations. Each disagreement is printed with its program.
import { spawn } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { agrees } from '../agreement.js';
import { outcome, recorded } from '../cases.js';

const generator = join(import.meta.dirname, '../reference/fuzz.py');
/** So many disagreements are shown. */
const kShown = Number(process.env.SHOWN ?? 40);

/** @param {{ python?: string, from?: string, seed: string, count: string, more: boolean }} options */
function lines({ python, from, seed, count, more }) {
  if (from !== undefined) return createInterface({ input: createReadStream(from) });
  if (python === undefined)
    throw new Error('say which Python has PyTorch: --python python3, or --from a file of cases');
  const [program, ...rest] = python.split(' ');
  const child = spawn(program, [...rest, generator, seed, count, ...(more ? ['more'] : [])], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return createInterface({ input: child.stdout });
}

const { values: options } = parseArgs({
  options: {
    python: { type: 'string' },
    from: { type: 'string' },
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '20000' },
    more: { type: 'boolean', default: false },
  },
});
console.warn = () => {};
let [tried, apart] = [0, 0];
for await (const line of lines(options)) {
  const entry = JSON.parse(line);
  tried++;
  const [got, right] = [outcome(entry), recorded(entry)];
  if (agrees(got, right)) continue;
  if (apart++ >= kShown) continue;
  console.log(
    `${entry.python}\n  ${entry.js}\n  PyTorch: ${JSON.stringify(right)}\n  torchlet: ${JSON.stringify(got)}\n`,
  );
}
console.log(`${tried} programs, ${apart} disagree`);
process.exitCode = apart > 0 ? 1 : 0;
