import { noticeBug, rememberNotices, sayNotice } from '../../support/notice-bugs.ts';
import { PLANTED_BUGS } from '../../support/planted-bugs.ts';
import type { Proof } from '../runner.ts';

/** The bugs of `test/world/planted.test.ts` one by one, each told with the world that noticed it, which is remembered. */
export const plantedProof: Proof = {
  name: 'planted-bugs',
  total: PLANTED_BUGS.length,
  runPart: async (number) => {
    const bug = PLANTED_BUGS[number - 1];
    if (!bug) return 'there is no such bug';
    const notice = await noticeBug(bug);
    console.log(sayNotice(notice));
    rememberNotices([notice]);
    return notice.seed === null ? `nobody noticed that ${bug.name}` : null;
  },
};
