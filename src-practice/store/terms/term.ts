export type Taxonomy = 'category' | 'tag' | 'brand';

/** A category, tag, brand or attribute term. Replaced on every save. */
export interface TermRecord {
  readonly id: number;
  /** Entity-encoded, tags stripped. */
  readonly name: string;
  readonly slug: string;
  readonly parent: number;
  readonly description: string;
  readonly display: string;
  readonly menuOrder: number;
}

/** A global attribute; its taxonomy is `pa_` and the slug. */
export interface AttributeRecord {
  readonly id: number;
  readonly name: string;
  readonly slug: string;
  readonly type: string;
  readonly orderBy: string;
  readonly hasArchives: boolean;
  readonly terms: Map<number, TermRecord>;
}

/** The category products fall into when they name none; it cannot be deleted. */
export const UNCATEGORIZED_ID = 15;
