import { FIELDS, readField, type Side, type Value } from '../wares.ts';
import { hasConflict, isParked, type Oracle } from './evidence.ts';

/**
 * Whatever a person wrote last on a field stands on both sides; where two wrote on both sides before either
 * could see the other, both values still stand, as a conflict.
 */
export const findLostValues: Oracle = (evidence) => {
  const { world, wares } = evidence;
  const lost: string[] = [];
  for (const ware of wares.all) {
    if (ware.goneOn !== null || isParked(evidence, ware)) continue;
    for (const field of FIELDS) {
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
      const kept = words.filter(({ side, word }) => isKept(side, word));
      for (const { side, word, isTakenBack } of words)
        if (!isKept(side, word) && !(isTakenBack && kept.length > 0)) say(word, side);
    }
  }
  return lost;
};
