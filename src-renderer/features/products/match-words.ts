import { LINK_SENTENCES, REASON_SENTENCES } from '../../../src-preload/contract/reasons.ts';
import type { ProductShape } from '../../../src-preload/contract/shapes.ts';
import { t, tell } from '../../i18n/i18n.ts';

type Match = Pick<ProductShape, 'matchReason' | 'score'>;

const SHORT_WORDS: Readonly<Record<string, string>> = {
  NEW_ON_TILL: t('Imported'),
  RESTORED_FROM_TRASH: t('Back from the trash'),
  SAME_SKU: t('Same SKU'),
  SAME_BARCODE: t('Same barcode'),
  SAME_NAME: t('Same name'),
  SAME_OPTIONS: t('Same variant'),
  SIMILAR_NAME: t('Similar name'),
  FOUND_BY_MARK: t('Earlier import'),
  ACCEPTED_BY_PERSON: t('Chosen by a person'),
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
  const reason = SHORT_BY_SENTENCE.get(matchReason) ?? tell(matchReason);
  return isFull(score) ? reason : t('{{reason}}, {{score}} of 100', { reason, score: Math.round(score) });
}

/** The same in full. */
export function sayMatch({ matchReason, score, wooId }: Match & Pick<ProductShape, 'wooId'>): string {
  if (matchReason === '')
    return wooId === null ? t('It has no product in the store yet.') : t('No longer known.');
  if (isFull(score)) return tell(matchReason);
  return `${tell(matchReason)} ${t('Likeness: {{score}} of 100.', { score: Math.round(score) })}`;
}

/** A full score says nothing that its reason does not say. */
const isFull = (score: number | null): score is null => score === null || score >= 100;
