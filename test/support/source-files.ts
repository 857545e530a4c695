import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface SourceFile {
  /** From the project's root, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** Files that git tracks or would add, by pathspec. */
export function listFiles(...pathspecs: readonly string[]): SourceFile[] {
  const listed = execFileSync(
    'git',
    ['ls-files', '--cached', '--others', '--exclude-standard', '--', ...pathspecs],
    { cwd: ROOT, encoding: 'utf8' },
  );
  return [...new Set(listed.split('\n'))].filter(Boolean).flatMap((path) => {
    try {
      return [{ path, text: readFileSync(new URL(path, `file://${ROOT}`), 'utf8') }];
    } catch (error) {
      if ((error as { code?: unknown }).code === 'ENOENT') return []; // deleted, not yet committed
      throw error;
    }
  });
}

/** Where a pattern occurs, as `path:line: text`. */
export function findLines(files: readonly SourceFile[], pattern: RegExp): string[] {
  return files.flatMap(({ path, text }) =>
    text
      .split('\n')
      .flatMap((line, at) => (pattern.test(line) ? [`${path}:${at + 1}: ${line.trim().slice(0, 120)}`] : [])),
  );
}
