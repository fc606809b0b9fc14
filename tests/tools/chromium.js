// Finds a Chromium for the tests and the benchmark, or gets Debian's where that is possible.
import { existsSync } from 'node:fs';
import { Explained, step, which } from '../../cpp/toolchain/shell.js';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge'];
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** The path of a Chromium, or null. */
async function find() {
  const chosen = process.env.TORCHLET_CHROMIUM;
  if (chosen) {
    if (existsSync(chosen)) return chosen;
    throw new Explained(`TORCHLET_CHROMIUM is ${chosen}, and there is no such file.`);
  }
  for (const name of names) {
    const path = which(name);
    if (path) return path;
  }
  const { chromium } = await import('playwright');
  return [chromium.executablePath(), ...places].find((path) => path && existsSync(path)) ?? null;
}

/** The path of a Chromium, installed first if need be. @returns {Promise<string>} */
export async function chromium() {
  const found = await find();
  if (found) return found;
  if (process.getuid?.() === 0 && which('apt-get')) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    await step('Reading the package lists for Chromium', 'apt-get', ['-q', 'update'], { env });
    await step('Installing Chromium', 'apt-get', ['-q', 'install', '-y', '--no-install-recommends', 'chromium'], {
      env,
    });
    const installed = await find();
    if (installed) return installed;
  }
  throw new Explained(`The tests need a Chromium. Any of these will do:
  1. your system's package ("sudo apt install chromium", "brew install --cask chromium");
  2. "npx playwright install chromium";
  3. any Chrome or Chromium you have: set TORCHLET_CHROMIUM to its path.`);
}
