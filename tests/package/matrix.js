// `npm run test:package`: tries the packed package in fresh projects of every environment, and prints a line for each.
// Arguments choose environments by a part of their name.
import { environments, tried } from './environments.js';
import { kit } from './kit.js';

const parts = process.argv.slice(2).map((part) => part.toLowerCase());
const chosen = environments.filter(
  ({ name }) => parts.length === 0 || parts.some((part) => name.toLowerCase().includes(part)),
);
if (chosen.length === 0) {
  console.error(
    `No environment is called ${parts.join(' or ')}: there are\n${environments.map(({ name }) => `  ${name}`).join('\n')}`,
  );
  process.exit(2);
}

const all = await kit();
const counts = { passed: 0, failed: 0, untested: 0 };
let isBad = false;
try {
  for (const environment of chosen) {
    const started = Date.now();
    const { result, reason } = await tried(environment, all);
    counts[result]++;
    // One that must pass has no excuse.
    if (result === 'failed' || (result === 'untested' && environment.rule === 'must pass')) isBad = true;
    const seconds = `${((Date.now() - started) / 1000).toFixed(1)} s`;
    console.log(
      `${result.padEnd(9)} ${environment.name.padEnd(44)} ${result === 'passed' ? seconds.padStart(7) : reason}`,
    );
  }
} finally {
  await all.close();
}
console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.untested} untested`);
process.exitCode = isBad ? 1 : 0;
