// The four lessons of training in another person's page: right before any click, moved by hand and by keyboard, told in words.
import { expect, test } from 'vitest';
import { allRules, ruledColours } from './axe.js';
import { host, pageOf } from './host.js';

const { open } = host();
const script = '<script type="module" src="/training.js"></script>';
/** A race of 25 networks takes seconds, on a busy machine more. */
const kLong = 60_000;

/** @param {string} attributes */
const tagOf = (attributes) => `<torchlet-training loading="eager" ${attributes}><p>a table</p></torchlet-training>`;

/** Opens lessons and waits until all is trained. @param {string} body @param {import('playwright').BrowserContextOptions} [options] */
async function trained(body, options) {
  const page = await open({ html: pageOf(body, script) }, options);
  const all = page.locator('torchlet-training');
  await page.waitForFunction(
    () => [.../** @type {any} */ (document.querySelectorAll('torchlet-training'))].every((one) => one.complete),
    null,
    { timeout: kLong },
  );
  return { page, lesson: all.first(), all };
}

/** @param {import('playwright').Locator} lesson */
const statement = (lesson) => lesson.locator('.statement').innerText();

test(
  'dying units: the counts of PyTorch’s own run, with its words, its buttons and the way back to each step',
  async () => {
    const { page, lesson } = await trained(tagOf('lesson="dying"'));
    const allEqual = 'Equal to PyTorch 2.14.1’s losses in all 300 steps';
    expect(await statement(lesson)).toMatch(/^Dead after 300 steps: 22 of 32 in layer 1 and 32 of 32 in layer 2\./);
    await expect.poll(() => lesson.locator('.readings').innerText()).toContain(allEqual);
    await lesson.getByRole('button', { name: 'Start' }).click();
    await expect
      .poll(() => statement(lesson))
      .toBe(
        'Dead at the start: 5 of 32 in layer 1 and 4 of 32 in layer 2. 54 of 64 units are dead and the loss is 0.6930, from 0.6962 at the start.',
      );
    expect(await lesson.getAttribute('at')).toBe('0');
    await lesson.getByRole('button', { name: 'lr 0.5' }).click();
    await expect
      .poll(() => statement(lesson), { timeout: kLong })
      .toMatch(/8 of 64 units are dead and the loss is 0\.01\d\d: dead is not failed\./);
    await expect.poll(() => lesson.locator('.readings').innerText()).toContain(allEqual);
    expect(await lesson.getAttribute('lr')).toBe('0.5');
    await lesson.getByRole('button', { name: 'LeakyReLU' }).click();
    await expect
      .poll(() => statement(lesson), { timeout: kLong })
      .toMatch(/^Dead after 300 steps: none\..*to live is not yet to have learned/);
    await lesson.getByText('The same in PyTorch').click();
    await expect.poll(() => lesson.locator('pre').innerText()).toContain('nn.LeakyReLU()');
    await lesson.getByRole('button', { name: 'JavaScript' }).click();
    await expect.poll(() => lesson.locator('pre').innerText()).toContain("from 'torchlet'");
    await page.setViewportSize({ width: 390, height: 800 });
    await expect
      .poll(() => page.evaluate(() => document.documentElement.scrollWidth - innerWidth))
      .toBeLessThanOrEqual(0);
  },
  2 * kLong,
);

test(
  'vanishing gradients: the ratios of four initialisations, and leaky is no help',
  async () => {
    const { lesson } = await trained(tagOf('lesson="vanishing" activation="LeakyReLU"'));
    const words = await statement(lesson);
    expect(words).toMatch(
      /^LeakyReLU: with PyTorch’s default \(\S+e-\d\) the gradient vanishes; with Xavier \(0\.\d+\) and He \(0\.\d+\) the gradient arrives\. The initialisation decides\.$/,
    );
    expect(await lesson.locator('.readings').innerText()).toContain('Equal to PyTorch 2.14.1’s losses in all 40 steps');
    await lesson.getByText('Numbers as a table').click();
    await expect.poll(() => lesson.locator('tbody tr').count()).toBe(22);
    const press = lesson.locator('.profiles');
    await press.click({ position: { x: 60, y: 200 } });
    await expect.poll(() => lesson.locator('.unit-head b').innerText()).toBe('hidden layer 20');
  },
  kLong,
);

test(
  'convergence: who is fastest, where the median falls below 0.1, a map for each',
  async () => {
    const { lesson } = await trained(tagOf('lesson="convergence" seeds="1" steps="300" optimizer="Adam" lr="0.01"'));
    expect(await statement(lesson)).toMatch(
      /^By Adam with a learning rate of 0\.01 \w+ is fastest: the median of its losses falls below 0\.1 at step \d+/,
    );
    expect(await lesson.locator('.one-map').count()).toBe(5);
    const box = await lesson.locator('.curves').boundingBox();
    await lesson.locator('.curves').click({ position: { x: (box?.width ?? 0) / 3, y: 100 } });
    await expect.poll(() => lesson.getAttribute('at')).toMatch(/^(8|9|1\d)\d$/);
    await expect.poll(() => lesson.locator('.one-map p').first().innerText()).toMatch(/^\d+ of 256 right$/);
  },
  kLong,
);

test(
  'a network of one’s own: units, layers, functions, points, gradients, and why it is NaN',
  async () => {
    const { page, lesson } = await trained(tagOf('lesson="network" steps="60" optimizer="SGD" loss="MSELoss"'));
    expect(await statement(lesson)).toMatch(/^After 60 steps \d+ of 256 points are in their class/);
    await lesson.getByRole('button', { name: 'A unit more in layer 1' }).click();
    await expect.poll(() => lesson.getAttribute('layers')).toBe('2-9-8-1');
    await lesson.getByLabel('Activation of layer 2').selectOption('ReLU');
    await expect.poll(() => lesson.getAttribute('activations')).toBe('Tanh,ReLU');
    await lesson.getByRole('button', { name: 'add a layer' }).click();
    await expect.poll(() => lesson.getAttribute('layers')).toBe('2-9-8-8-1');
    await lesson.getByLabel('lines show').selectOption('both');
    await expect.poll(() => lesson.locator('.weight.slope').count()).toBeGreaterThan(100);
    await lesson.getByLabel('sets class 1').check();
    const plane = lesson.locator('.answer-view .plane');
    await plane.click({ position: { x: 60, y: 60 } });
    await lesson.getByLabel('sets class 0').check();
    await plane.click({ position: { x: 200, y: 200 } });
    await expect.poll(() => lesson.getAttribute('data')).toMatch(/^-?[\d.]+,[\d.]+,1;[\d.]+,-?[\d.]+,0$/);
    await expect.poll(() => statement(lesson)).toMatch(/of 2 points are in their class/);
    await page.evaluate(() => document.querySelector('torchlet-training')?.setAttribute('lr', '1000000'));
    await expect
      .poll(() => statement(lesson), { timeout: kLong })
      .toMatch(/^Stopped at step \d+: the .* became (inf|NaN) first\./);
  },
  2 * kLong,
);

test(
  'by keyboard alone: settings, play and pause, step by step, and the text twins',
  async () => {
    const { page, lesson } = await trained(tagOf('lesson="dying" steps="40" layers="2-8-1"'));
    const pressed = async (/** @type {string} */ key) => page.keyboard.press(key);
    await lesson.locator('.scrub').focus();
    await pressed('Home');
    await expect.poll(() => lesson.locator('.step-count').innerText()).toBe('step 0 of 40');
    await pressed('ArrowRight');
    await expect.poll(() => lesson.locator('.step-count').innerText()).toBe('step 1 of 40');
    expect(await lesson.locator('.scrub').getAttribute('aria-valuetext')).toMatch(/^step 1 of 40: loss \d\.\d{4}$/);
    await lesson.getByRole('button', { name: 'Play' }).focus();
    await pressed('Enter');
    await expect.poll(() => lesson.locator('.play').innerText()).toBe('Pause');
    await expect.poll(() => lesson.locator('.step-count').innerText()).not.toBe('step 1 of 40');
    await pressed('Enter');
    await expect.poll(() => lesson.locator('.play').innerText()).toBe('Play');
    expect(Number(await lesson.getAttribute('at'))).toBeGreaterThan(1);
    await lesson.getByText('Settings', { exact: true }).focus();
    await pressed('Enter');
    await lesson.getByLabel('optimizer').focus();
    await pressed('ArrowDown');
    await expect.poll(() => lesson.getAttribute('optimizer')).toBe('Adam');
    await lesson.getByLabel('layers').fill('2-8-8');
    await expect
      .poll(() => lesson.locator('.problem').allInnerTexts())
      .toContain('the network answers with 1 number, not 8');
    expect(await lesson.getAttribute('layers')).toBe('2-8-1');
    await expect.poll(() => lesson.locator('figure > [role=status]').textContent(), { timeout: 5000 }).toMatch(/Dead /);
  },
  kLong,
);

test(
  'nothing plays by itself, a link’s step and unit are shown, and what cannot be is said',
  async () => {
    const { page, all } = await trained(
      `${tagOf('lesson="dying" steps="30" at="7" unit="2.3"')}${tagOf('lesson="network" steps="30"')}`,
      { reducedMotion: 'reduce' },
    );
    const [first, second] = [all.nth(0), all.nth(1)];
    expect(await first.locator('.step-count').innerText()).toBe('step 7 of 30');
    expect(await first.locator('.unit-head b').innerText()).toBe('unit 3 of layer 2');
    expect(await second.locator('.step-count').innerText()).toBe('step 30 of 30');
    await page.evaluate(() => document.querySelector('torchlet-training')?.setAttribute('layers', '3-4-1'));
    await expect.poll(() => first.locator('.message').innerText()).toContain('so the first width is 2, not 3');
    await page.evaluate(() => document.querySelector('torchlet-training')?.setAttribute('layers', '2-4-4-1'));
    await expect.poll(() => first.locator('.step-count').innerText(), { timeout: kLong }).toBe('step 7 of 30');
  },
  kLong,
);

test(
  'axe finds nothing in the lessons, light and dark',
  async () => {
    const tags = [
      'dying" steps="40',
      'vanishing" layers="2-8x4-1" steps="3',
      'convergence" seeds="1" steps="20',
      'network" steps="40',
    ];
    const { page } = await trained(tags.map((tag) => tagOf(`controls lesson="${tag}"`)).join(''), {
      colorScheme: 'light',
    });
    for (const summary of await page.locator('torchlet-training summary').all())
      if (!(await summary.innerText()).includes('Settings')) await summary.click();
    const light = await allRules(page, 'torchlet-training');
    expect(light.violations).toEqual([]);
    expect(light.passes).toBeGreaterThan(20);
    await page.evaluate(() => {
      for (const one of document.querySelectorAll('torchlet-training')) one.setAttribute('theme', 'dark');
      document.documentElement.style.colorScheme = 'dark';
    });
    const dark = await ruledColours(page, 'torchlet-training');
    expect(dark.violations).toEqual([]);
    expect(dark.passes).toBeGreaterThan(0);
  },
  2 * kLong,
);

test.each([
  ['dying', 'steps="20"'],
  ['vanishing', 'layers="2-8x4-1" steps="3" at="3"'],
  ['convergence', 'seeds="1" steps="20"'],
  ['network', 'steps="20"'],
])(
  'Tab alone leads through the lesson %s, to the steps, and out again',
  async (name, words) => {
    const { page, lesson } = await trained(
      `<button>before</button>${tagOf(`lesson="${name}" ${words}`)}<button>after</button>`,
    );
    await page.getByText('before').focus();
    const stops = [];
    for (let i = 0; i < 60 && stops.at(-1) !== 'after'; i++) {
      await page.keyboard.press('Tab');
      const stop = await page.evaluate(() => {
        /** @type {Element | null} */ let at = document.activeElement;
        while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
        const style = at ? getComputedStyle(at) : null;
        const isSeen = style !== null && style.outlineStyle !== 'none' && style.outlineWidth !== '0px';
        return { name: at?.getAttribute('aria-label') ?? at?.textContent?.trim() ?? '', isSeen };
      });
      expect(stop.isSeen, stop.name).toBe(true);
      stops.push(stop.name);
      if (stop.name !== 'step') continue;
      await page.keyboard.press('Home');
      await expect.poll(() => lesson.locator('.step-count').innerText()).toMatch(/^step 0 of/);
      await page.keyboard.press('ArrowRight');
      await expect.poll(() => lesson.locator('.step-count').innerText()).toMatch(/^step 1 of/);
    }
    expect(stops).toEqual(
      expect.arrayContaining(['Play', 'Start', 'Back', 'Step', 'End', 'step', 'Settings', 'after']),
    );
  },
  kLong,
);
