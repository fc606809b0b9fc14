// Compares generated programs with CPython: `node tests/tools/python_fuzz.js --python python3 --seed 1 --count 20000`, or `--from FILE` of what
// tests/reference/python_fuzz.py wrote. Output, the error's last line and the lines it passed must agree; each disagreement is printed.
import { spawn } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { agree, outcomeOf } from '../python_outcome.js';

const generator = join(import.meta.dirname, '../reference/python_fuzz.py');
/** So many disagreements are shown. */
const kShown = Number(process.env.SHOWN ?? 20);

const { values: options } = parseArgs({
  options: {
    python: { type: 'string', default: 'python3' },
    from: { type: 'string' },
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '20000' },
  },
});

/** The recorded lines. */
function lines() {
  if (options.from !== undefined) return createInterface({ input: createReadStream(options.from) });
  const [program, ...rest] = options.python.split(' ');
  const child = spawn(program, [...rest, generator, '--seed', options.seed, '--count', options.count], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return createInterface({ input: child.stdout });
}

let [tried, apart, outside] = [0, 0, 0];
for await (const line of lines()) {
  const right = JSON.parse(line);
  tried++;
  const got = await outcomeOf(right.source);
  const verdict = agree(got, right);
  if (verdict === 'outside') outside++;
  if (verdict || apart++ >= kShown) continue;
  const places = right.printed
    .split('\n')
    .findIndex((/** @type {string} */ one, /** @type {number} */ i) => one !== got.printed.split('\n')[i]);
  console.log(
    `--- program ${tried}\n${right.source}\n  CPython: ${JSON.stringify([right.printed.split('\n')[places], right.error, right.lines])}\n  torchlet: ${JSON.stringify([got.printed.split('\n')[places], got.error, got.lines])}\n`,
  );
}
console.log(`${tried} programs, ${apart} disagree, ${outside} lie outside and say so`);
process.exitCode = apart > 0 ? 1 : 0;
