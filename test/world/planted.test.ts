import { expect, it } from 'vitest';
import { type Notice, noticeBugs, sayNotice } from '../support/notice-bugs.ts';
import { PLANTED_BUGS } from '../support/planted-bugs.ts';

const AT_A_TIME = 2;

/** Worlds that find nothing prove something only if they find what is there. */
it('every bug that is planted in the product breaks a world', { timeout: 900_000 }, async () => {
  const notices: Notice[] = [];
  await noticeBugs(PLANTED_BUGS, AT_A_TIME, (notice) => {
    notices.push(notice);
    process.stdout.write(`${sayNotice(notice)}\n`);
  });
  const cpuMs = notices.reduce((sum, notice) => sum + notice.cpuMs, 0);
  process.stdout.write(`${notices.length} planted bugs in ${(cpuMs / 1_000).toFixed(0)} s of a processor\n`);
  expect(notices.filter(({ seed }) => seed === null).map(({ bug }) => bug.name)).toEqual([]);
  expect(notices.length).toBeGreaterThanOrEqual(20);
});
