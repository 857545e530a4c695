import { describe, expect, it } from 'vitest';
import {
  findMeant,
  listNames,
  readOrder,
  STAFF_DEEDS,
  type StaffDeed,
} from '../../../src-renderer/features/home/staff-deeds.ts';

const FOUND = [
  { name: 'Margherita Large', cloverId: 'ITEMLARGE0001', wooId: 77 },
  { name: 'Cola', cloverId: 'ITEMCOLA00001', wooId: 5 },
  { name: 'Cola', cloverId: 'ITEMCOLA00002', wooId: 6 },
];
const DRAFT = { target: 'Margherita Large', quantity: '2', price: '4,50', name: ' New ' };

function pick(side: 'till' | 'store', key: string): StaffDeed {
  const deed = STAFF_DEEDS[side].find((one) => one.key === key);
  if (!deed) throw new Error(`no deed ${key}`);
  return deed;
}

describe('an order to the practice staff', () => {
  it('means a product that was picked by its name by the id of its side', () => {
    expect(readOrder('till', pick('till', 'sell'), DRAFT, FOUND)).toEqual({
      side: 'till',
      verb: 'sell',
      target: 'ITEMLARGE0001',
      quantity: 2,
    });
    expect(readOrder('store', pick('store', 'lock'), DRAFT, FOUND)).toMatchObject({ target: '77' });
  });

  it('leaves a name that several have to the staff, and a new item its own name', () => {
    const cola = { ...DRAFT, target: 'Cola' };
    expect(readOrder('till', pick('till', 'remove'), cola, FOUND).target).toBe('Cola');
    expect(readOrder('till', pick('till', 'add'), DRAFT, FOUND)).toMatchObject({
      target: 'Margherita Large',
      price: '4.50',
    });
    expect(listNames(FOUND)).toEqual(['Margherita Large', 'Cola']);
  });

  it('takes the one product that a part of a name fits, and asks which where it fits several', () => {
    expect(findMeant('marg', FOUND)).toEqual({ target: 'Margherita Large' });
    expect(findMeant('ITEMCOLA00002', FOUND)).toEqual({ target: 'ITEMCOLA00002' });
    const more = [...FOUND, { name: 'Margherita Small', cloverId: 'ITEMSMALL0001', wooId: 78 }];
    expect(findMeant(' Marg ', more)).toEqual({ which: ['Margherita Large', 'Margherita Small'] });
    expect(findMeant('Margherita Large', more)).toEqual({ target: 'Margherita Large' });
    expect(findMeant('Calzone', more)).toEqual({ target: 'Calzone' });
  });

  it('calls an order of the store by its number, though a product may have it as its id', () => {
    const found = [{ name: '175', cloverId: 'ITEM175000001', wooId: 42 }];
    expect(readOrder('store', pick('store', 'cancel'), { ...DRAFT, target: ' 175 ' }, found)).toEqual({
      side: 'store',
      verb: 'cancel',
      target: '175',
    });
  });

  it('takes only what the deed takes', () => {
    expect(readOrder('store', pick('store', 'name'), DRAFT, FOUND)).toEqual({
      side: 'store',
      verb: 'edit',
      target: '77',
      name: 'New',
    });
    expect(readOrder('till', pick('till', 'sell'), { ...DRAFT, quantity: 'two' }, FOUND)).not.toHaveProperty(
      'quantity',
    );
  });
});
