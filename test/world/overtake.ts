import { isLucky } from './chance.ts';
import type { People } from './people.ts';
import type { Cue } from './script.ts';
import type { SimWorld } from './sim-world.ts';
import type { Field, Side, Ware } from './ware.ts';
import type { Wares } from './wares.ts';

/**
 * Looks among a hundred at which somebody has just changed what is about to be written; the till is told of other
 * categories so seldom that somebody is nearly always there.
 */
const OVERTAKE_PERCENT = 25;
const SHELVES_PERCENT = 80;

/** Fields that a person may change by what a row writes; what a shelf says by itself is nobody's word. */
const FIELD_OF: Readonly<Record<string, Field>> = {
  name: 'name',
  priceAmount: 'price',
  sku: 'sku',
  categories: 'categories',
};

export interface Overtaken {
  readonly world: SimWorld;
  readonly wares: Wares;
  readonly people: People;
}

/**
 * Somebody writes the very field that the app planned to write, between the plan and the look before its write: that
 * look is what their word hangs on. To be asked as a read is about to leave.
 * @param turn gives the people their chances
 */
export function overtake(
  { world, wares, people }: Overtaken,
  read: { readonly side: Side; readonly url: URL },
  cue: Cue,
  turn: () => void,
): boolean {
  // After a write whose answer was lost, whoever takes it back cannot be told from nobody.
  if (world.network.isInDoubt()) return false;
  wares.refresh();
  const due = world.eye.underWay(read.side).flatMap(({ cloverId, fields }) => {
    const ware = wares.all.find(({ tillId }) => tillId === cloverId);
    const known = ware ? fields.flatMap((field) => FIELD_OF[field] ?? []) : [];
    const open = known.filter((field) => field !== 'categories' || mayMove(world, read.side));
    // At a first meeting nothing is agreed on yet, and each field's owner decides.
    const isMet = world.eye.shadow(cloverId) !== '';
    return ware && ware.goneOn === null && isMet && open.length > 0 && isReadBy(world, ware, read)
      ? [{ ware, fields: open }]
      : [];
  });
  const shelved = read.side === 'till' ? due.filter(({ fields }) => fields.includes('categories')) : [];
  const percent = shelved.length > 0 ? SHELVES_PERCENT : OVERTAKE_PERCENT;
  if (due.length === 0 || !isLucky(cue.random, percent) || !cue.takes()) return false;
  turn();
  const { ware, fields } = cue.random.pick(shelved.length > 0 ? shelved : due);
  people.edit(ware, read.side, shelved.length > 0 ? 'categories' : cue.random.pick(fields));
  world.story.note(`overtaken on the ${read.side}`);
  return true;
}

/** Where the till hides what it was told, nobody could see the other one's word (clover.md 6.3). */
const mayMove = ({ writeLagMs }: SimWorld, side: Side): boolean => side === 'store' || writeLagMs === 0;

/** Whether this read alone shows the ware to the app. */
function isReadBy(
  world: SimWorld,
  { tillId, storeId }: Ware,
  { side, url }: { side: Side; url: URL },
): boolean {
  // An item is read in two halves (clover.md 5.2): the first has what people change.
  if (side === 'till')
    return (
      url.pathname.endsWith(`/items/${tillId}`) && /categories/.test(url.searchParams.get('expand') ?? '')
    );
  const parentId = world.store.state.products.get(storeId ?? 0)?.parentId;
  if (parentId) return url.pathname.endsWith(`/products/${parentId}/variations`);
  return (
    url.pathname.endsWith('/products') &&
    (url.searchParams.get('include') ?? '').split(',').includes(String(storeId))
  );
}
