import type { RunResultShape } from '../../../src-preload/contract/run-shapes.ts';
import type { FailureShape } from '../../../src-preload/contract/shapes.ts';

export interface FailureGroup {
  readonly failure: FailureShape;
  readonly names: string[];
}

/** Failures of the same words, in the order of their first. */
export function groupFailures(failures: RunResultShape['failures']): FailureGroup[] {
  const groups = new Map<string, FailureGroup>();
  for (const { name, failure } of failures) {
    const key = `${failure.code} ${failure.message}`;
    const group = groups.get(key);
    if (group) group.names.push(name);
    else groups.set(key, { failure, names: [name] });
  }
  return [...groups.values()];
}
