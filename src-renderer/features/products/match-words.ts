import { LINK_SENTENCES, REASON_SENTENCES } from '../../../src-preload/contract/reasons.ts';
import type { ProductShape } from '../../../src-preload/contract/shapes.ts';

type Match = Pick<ProductShape, 'matchReason' | 'score'>;

const SHORT_WORDS: Readonly<Record<string, string>> = {
  NEW_ON_TILL: 'Imported',
  RESTORED_FROM_TRASH: 'Back from the trash',
  SAME_SKU: 'Same SKU',
  SAME_BARCODE: 'Same barcode',
  SAME_NAME: 'Same name',
  SAME_OPTIONS: 'Same variant',
  SIMILAR_NAME: 'Similar name',
  FOUND_BY_MARK: 'Earlier import',
  ACCEPTED_BY_PERSON: 'Chosen by a person',
};

/** By the sentence that the engine sends: the few words that a column has room for. */
const SHORT_BY_SENTENCE: ReadonlyMap<string, string> = new Map(
  Object.entries({ ...REASON_SENTENCES, ...LINK_SENTENCES }).flatMap(([code, sentence]) => {
    const words = SHORT_WORDS[code];
    return words === undefined ? [] : [[sentence, words] as const];
  }),
);

/** Why two belong together, in a few words, and how alike their names are: "Similar name, 87 of 100". */
export function nameMatch({ matchReason, score }: Match): string {
  if (matchReason === '') return '–';
  return `${SHORT_BY_SENTENCE.get(matchReason) ?? matchReason}${sayScore(score, ', ')}`;
}

/** The same in full. */
export function sayMatch({ matchReason, score, wooId }: Match & Pick<ProductShape, 'wooId'>): string {
  if (matchReason === '') return wooId === null ? 'It has no product in the store yet.' : 'No longer known.';
  return `${matchReason}${sayScore(score, ' Likeness: ', '.')}`;
}

/** A full score says nothing that its reason does not say. */
const sayScore = (score: number | null, before: string, after = ''): string =>
  score === null || score >= 100 ? '' : `${before}${Math.round(score)} of 100${after}`;
