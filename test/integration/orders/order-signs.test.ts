import { describe, expect, it } from 'vitest';
import { GUESTS } from '../../../src-practice/store/store.ts';
import { startOrderShop } from '../../support/order-shop.ts';
import { unwrap } from '../../support/practice-world.ts';

describe('what a customer wrote in signs that the till cannot keep', { timeout: 30_000 }, () => {
  it('is told in words or left out, never as question marks, and the timeline says so', async () => {
    const shop = await startOrderShop();
    unwrap(shop.engine.settings.set({ 'orders.customer': 'full' }));
    const [guest] = GUESTS;
    if (!guest) throw new Error('no guest');
    const { products } = shop.practice.storeService.state;
    for (const product of products.values())
      if (product.sku === 'MARG') products.set(product.id, { ...product, name: 'Margherita 🍕 à l’été' });
    const id = shop.order({
      guest: { ...guest, firstName: 'Zoë 🦄', lastName: 'Müller', email: 'zoe@lee.org' },
      note: 'Crème à part 🙏 no 🥜 please 😀',
      lines: [{ sku: 'MARG', chosen: ['Ham'] }],
    });
    await shop.settle();
    const [row] = shop.shown(id);
    const texts = JSON.stringify([
      row?.title,
      row?.note,
      row?.lines,
      [...shop.practice.tillService.state.customers.values()],
    ]);
    expect(texts).not.toContain('?');
    expect(row?.note).toContain('Customer’s note: Crème à part no [peanuts] please');
    expect(row?.title).toContain('Zoë Müller');
    expect(row?.lines[0]?.name).toBe('Margherita à l’été');
    expect([...shop.practice.tillService.state.customers.values()][0]?.firstName).toBe('Zoë');
    expect(shop.events(id).map(({ text }) => text)).toContain('1 lines, signs left out');
    expect(shop.flow(id)).toMatchObject({ hold: null, step: 'reported' });
    expect(shop.alerts()).toEqual([]);
  });

  it('is not spoken of where nothing is lost', async () => {
    const shop = await startOrderShop();
    const id = shop.order({ note: 'Grüße, no 🥜' });
    await shop.settle();
    expect(shop.shown(id)[0]?.note).toContain('Grüße, no [peanuts]');
    expect(JSON.stringify(shop.events(id))).not.toContain('signs');
  });
});
