// Compares generated programs with numpy: `node tests/tools/numpy_fuzz.js --python "python3" --seed 1 --count 3000`, or `--from FILE` of what
// tests/reference/numpy_fuzz.py wrote. Each disagreement is printed with its program.
import { spawn } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { run } from '../../web/python/python.js';

const generator = join(import.meta.dirname, '../reference/numpy_fuzz.py');
const { values: options } = parseArgs({
  options: {
    python: { type: 'string', default: 'python3' },
    from: { type: 'string' },
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '3000' },
    shown: { type: 'string', default: '20' },
  },
});

function lines() {
  if (options.from !== undefined) return createInterface({ input: createReadStream(options.from) });
  const [program, ...rest] = options.python.split(' ');
  const child = spawn(program, [...rest, generator, options.seed, options.count], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return createInterface({ input: child.stdout });
}

/** @param {string} source */
async function outcome(source) {
  let printed = '';
  /** @type {string[]} */ const warned = [];
  try {
    await run(source, {
      print: (text) => {
        printed += text;
      },
      warn: (text) => void warned.push(text),
    });
  } catch (thrown) {
    const { name, message } = /** @type {Error} */ (thrown);
    return { source, printed, warned, error: [name, message] };
  }
  return { source, printed, warned, error: null };
}

let [tried, apart] = [0, 0];
for await (const line of lines()) {
  const right = JSON.parse(line);
  const got = await outcome(right.source);
  tried++;
  if (JSON.stringify(got) === JSON.stringify(right)) continue;
  if (apart++ < Number(options.shown))
    console.log(
      `${right.source}\n--- NumPy\n${right.printed}${right.warned.join('')}${right.error ?? ''}\n--- here\n${got.printed}${got.warned.join('')}${got.error ?? ''}\n`,
    );
}
console.log(`${tried} programs, ${apart} disagree`);
process.exitCode = apart > 0 ? 1 : 0;
