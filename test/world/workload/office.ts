import type { PracticeRandom } from '../../../src-practice/random.ts';
import { isLucky } from '../chance.ts';
import type { Cue } from '../script.ts';
import type { Deed, Office, PutRight } from './deed.ts';
import { OFFICE_DEEDS } from './office-deeds.ts';

/** Somebody at the desk: rules, connections, files. What they do is rare, and now and then a mistake. */
export interface OfficeDesk {
  /** Between two deeds of the shop's people: mostly nobody is there. */
  visit(cue: Cue): Promise<void>;
  /** Something happens that nobody at the desk chose, and is put right with the rest. */
  begin(name: string, deed: Deed, cue: Cue): Promise<void>;
  /** Everything that was begun is put right. */
  leave(): Promise<void>;
}

/** Visits among a hundred turns; whoever began something looks in again sooner. */
const VISIT_PERCENT = 2;
const RETURN_PERCENT = 15;
/** In which everything that was begun is put right at the end. */
const MOST_ROUNDS = 3;

export function openOffice(office: Office): OfficeDesk {
  const { world } = office;
  const begun = new Map<string, PutRight>();
  const putRight = async (): Promise<void> => {
    for (const [name, work] of [...begun]) {
      const isDone = await work();
      world.story.tell(`office: ${name}, put right: ${isDone}`);
      if (isDone) begun.delete(name);
    }
  };
  const begin = async (name: string, deed: Deed, random: PracticeRandom): Promise<void> => {
    world.story.tell(`office: ${name}`);
    const end = await deed(office, random);
    if (end === 'nothing') return;
    world.story.note(`office ${name}`);
    if (end !== null) begun.set(name, end);
  };
  return {
    begin: async (name, deed, { random, takes }) => {
      if (takes()) await begin(name, deed, random);
    },
    visit: async ({ random, takes }) => {
      const isReturn = begun.size > 0;
      if (!isLucky(random, isReturn ? RETURN_PERCENT : VISIT_PERCENT) || !takes()) return;
      if (isReturn) return putRight();
      const [name, deed] = random.pick(OFFICE_DEEDS);
      await begin(name, deed, random);
    },
    leave: async () => {
      // One may stand in another's way, as a key that may only read in that of an import.
      for (let rounds = 0; rounds < MOST_ROUNDS && begun.size > 0; rounds += 1) await putRight();
      for (const name of begun.keys()) throw new Error(`office: ${name} cannot be put right`);
    },
  };
}
