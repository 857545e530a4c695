import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { PLANTED_BUGS } from '../../support/planted-bugs.ts';
import type { Proof } from '../runner.ts';

const CHILD = fileURLToPath(new URL('../../support/planted-child.ts', import.meta.url));

/** What the worlds notice with this bug planted; null if nothing. */
async function findNotice(bug: string): Promise<string | null> {
  const args = [CHILD, ...(bug === '' ? [] : ['--bug', bug])];
  const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 1 << 26 });
  const said = stdout.trim().split('\n').at(-1) ?? 'null';
  return said === 'null' ? null : said;
}

/**
 * Worlds that find nothing prove something only if they find what is there: each bug must be noticed, and
 * nothing without one (part 1).
 */
export const plantedProof: Proof = {
  name: 'planted-bugs',
  total: PLANTED_BUGS.length + 1,
  runPart: async (number) => {
    const bug = PLANTED_BUGS[number - 2];
    const notice = await findNotice(bug?.name ?? '');
    console.log(`${bug?.name ?? 'no bug'}: ${notice ?? 'nothing noticed'}`);
    if (!bug) return notice;
    return notice === null ? `nobody noticed that ${bug.name}` : null;
  },
};
