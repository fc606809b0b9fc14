// What a run of a program has around it: where its output goes, how far it may go, what its modules keep.

/** Characters that a program may print. */
const kMostOutput = 2_000_000;

/** The state that programs of one session share: their global names and what modules keep between two runs. */
export class Session {
  /** @type {Map<string, any>} the names of the module `__main__` */ globals = new Map();
  /** @type {Map<string, any>} */ #kept = new Map();
  /** Whether a program of the session has imported something. */ hasImported = false;
  /** The lines of each source that ran, for tracebacks. @type {Map<string, string[]>} */ sources = new Map();
  /** @type {(text: string) => void} */ print = () => {};
  /** @type {(text: string) => void} */ warn = () => {};
  /** @type {(svg: string, facts: any) => void} */ show = () => {};
  /** What modules do when a run has ended: pyplot shows what was drawn and not shown, as a notebook does. @type {Set<() => void>} */ atEnd =
    new Set();
  /** Characters printed by this run. */ printed = 0;

  /**
   * What a module keeps in this session, made when it is first asked for: NumPy's generator, pyplot's current figure.
   * @template T
   * @param {string} key
   * @param {() => T} make
   * @returns {T}
   */
  state(key, make) {
    if (!this.#kept.has(key)) this.#kept.set(key, make());
    return this.#kept.get(key);
  }

  /** @param {string} text */
  write(text) {
    this.printed += text.length;
    if (this.printed > kMostOutput)
      machine.refuse(
        `the program printed more than ${kMostOutput.toLocaleString('en')} characters, and is stopped here`,
      );
    this.print(text);
  }
}

/** How often the page gets its turn, in milliseconds. */
const kSlice = 30;

/** The run that goes on at this moment. */
class Machine {
  /** @type {Session} */ session = new Session();
  /** Steps taken: turns of loops and calls. */ steps = 0;
  /** The step at which it looks at the clock, or at its bounds. */ next = 64;
  #interval = 64;
  #looked = 0;
  #began = 0;
  maxSteps = Number.POSITIVE_INFINITY;
  /** What each slice of a run is done within: loaded modules whose state is not all a session's. @type {{ enter: (session: Session) => void, leave: (session: Session) => void }[]} */
  surroundings = [];
  /** How deep calls are nested. */ depth = 0;
  /** The frame that runs, for the places of warnings. @type {any} */ frame = null;
  /** The exception whose handler runs. @type {any} */ handled = null;
  /** Whether the page asked for an end. @type {() => boolean} */ isStopped = () => false;
  /** Throws a RuntimeError of Python's; set by what knows them. @type {(message: string) => never} */
  refuse = (message) => {
    throw new Error(message);
  };
  /** Throws KeyboardInterrupt. @type {() => never} */
  interrupt = () => {
    throw new Error('KeyboardInterrupt');
  };

  /** Begins a slice of time. */
  begin() {
    this.#began = this.#looked = performance.now();
  }

  /** Looks at the clock, about every few milliseconds. @returns {boolean} whether the page is to have its turn */
  look() {
    if (this.steps >= this.maxSteps)
      this.refuse(`the program took more than ${this.maxSteps.toLocaleString('en')} steps, and is stopped here`);
    if (this.isStopped()) this.interrupt();
    const now = performance.now();
    const passed = now - this.#looked;
    this.#looked = now;
    if (passed > 8) this.#interval = Math.max(1, this.#interval >> 1);
    else if (passed < 2) this.#interval = Math.min(4096, this.#interval << 1);
    this.next = Math.min(this.steps + this.#interval, this.maxSteps);
    return now - this.#began > kSlice;
  }
}

export const machine = new Machine();
