/** The command line was not understood; told together with the help. */
export class UsageError extends Error {}
