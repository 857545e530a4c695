/** Under this name the run that watches is told what was reached: `code RUN_BUSY`, `state run braked`. */
export const REACH = Symbol.for('tillbridge.reach');

interface Watched {
  readonly file: string;
  /** How the function's text begins, there exactly once. */
  readonly find: string;
  readonly put: string;
  /** Stands at the end of the file, in the function's place. */
  readonly add: string;
}

/** The two places that everything passes: where a failure is made, and where the data file is opened. */
const WATCHED: readonly Watched[] = [
  {
    file: 'src-main/domain/failure.ts',
    find: 'export const createFailure = (',
    put: 'const makeFailure = (',
    add: `
export const createFailure: typeof makeFailure = (code, facts) => {
  globalThis[Symbol.for('tillbridge.reach')]?.failure(code);
  return makeFailure(code, facts);
};`,
  },
  {
    file: 'src-main/store/database.ts',
    find: 'export function openDatabase(',
    put: 'function openWatched(',
    add: `
export function openDatabase(options: OpenOptions): Database.Database {
  const db = openWatched(options);
  globalThis[Symbol.for('tillbridge.reach')]?.database(db);
  return db;
}`,
  },
];

/**
 * A module's text with a word to whoever watches, as the tests of a whole run load it; null where there is nothing to
 * watch. The product itself knows nothing of it.
 * @throws where the product no longer has that place
 */
export function watchSource(path: string, text: string): string | null {
  const watched = WATCHED.find(({ file }) => path.endsWith(`/${file}`));
  if (!watched) return null;
  const pieces = text.split(watched.find);
  if (pieces.length !== 2) throw new Error(`${watched.file} does not have "${watched.find}" exactly once`);
  return `${pieces.join(watched.put)}${watched.add}\n`;
}
