#!/usr/bin/env node
// The command torchlet: `npx torchlet` serves the playground from the installed package.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { UsageError } from './errors.js';
import { figure } from './figure.js';
import { run } from './run.js';
import { serve } from './serve.js';

/**
 * @typedef {{ type: 'string' | 'boolean', value?: string, text: string }} Option value: how the help names what is given
 * @typedef {object} Command
 * @property {string} usage its arguments
 * @property {string} text what it does, in a line
 * @property {Record<string, Option>} options
 * @property {(options: Record<string, any>, rest: string[]) => Promise<void> | void} run
 */

/** Every command; the first one is meant where none is named. @type {Record<string, Command>} */
const commands = { serve, figure, run };

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));

/** @type {Record<string, Option>} */
const general = {
  help: { type: 'boolean', text: 'prints this' },
  version: { type: 'boolean', text: 'prints the version' },
};

/** @param {Record<string, Option>} options */
const listed = (options) =>
  Object.entries(options).map(
    ([name, { value, text }]) => `    ${`--${name}${value ? ` ${value}` : ''}`.padEnd(16)} ${text}`,
  );

function help() {
  const lines = Object.entries(commands).flatMap(([name, { usage, text, options }], i) => {
    const call = `torchlet ${i === 0 ? `[${name}]` : name}${usage ? ` ${usage}` : ''}`;
    return [`  ${call.padEnd(18)} ${text}`, ...listed(options)];
  });
  return [`torchlet ${version}`, '', ...lines, '', '  Always:', ...listed(general)].join('\n');
}

/** @param {string[]} args */
async function main(args) {
  const isNamed = args.length > 0 && !args[0].startsWith('-');
  const name = isNamed ? args[0] : Object.keys(commands)[0];
  if (!Object.hasOwn(commands, name)) {
    throw new UsageError(`expected a command (${Object.keys(commands).join(', ')}), but got ${name}`);
  }
  const command = commands[name];
  const options = Object.fromEntries(
    Object.entries({ ...general, ...command.options }).map(([key, { type }]) => [key, { type }]),
  );
  const { values, positionals } = parseArgs({ args: args.slice(isNamed ? 1 : 0), options, allowPositionals: true });
  if (values.help) return console.log(help());
  if (values.version) return console.log(version);
  if (positionals.length > 0 && !command.usage) {
    throw new UsageError(`${name} takes no arguments, but got ${positionals.join(' ')}`);
  }
  await command.run(values, positionals);
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  const { code = '', message } = /** @type {NodeJS.ErrnoException} */ (error);
  if (!(error instanceof UsageError || code.startsWith('ERR_PARSE_ARGS'))) throw error;
  // Of parseArgs' words the first sentence: the next ones are about "--".
  console.error(`torchlet: ${message.split('. ')[0]}. See "torchlet --help".`);
  process.exitCode = 2;
}
