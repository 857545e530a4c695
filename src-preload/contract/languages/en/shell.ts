import type { Dictionary } from '../dictionary.ts';

export const SHELL_TEXTS = {} as const satisfies Dictionary;
