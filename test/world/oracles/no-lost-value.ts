import { MEANT_FIELDS, type Side, type Value } from '../ware.ts';
import { readField } from '../wares.ts';
import { hasConflict, isParked, type Oracle } from './evidence.ts';

/** Categories go over as additions and removals, so what two people add stands side by side. */
const isWithin = (word: Value, now: Value): boolean =>
  String(word)
    .split(' ')
    .every((key) => String(now).split(' ').includes(key) || key === '');

/**
 * Whatever a person wrote last on a field stands on both sides; where two wrote on both sides before either
 * could see the other, both values still stand, as a conflict.
 */
export const findLostValues: Oracle = (evidence) => {
  const { world, wares } = evidence;
  const lost: string[] = [];
  for (const ware of wares.all) {
    if (ware.goneOn !== null || isParked(evidence, ware)) continue;
    for (const field of MEANT_FIELDS) {
      const meaning = ware.meanings.get(field);
      const now = {
        till: readField(world, ware, 'till', field),
        store: readField(world, ware, 'store', field),
      };
      if (!meaning || now.till === null || now.store === null) continue;
      const { till, store } = now;
      const isKept = (side: Side, word: Value): boolean => now[side] === word;
      const words = (['till', 'store'] as const).flatMap((side) => {
        const word = meaning.last[side];
        return word === undefined ? [] : [{ side, word, isTakenBack: word === meaning.before[side] }];
      });
      const isConflict = hasConflict(evidence, ware, field);
      const say = (word: Value, side: Side): void =>
        void lost.push(
          `${ware.label}: ${field} ${word}, written ${side === 'till' ? 'on the till' : 'in the store'}, is lost: till ${till}, store ${store}${isConflict ? ', in conflict' : ''}`,
        );
      const [first, second] = words;
      if (first && !second && !isKept(first.side, first.word)) say(first.word, first.side);
      if (!first || !second) continue;
      const isThere = (side: Side, word: Value): boolean =>
        isKept(side, word) || (field === 'categories' && isWithin(word, now[side] ?? ''));
      const kept = words.filter(({ side, word }) => isThere(side, word));
      for (const { side, word, isTakenBack } of words)
        if (!isThere(side, word) && !(isTakenBack && kept.length > 0)) say(word, side);
    }
  }
  return lost;
};
