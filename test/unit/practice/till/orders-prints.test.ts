import { describe, expect, it } from 'vitest';
import { type OpenKitchen, openKitchen } from './open-kitchen.ts';
import { type OpenTillOptions, pluck } from './open-till.ts';

interface OpenTicket extends OpenKitchen {
  readonly id: string;
  /** Asks for a print; returns the answer. */
  print(body?: Record<string, unknown>): ReturnType<OpenKitchen['call']>;
  state(eventId: string): Promise<string>;
  isPrinted(): Promise<boolean>;
  tickets(): number;
}

/** An order of two lines in a kitchen that needs half a second to start and two to print. */
const openTicket = async (options: OpenTillOptions = {}): Promise<OpenTicket> => {
  const open = await openKitchen(options);
  const id = await open.order({ total: 1198 });
  await open.line(id);
  await open.line(id, { name: 'Custom', price: 599 });
  return {
    ...open,
    id,
    print: (body) => open.call('POST', '/print_event', { orderRef: { id }, ...body }),
    state: async (eventId) => {
      const { status, json } = await open.call('GET', `/print_event/${eventId}`);
      return status === 200 ? json.state : String(status);
    },
    isPrinted: async () => {
      const { lineItems } = await open.read(id);
      return lineItems.elements.every(({ printed }: { printed: boolean }) => printed);
    },
    tickets: () => open.till.state.kitchen.ticketCounts.get(id) ?? 0,
  };
};

describe('a print event', () => {
  it('is created, prints, and is gone; then the lines are printed and the order has changed', async () => {
    const { id, call, print, state, isPrinted, tickets, clock, till } = await openTicket();
    const { json } = await print();
    expect(json).toMatchObject({ orderRef: { id }, state: 'CREATED', createdTime: 1795229721000 });
    expect(json.deviceRef.id).toMatch(/^[0-9a-f-]{36}$/);
    expect(await state(json.id)).toBe('CREATED');
    clock.advance(600);
    expect(await state(json.id)).toBe('PRINTING');
    expect([await isPrinted(), tickets()]).toEqual([false, 0]);
    clock.advance(1_500);
    expect(await state(json.id)).toBe('404');
    expect([await isPrinted(), tickets()]).toEqual([true, 1]);
    expect(till.state.orders.get(id)?.modifiedTime).toBe(1795229723000);
    expect(pluck(await call('GET', '/orders?filter=modifiedTime%3E%3D1795229723000'), 'id')).toEqual([id]);
  });

  it('sent twice prints twice', async () => {
    const { print, tickets, isPrinted, clock } = await openTicket();
    await print();
    await print({ category: 'ORDER' });
    clock.advance(3_000);
    await isPrinted();
    expect(tickets()).toBe(2);
  });

  it('without a default printer is refused in Clover’s words, also for a device that is named', async () => {
    const { print, till, call } = await openTicket();
    till.staff.setDefaultPrinter(false);
    const [device] = (await call('GET', '/devices')).json.elements;
    for (const body of [{}, { deviceRef: { id: device.id } }]) {
      const { status, json } = await print(body);
      expect([status, json]).toEqual([400, { message: 'The default printing device is missing' }]);
    }
    till.staff.setDefaultPrinter(true);
    expect((await print({ deviceRef: { id: device.id } })).status).toBe(200);
  });

  it('of an unknown order, device or category prints nothing', async () => {
    const { print, isPrinted, clock, till } = await openTicket();
    expect((await print({ orderRef: { id: '0000000000000' } })).json.details).toBe('Order not found');
    expect((await print({ deviceRef: { id: 'none' } })).status).toBe(400);
    expect((await print({ category: 'POSTER' })).status).toBe(400);
    clock.advance(5_000);
    expect(await isPrinted()).toBe(false);
    expect(till.state.kitchen.tickets).toEqual([]);
  });

  it('fails when the printer jams, stays readable, and is not printed when the jam is cleared', async () => {
    const { print, state, isPrinted, tickets, clock, till } = await openTicket();
    const { id } = (await print()).json;
    till.staff.jamPrinter();
    clock.advance(3_000);
    expect(await state(id)).toBe('FAILED');
    till.staff.clearPrinter();
    clock.advance(60_000);
    expect(await state(id)).toBe('FAILED');
    expect([await isPrinted(), tickets()]).toEqual([false, 0]);
    await print();
    clock.advance(3_000);
    expect([await isPrinted(), tickets()]).toEqual([true, 1]);
  });

  it('hangs in a printer that holds back, and comes out once it is cleared', async () => {
    const { print, state, isPrinted, tickets, clock, till } = await openTicket();
    const { id } = (await print()).json;
    till.staff.jamPrinter('holds');
    clock.advance(600_000);
    expect(await state(id)).toBe('PRINTING');
    till.staff.clearPrinter();
    expect(await isPrinted()).toBe(false);
    clock.advance(2_000);
    expect([await isPrinted(), tickets()]).toEqual([true, 1]);
  });

  it('is not there where Clover does not print, and asks for the right to write orders', async () => {
    const { print, call, id, till } = await openTicket();
    const reader = till.tokens.add({ orders: 'r' });
    expect((await call('POST', '/print_event', { orderRef: { id } }, reader)).status).toBe(401);
    till.answers.printEvents = 'missing';
    expect((await print()).status).toBe(404);
  });
});

describe('the till’s own printing', () => {
  it('is off, until staff turns it on, and then a paid order has a ticket nobody asked for', async () => {
    const { id, pay, isPrinted, tickets, clock, call, till } = await openTicket();
    expect((await call('GET', '/properties')).json.autoPrint).toBe(false);
    till.staff.setAutoPrint(true);
    expect((await call('GET', '/properties')).json.autoPrint).toBe(true);
    await pay(id, { amount: 1198 });
    clock.advance(3_000);
    expect([await isPrinted(), tickets()]).toEqual([true, 1]);
    expect(till.state.kitchen.tickets).toMatchObject([{ cause: 'auto', lineCount: 2, category: 'ORDER' }]);
  });

  it('and a print event make two tickets', async () => {
    const { id, pay, print, isPrinted, tickets, clock, till } = await openTicket();
    till.staff.setAutoPrint(true);
    await pay(id, { amount: 1198 });
    await print();
    clock.advance(3_000);
    await isPrinted();
    expect(tickets()).toBe(2);
  });

  it('may leave REST orders alone, or print them as soon as they are open', async () => {
    for (const [autoPrintWhen, count] of [
      ['never', 0],
      ['onOpen', 1],
    ] as const) {
      const { order, pay, clock, call, till } = await openTicket({ answers: { autoPrintWhen } });
      till.staff.setAutoPrint(true);
      const id = await order({ total: 5 });
      await pay(id, { amount: 5 });
      clock.advance(3_000);
      await call('GET', '/orders');
      expect(till.state.kitchen.ticketCounts.get(id) ?? 0).toBe(count);
    }
  });
});

describe('devices and printers', () => {
  it('are listed for who may read the merchant', async () => {
    const { call, till } = await openTicket();
    expect((await call('GET', '/devices')).json.elements).toMatchObject([{ model: 'Clover_C503' }]);
    expect((await call('GET', '/printers')).json.elements).toMatchObject([
      { name: 'Kitchen', type: 'NETWORK' },
    ]);
    const token = till.tokens.add({ orders: 'rw' });
    expect((await call('GET', '/devices', undefined, token)).status).toBe(401);
  });
});
