/** The pattern of SQL's LIKE (with `ESCAPE '\'`) for texts that contain this one; null for no search. */
export function readPattern(search: string | undefined): string | null {
  const text = search?.trim() ?? '';
  return text === '' ? null : `%${text.replace(/[\\%_]/g, '\\$&')}%`;
}
