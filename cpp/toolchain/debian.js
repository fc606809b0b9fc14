// Debian packages unpacked into a private folder: programs of a newer Debian that leave the machine and its libc alone.
//
// apt resolves, downloads and verifies with a configuration of its own; dpkg-deb unpacks; patchelf (from the same packages, run
// by their own loader) points each program to the libraries beside it. Nothing is installed, and no root is needed.
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { ask, Explained, locked, step, which } from './shell.js';

const suite = 'forky';
/** Changes when the way of unpacking changes: older folders are then left behind. */
const recipe = 1;

/** The address of this machine's Debian mirror, or null where it has none. */
function mirror() {
  const places = ['/etc/apt/sources.list.d/debian.sources', '/etc/apt/sources.list'];
  for (const place of places.filter(existsSync)) {
    const text = readFileSync(place, 'utf8');
    const found = /^URIs:\s*(\S+)/m.exec(text) ?? /^deb\s+(?:\[[^\]]*\]\s+)?(\S*debian\S*)/m.exec(text);
    if (found) return found[1];
  }
  return null;
}

const keyring = '/usr/share/keyrings/debian-archive-keyring.gpg';

/** Whether packages can be unpacked here. */
export const isDebian = () =>
  process.arch === 'x64' &&
  mirror() !== null &&
  existsSync(keyring) &&
  which('apt-get') !== null &&
  which('dpkg-deb') !== null;

/** The programs or libraries in folders, each once whatever links lead to it. @param {string[]} folders */
function elfFiles(folders) {
  const paths = folders.flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)));
  const files = paths.filter((path) => existsSync(path) && statSync(path).isFile()).map((path) => realpathSync(path));
  return [...new Set(files)].filter((path) => {
    const file = openSync(path, 'r');
    const magic = Buffer.alloc(4);
    readSync(file, magic, 0, 4, 0);
    closeSync(file);
    return magic.toString('latin1') === '\x7fELF';
  });
}

export class PrivateDebian {
  /** @param {string} folder the user's cache folder for torchlet */
  constructor(folder) {
    this.folder = join(folder, `debian-${suite}-${recipe}`);
    this.root = join(this.folder, 'root');
    this.libraries = join(this.root, 'usr/lib/x86_64-linux-gnu');
    this.loader = join(this.root, 'usr/lib64/ld-linux-x86-64.so.2');
    this.env = { ...process.env, APT_CONFIG: join(this.folder, 'apt.conf'), LC_ALL: 'C' };
  }

  /** Whether a group of packages has been unpacked whole. @param {string} group */
  has(group) {
    return existsSync(join(this.folder, `${group}.complete`));
  }

  /**
   * Unpacks a group of packages once. An interrupted download goes on where it was; an interrupted unpacking is done anew.
   * @param {string} group
   * @param {string} title for the person who waits
   * @param {() => string[]} choose the packages' names, when apt's lists are there
   * @param {() => void} [finish] after the programs have been made to run
   */
  async add(group, title, choose, finish) {
    mkdirSync(join(this.folder, 'packages'), { recursive: true });
    await locked(join(this.folder, 'lock'), async () => {
      if (this.has(group)) return;
      await this.update();
      const names = choose();
      await this.download(title, names);
      await this.unpack(title, names);
      this.patch();
      finish?.();
      writeFileSync(join(this.folder, `${group}.complete`), `${names.join('\n')}\n`);
    });
  }

  async update() {
    for (const part of ['lists/partial', 'archives/partial']) mkdirSync(join(this.folder, part), { recursive: true });
    writeFileSync(join(this.folder, 'status'), '');
    writeFileSync(join(this.folder, 'sources.list'), `deb [signed-by=${keyring}] ${mirror()} ${suite} main\n`);
    const settings = {
      'Dir::Etc::sourcelist': join(this.folder, 'sources.list'),
      'Dir::Etc::sourceparts': '-',
      'Dir::State': this.folder,
      'Dir::State::lists': join(this.folder, 'lists'),
      'Dir::State::status': join(this.folder, 'status'),
      'Dir::Cache': this.folder,
      'APT::Sandbox::User': process.getuid?.() === 0 ? 'root' : '',
      'APT::Update::Error-Mode': 'any',
      'Acquire::Retries': '3',
      'Acquire::Languages': 'none',
    };
    const lines = Object.entries(settings).map(([key, value]) => `${key} "${value}";\n`);
    writeFileSync(join(this.folder, 'apt.conf'), lines.join(''));
    await step(`Reading the package lists of Debian ${suite}`, 'apt-get', ['-q', 'update'], { env: this.env });
  }

  /** A field of a package's description. @param {string} name @param {string} field */
  field(name, field) {
    const text = ask('apt-cache', ['show', '--no-all-versions', name], this.env) ?? '';
    return new RegExp(`^${field}: (.*)$`, 'm').exec(text)?.[1] ?? '';
  }

  /** The names of packages and of everything they depend on. @param {string[]} names */
  closure(names) {
    const args = ['install', '-y', '--no-install-recommends', '--simulate', ...names];
    const text = ask('apt-get', args, this.env);
    if (text === null) throw new Explained(`Debian ${suite} cannot provide ${names.join(', ')} at the moment.`);
    return [...text.matchAll(/^Inst (\S+)/gm)].map((match) => match[1]);
  }

  /** @param {string} title @param {string[]} names */
  async download(title, names) {
    let done = 0;
    const progress = (/** @type {string} */ line) =>
      /^Get:/.test(line) ? `${++done} of ${names.length} packages` : null;
    const cwd = join(this.folder, 'packages');
    await step(`Downloading ${title}`, 'apt-get', ['-q', 'download', ...names], { cwd, env: this.env, progress });
  }

  /** @param {string} name */
  file(name) {
    const found = readdirSync(join(this.folder, 'packages')).filter(
      (file) => file.startsWith(`${name}_`) && file.endsWith('.deb'),
    );
    const version = this.field(name, 'Version').replaceAll(':', '%3a');
    return join(this.folder, 'packages', found.find((file) => file.startsWith(`${name}_${version}_`)) ?? found[0]);
  }

  /** @param {string} title @param {string[]} names */
  async unpack(title, names) {
    mkdirSync(this.root, { recursive: true });
    const script = 'for file do dpkg-deb -x "$file" "$0" || exit 1; echo "$file"; done';
    let done = 0;
    const progress = (/** @type {string} */ line) =>
      line.endsWith('.deb') ? `${++done} of ${names.length} packages` : null;
    await step(`Unpacking ${title}`, 'sh', ['-c', script, this.root, ...names.map((name) => this.file(name))], {
      progress,
    });
  }

  /** Makes the programs and libraries that are unpacked find each other. */
  patch() {
    const lib = join(this.root, 'usr/lib');
    const llvm = readdirSync(lib)
      .filter((name) => name.startsWith('llvm-'))
      .map((name) => join(lib, name));
    const search = [...llvm.map((folder) => join(folder, 'lib')), this.libraries].join(':');
    for (const program of elfFiles([join(this.root, 'usr/bin'), ...llvm.map((folder) => join(folder, 'bin'))])) {
      // patchelf itself is only run by its loader, and it would break Python, which is not position-independent.
      if (/^(patchelf|python\d.*)$/.test(basename(program))) continue;
      const interpreter = this.patchelf(['--print-interpreter', program], true);
      if (interpreter === null || interpreter === this.loader) continue;
      this.patchelf(['--set-interpreter', this.loader, '--force-rpath', '--set-rpath', search, program]);
    }
    for (const library of elfFiles([this.libraries])) {
      const path = this.patchelf(['--print-rpath', library], true);
      if (path && path !== this.libraries) this.patchelf(['--set-rpath', this.libraries, library]);
    }
  }

  /** @param {string[]} args @param {boolean} [mayFail] then a failure is null */
  patchelf(args, mayFail = false) {
    const program = join(this.root, 'usr/bin/patchelf');
    const output = ask(this.loader, ['--library-path', this.libraries, program, ...args]);
    if (output === null && !mayFail) throw new Explained(`patchelf ${args.join(' ')} failed`);
    return output;
  }

  /**
   * Puts a script that runs a program by the unpacked loader in the program's place, for programs that cannot be patched.
   * @param {string} program under the root
   */
  wrap(program) {
    const path = realpathSync(join(this.root, program));
    if (!elfFiles([dirname(path)]).includes(path)) return;
    renameSync(path, `${path}.elf`);
    const command = `exec '${this.loader}' --library-path '${this.libraries}' --argv0 '${path}' '${path}.elf' "$@"`;
    writeFileSync(path, `#!/bin/sh\n${command}\n`, { mode: 0o755 });
  }

  /** Forgets what was unpacked; what was downloaded stays. */
  clear() {
    for (const part of [this.root, join(this.folder, 'bin')]) rmSync(part, { recursive: true, force: true });
    for (const file of existsSync(this.folder) ? readdirSync(this.folder) : []) {
      if (file.endsWith('.complete')) rmSync(join(this.folder, file));
    }
  }
}
