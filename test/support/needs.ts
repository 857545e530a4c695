import { spawnSync } from 'node:child_process';
import { appendFileSync } from 'node:fs';

/**
 * Whether a test's need (a program, a service) is there. Under CI=true a missing need is a failure, so the test
 * runs and fails; elsewhere it is left out and one line says so at the end of `npm test`.
 * @param what for the line: "the keychain (gnome-keyring is not installed)"
 */
export function hasNeed(what: string, isThere: boolean): boolean {
  if (isThere || process.env.CI === 'true') return true;
  return sayNotTested(what);
}

/** Leaves out what cannot be had everywhere (an Electron), also under CI=true, and says so in one line. */
export function sayNotTested(what: string): false {
  const file = process.env.TILLBRIDGE_NOT_TESTED;
  if (file) appendFileSync(file, `${what}\n`);
  else process.stderr.write(`not tested: ${what}\n`);
  return false;
}

export const hasProgram = (name: string): boolean =>
  spawnSync(process.platform === 'win32' ? 'where' : 'which', [name], { stdio: 'ignore' }).status === 0;
