const WORDS: Readonly<Record<string, string>> = {
  ENOENT: 'it is not there',
  EISDIR: 'it is a folder',
  EACCES: 'you may not use it',
  EPERM: 'you may not use it',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
};

/** Why a file could not be read or written, as the rest of a sentence. */
export function describeFileError(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException;
  const words = code === undefined ? undefined : WORDS[code];
  return words ?? (error instanceof Error ? error.message : String(error));
}
