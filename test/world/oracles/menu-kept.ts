import { readMenuWord } from '../menu-people.ts';
import type { Oracle } from './evidence.ts';

/** What many wares share (names of categories, modifiers) says on both sides what a person said last. */
export const findMenuTroubles: Oracle = ({ world, wares }) => {
  const troubles: string[] = [];
  const { till, store, shelves } = world;
  for (const [what, word] of wares.words) {
    const now = readMenuWord(world, what);
    if (now !== null && now !== word) troubles.push(`${what} is ${now}, should be ${word}`);
  }
  for (const [wooId, cloverId] of shelves) {
    const [mine, theirs] = [
      till.state.categories.get(cloverId)?.name,
      store.state.categories.get(wooId)?.name,
    ];
    if (mine !== theirs) troubles.push(`category ${cloverId}: till ${mine}, store ${theirs}`);
  }
  return troubles;
};
