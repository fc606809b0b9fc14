// The halves in browsers: one process an operation, headless, one page from a local server alone.
import { engines } from '../engines/browsers.js';
import { serve } from './server.js';

/** Engines by the names that `--in` has for them. @type {Record<string, string>} */
export const browsers = { chromium: 'Chromium', firefox: 'Firefox', webkit: 'WebKit' };

/** Why an engine cannot be asked, or null. @param {string} engine */
export function lacking(engine) {
  const { missing, packages } = engines[engine];
  const lack = missing();
  return lack && `${lack} is not installed (Debian: apt install ${packages.join(' ')})`;
}

/** An expression that loads one of the bench's modules and calls a function of it. @param {string} file @param {string} name @param {unknown[]} args */
const call = (file, name, ...args) =>
  `import('/tests/bench/${file}').then((module) => module.${name}(${args.map((arg) => JSON.stringify(arg)).join(', ')}))`;

/** @param {string} engine @param {string[]} names of peers @returns {Promise<import('./node.js').Place>} */
export async function inBrowser(engine, names) {
  const { address, close } = await serve();
  const open = async () => {
    const browser = await engines[engine].launch();
    await browser.open(address);
    return browser;
  };
  const first = await open();
  const absent = await first.evaluate(call('contenders.js', 'absent')).finally(() => first.close());
  return {
    title: `${engine} ${first.version}`,
    absent,
    peers: names,
    remarks: [],
    async open() {
      const browser = await open();
      return {
        measure: (op, n, options) => browser.evaluate(call('measure.js', 'measure', op, n, options)),
        close: () => browser.close(),
      };
    },
    close,
  };
}
