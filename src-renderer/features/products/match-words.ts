import { REASON_SENTENCES } from '../../../src-preload/contract/reasons.ts';
import type { ProductShape } from '../../../src-preload/contract/shapes.ts';

type Match = Pick<ProductShape, 'matchReason' | 'score'>;

/** The usual reasons in the few words that a column has room for. */
const SHORT_WORDS: ReadonlyMap<string, string> = new Map([
  [REASON_SENTENCES.NEW_ON_TILL, 'Made by the import'],
  [REASON_SENTENCES.RESTORED_FROM_TRASH, 'Back from the trash'],
  [REASON_SENTENCES.SAME_SKU, 'Same SKU'],
  [REASON_SENTENCES.SAME_BARCODE, 'Same barcode'],
  [REASON_SENTENCES.SAME_NAME, 'Same name'],
  [REASON_SENTENCES.SAME_OPTIONS, 'Same variant'],
  [REASON_SENTENCES.SIMILAR_NAME, 'Similar name'],
  [REASON_SENTENCES.FOUND_BY_MARK, 'Earlier import'],
  [REASON_SENTENCES.ACCEPTED_BY_PERSON, 'Chosen by a person'],
]);

/** Why two belong together, in a few words, and how alike their names are: "Similar name, 87 of 100". */
export function nameMatch({ matchReason, score }: Match): string {
  if (matchReason === '') return '–';
  return `${SHORT_WORDS.get(matchReason) ?? matchReason}${sayScore(score, ', ')}`;
}

/** The same in full. */
export function sayMatch({ matchReason, score }: Match): string {
  if (matchReason === '') return 'No longer known.';
  if (matchReason === REASON_SENTENCES.NEW_ON_TILL)
    return 'The import made it in the store from the till’s item.';
  return `${matchReason}${sayScore(score, ' Likeness: ', '.')}`;
}

/** A full score says nothing that its reason does not say. */
const sayScore = (score: number | null, before: string, after = ''): string =>
  score === null || score >= 100 ? '' : `${before}${Math.round(score)} of 100${after}`;
