import { describe, expect, it } from 'vitest';
import { routeHint } from '../../../../src-main/engine/hub/hint-route.ts';

describe('where a hint leads', () => {
  it.each([
    ['till', 'I:ABCDEFGH12345', { kind: 'product', side: 'till', key: 'ABCDEFGH12345' }],
    ['till', 'IS:ABCDEFGH12345', { kind: 'product', side: 'till', key: 'ABCDEFGH12345' }],
    ['till', 'IA:ABCDEFGH12345', { kind: 'product', side: 'till', key: 'ABCDEFGH12345' }],
    ['till', 'O:ABCDEFGH12345', { kind: 'orders' }],
    ['till', 'P:ABCDEFGH12345', { kind: 'orders' }],
    ['till', 'IC:ABCDEFGH12345', { kind: 'lists' }],
    ['till', 'IM:ABCDEFGH12345', { kind: 'lists' }],
    ['till', 'IG:ABCDEFGH12345', { kind: 'lists' }],
    ['till', 'C:ABCDEFGH12345', { kind: 'none' }],
    ['store', 'product:12', { kind: 'product', side: 'store', key: '12' }],
    ['store', 'variation:5:7', { kind: 'product', side: 'store', key: '5/7' }],
    ['store', 'order:104', { kind: 'orders' }],
    ['store', 'customer:3', { kind: 'none' }],
  ] as const)('%s %s', (side, key, route) => {
    expect(routeHint(side, key)).toEqual(route);
  });

  it.each([
    ['till', 'I:'],
    ['till', 'I:../../x'],
    ['till', 'I:ABC'],
    ['till', ''],
    ['store', 'product:-1'],
    ['store', 'product:1;DROP'],
    ['store', 'variation:5:'],
    ['store', 'product:99999999999999999999'],
  ] as const)('a key that names nothing leads nowhere: %s "%s"', (side, key) => {
    expect(routeHint(side, key)).toEqual({ kind: 'none' });
  });
});
