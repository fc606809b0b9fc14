// The error of a command that was called in a way it cannot follow.

/** Told in one line, without a stack. */
export class UsageError extends Error {}
