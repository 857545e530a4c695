import { describe, expect, it } from 'vitest';
import { createFailure, type Failure } from '../../../src-main/domain/failure.ts';
import { tellEvent } from '../../../src-main/domain/orders/order-story.ts';
import { createWords, ENGLISH } from '../../../src-main/ipc/words.ts';
import { describeFailure } from '../../../src-preload/contract/failures.ts';
import { DE } from '../../../src-preload/contract/languages/de/index.ts';
import { ES } from '../../../src-preload/contract/languages/es/index.ts';

const german = createWords('de', DE);
const spanish = createWords('es', ES);
const tell = (failure: Failure) =>
  [german, spanish].map((words) => words.describeFailure(failure).message.replaceAll('\u00a0', ' '));

describe('a failure', () => {
  it('is told in German and Spanish, with its facts, and by the same code', () => {
    const failure = createFailure('WOO_SKU_TAKEN', { owner: 17, sku: 'PZ-1' });
    expect(tell(failure)).toEqual([
      'Ein anderes Produkt des Shops (Kennung 17) hat die SKU PZ-1 bereits.',
      'Otro producto de la tienda (identificador 17) ya tiene el SKU PZ-1.',
    ]);
    expect(german.describeFailure(failure)).toMatchObject({
      code: 'WOO_SKU_TAKEN',
      hint: 'Geben Sie einem der beiden eine andere SKU und versuchen Sie es dann erneut, oder importieren Sie erneut.',
    });
  });

  it('leaves out what is unknown, as in English', () => {
    expect(tell(createFailure('NET_TIMED_OUT'))).toEqual([
      'Von der anderen Seite kam keine Antwort in der vorgesehenen Zeit.',
      'No respondió a tiempo el otro lado.',
    ]);
    expect(tell(createFailure('NET_TIMED_OUT', { host: 'the store' }))[0]).toContain('Von dem Shop kam');
    expect(tell(createFailure('WOO_REFUSED'))).toEqual([
      'Der Shop hat das abgelehnt.',
      'La tienda rechazó esto.',
    ]);
  });

  it('has its counts in the form of the language', () => {
    const [inGerman, inSpanish] = tell(
      createFailure('RUN_BRAKED', { percent: 30, prices: 12_345, zeros: 0 }),
    );
    expect(inGerman).toContain('bewegen: 12.345.');
    expect(inSpanish).toContain('12.345');
  });

  it('has our own words among its facts translated, and names never', () => {
    expect(tell(createFailure('MAIL_NOT_SET_UP', { missing: 'the mail server' }))).toEqual([
      'E-Mail ist noch nicht eingerichtet: Es fehlt der Mailserver.',
      'El correo aún no está configurado: falta el servidor de correo.',
    ]);
    expect(tell(createFailure('RUN_BUSY', { what: 'the undo of run 12' }))[0]).toContain(
      '(die Rücknahme von Lauf 12)',
    );
    expect(tell(createFailure('ORDER_NOT_DUE', { status: 'on-hold' }))[0]).toContain('in Wartestellung');
    expect(tell(createFailure('WOO_PRODUCT_GONE', { product: 'open' }))[0]).toBe(
      'Das Produkt open ist nicht mehr im Shop.',
    );
  });

  it('stays English for scripts, whatever the window speaks', () => {
    const failure = createFailure('MAIL_NOT_SET_UP', { missing: 'the mail server' });
    expect(describeFailure(failure).message).toBe('E-mail is not set up yet: the mail server is missing.');
    expect(ENGLISH.describeFailure(failure)).toEqual(describeFailure(failure));
  });
});

describe('a text with a count', () => {
  it('has the plural of each language', () => {
    const say = (count: number) =>
      [ENGLISH, german, spanish].map((words) => words.say('{{count}} conflicts wait for you.', { count }));
    expect(say(1)).toEqual([
      '1 conflict waits for you.',
      '1 Konflikt wartet auf Sie.',
      '1 conflicto le espera.',
    ]);
    expect(say(0)).toEqual([
      '0 conflicts wait for you.',
      '0 Konflikte warten auf Sie.',
      '0 conflictos le esperan.',
    ]);
  });

  it('takes a name as it is, braces and all', () => {
    expect(german.say('{{names}}: sold below zero.', { names: 'Pizza {{name}} $t(x) <b>' })).toBe(
      'Pizza {{name}} $t(x) <b>: unter null verkauft.',
    );
  });
});

it('an order’s story is told whole in each language', () => {
  const told = { what: 'status', text: 'from till cancelled, set-store cancelled, restock' };
  expect(tellEvent(told, ENGLISH)).toBe(
    'Cancelled on the till: the store was told, where it is cancelled now, and its pieces go back into stock.',
  );
  expect(tellEvent(told, german)).toBe(
    'Storniert an der Kasse: der Shop wurde informiert; dort ist sie jetzt storniert, und ihre Stücke gehen in den Bestand zurück.',
  );
  expect(tellEvent({ what: 'placed', text: '1 lines' }, spanish)).toBe('Está en la caja, con 1 línea.');
});
