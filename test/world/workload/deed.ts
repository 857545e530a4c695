import type { PracticeRandom } from '../../../src-practice/random.ts';
import type { People } from '../people.ts';
import type { SimWorld } from '../sim-world.ts';
import type { Sameness, Wares } from '../wares.ts';

/** What somebody in the office began and has to put right again; false where that did not work yet. */
export type PutRight = () => Promise<boolean>;

/** What a deed of the office works with. */
export interface Office {
  readonly world: SimWorld;
  readonly wares: Wares;
  readonly isSame: Sameness;
  /** Who a deed needs at the till and in the store. */
  readonly people: Pick<People, 'edit' | 'forgetOrders'>;
  /** The rules of the shop as they are set now; the oracles read them. */
  readonly rules: Record<string, string>;
}

/** `nothing` where there was nothing to do; null where nothing has to be put right. */
export type Deed = (office: Office, random: PracticeRandom) => Promise<PutRight | null | 'nothing'>;
