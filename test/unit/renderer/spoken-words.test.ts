import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NO_EFFECTS as NOTHING } from '../../../src-main/engine/flows/undo-preview.ts';
import { DE } from '../../../src-preload/contract/languages/de/index.ts';
import { ES } from '../../../src-preload/contract/languages/es/index.ts';
import { REASON_SENTENCES } from '../../../src-preload/contract/reasons.ts';
import { i18n } from '../../../src-renderer/i18n/i18n.ts';
import { setFormatLocale } from '../../../src-renderer/i18n/locale.ts';

const COUNTS = {
  link: 1,
  create_woo: 1200,
  create_clover: 0,
  update_woo: 0,
  update_clover: 0,
  review: 0,
  conflict: 2,
  skip: 0,
};
const KNOTS = { runId: 9, kind: 'sync', undoes: null, changes: 3, firstName: 'Garlic Knots' } as const;
const UNDO = { runId: 10, kind: 'undo', undoes: 9 } as const;
const PRICE = { field: 'price', till: 450, store: 480 } as const;
const EUROS = { till: 'EUR', store: 'EUR' };

/** Texts are looked up where a module is read, so these are read after the language was chosen. */
async function readWords() {
  const [plan, run, undo, conflict, stock, match] = await Promise.all([
    import('../../../src-renderer/features/import/describe-plan.ts'),
    import('../../../src-renderer/features/import/name-run.ts'),
    import('../../../src-renderer/features/import/say-undo.ts'),
    import('../../../src-renderer/features/conflicts/conflict-words.ts'),
    import('../../../src-renderer/features/stock/stock-words.ts'),
    import('../../../src-renderer/features/products/match-words.ts'),
  ]);
  return {
    plan: plan.describePlan({ counts: COUNTS } as Parameters<typeof plan.describePlan>[0]),
    undo: run.nameRunWithin(UNDO, [KNOTS]),
    before: undo.sayUndo({
      ...NOTHING,
      names: { changed: [], left: [] },
      conflicts: { count: 0, returns: [] },
      trashed: 1,
      trashedVariants: 2,
      kept: 1200,
    }),
    effect: conflict.sayEffect(PRICE, 'till', EUROS, false),
    pieces: [stock.sayPieces(1), stock.sayPieces(-4), stock.sayPieces(null)],
    match: match.sayMatch({ matchReason: REASON_SENTENCES.SAME_SKU, score: 87, wooId: 1 }),
    word: stock.STOCK_WORDS.oversold.word,
  };
}

describe('sentences that are made of parts', () => {
  beforeAll(() => {
    i18n.addResourceBundle('de', 'translation', DE);
    i18n.addResourceBundle('es', 'translation', ES);
  });
  afterAll(async () => {
    setFormatLocale(null);
    await i18n.changeLanguage('en');
  });

  it('are whole German sentences, with its plurals and in the form of the merchant’s figures', async () => {
    await i18n.changeLanguage('de');
    setFormatLocale('de-DE');
    expect(await readWords()).toEqual({
      plan: '1.200 anzulegen, 1 zu verknüpfen und 2 Konflikte.',
      undo: 'Rücknahme von Abgleich 9: 3 Änderungen, zuerst Garlic Knots',
      before:
        '1 Artikel mit 2 Varianten kommt in den Papierkorb des Shops. ' +
        '1.200 Artikel wurden seither geändert und bleiben unberührt.',
      effect: 'Im Shop stünde dann unter Preis: 4,50\u00a0€.',
      pieces: ['1 Stück', '−4 Stück', 'nicht gezählt'],
      match: 'Beide haben dieselbe SKU. Ähnlichkeit: 87 von 100.',
      word: 'Überverkauft',
    });
    setFormatLocale('en-US');
    expect((await readWords()).plan).toBe('1,200 anzulegen, 1 zu verknüpfen und 2 Konflikte.');
  });

  it('are whole Spanish sentences as well', async () => {
    await i18n.changeLanguage('es');
    setFormatLocale('es-MX');
    expect(await readWords()).toMatchObject({
      plan: '1,200 por crear, 1 por vincular y 2 conflictos.',
      undo: 'reversión de sincronización 9: 3 cambios, primero Garlic Knots',
      before:
        '1 producto con 2 variantes va a la papelera de la tienda. ' +
        '1,200 productos se cambiaron después y se dejan como están.',
      pieces: ['1 unidad', '−4 unidades', 'sin recuento'],
    });
  });
});
