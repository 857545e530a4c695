import type { Facts } from '../../src-preload/contract/sentence.ts';
import { createFailure, type FailureCode } from '../domain/failure.ts';
import type { Attempt } from '../engine/face.ts';
import type { CommandRules } from './command-rules.ts';
import type { CommandContext } from './context.ts';
import type { ExitCode } from './exit-code.ts';
import type { Palette } from './terminal/palette.ts';

/** What a command has to say: a document for scripts, lines for people. */
export interface Answer {
  /** Printed with --json; undefined prints nothing. */
  readonly document: unknown;
  readonly lines: (paint: Palette) => readonly string[];
  /** 0 when absent. */
  readonly exitCode?: ExitCode;
}

export interface Command extends CommandRules {
  readonly run: (context: CommandContext) => Promise<Attempt<Answer>>;
}

export const answer = (given: Answer): Attempt<Answer> => ({ ok: true, value: given });

/** A refusal with the facts that its sentence needs. */
export const refuse = (code: FailureCode, facts: Facts = {}): Extract<Attempt<never>, { ok: false }> => ({
  ok: false,
  failure: createFailure(code, facts),
});
