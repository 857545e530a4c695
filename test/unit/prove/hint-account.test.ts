import { describe, expect, it } from 'vitest';
import { createHintAccount } from '../../support/hint-account.ts';
import type { MadeShop } from '../../support/make-shops.ts';

const NODE = 'http://node-1';
const makeShop = (name: string): MadeShop => {
  const tokens = [`${name} first`, `${name} second`];
  return { shopId: name, merchantId: name, secret: '', token: tokens[0] ?? '', tokens };
};
const SHOP = makeShop('shop');
const [FIRST = '', SECOND = ''] = SHOP.tokens;

describe('the account of what several nodes told', () => {
  it('a resync that overtakes the answer 200 covers what was sent before it, and nothing sent later', () => {
    const account = createHintAccount();
    account.noteSent(SHOP, 'product:1', NODE, 1_000);
    for (const pc of SHOP.tokens) account.noteResync(SHOP, pc, 'store', 7, 1_010);
    account.noteAnswered('product:1', 1_020);
    expect(account.listLost()).toEqual([]);
    account.noteSent(SHOP, 'product:2', NODE, 1_030);
    account.noteAnswered('product:2', 1_040);
    expect(account.listLost().map(({ key }) => key)).toEqual(['product:2']);
  });

  it('a resync covers its own shop and PC, and one of the till no change of the store', () => {
    const account = createHintAccount();
    account.noteSent(SHOP, 'product:1', NODE, 1_000);
    account.noteAnswered('product:1', 1_010);
    for (const pc of SHOP.tokens) account.noteResync(SHOP, pc, 'till', 7, 1_020);
    const other = makeShop('other');
    for (const pc of other.tokens) account.noteResync(other, pc, null, 7, 1_020);
    account.noteResync(SHOP, FIRST, null, 8, 1_030);
    expect(account.listLost()).toHaveLength(1);
    account.noteResync(SHOP, SECOND, null, 8, 1_040);
    expect(account.listLost()).toEqual([]);
  });

  it('what one PC was not told is lost, and its story says what is known', () => {
    const account = createHintAccount();
    const startMs = performance.now();
    account.noteSent(SHOP, 'product:1', NODE, startMs);
    account.noteAnswered('product:1', startMs + 25);
    account.noteHint(FIRST, 'product:1', 4, startMs + 30);
    account.noteHint(SECOND, 'product:9', 5, startMs + 40);
    const [lost] = account.listLost();
    expect(lost?.story).toMatch(
      /^product:1 of shop at http:\/\/node-1: sent at .* s, 200 after 25 ms; PC 1 told; PC 2 not told \(product:9 as number 5 at .* s\)$/,
    );
    account.noteHint(SECOND, 'product:1', 6, startMs + 50);
    expect(account.listLost()).toEqual([]);
  });

  it('what was refused is no loss', () => {
    const account = createHintAccount();
    account.noteSent(SHOP, 'product:1', NODE, 1_000);
    expect(account.listLost()).toEqual([]);
    expect(account.countAcknowledged()).toBe(0);
  });
});
