import { describe, expect, it } from 'vitest';
import { isApprovalPage } from '../../../src-main/shell/external-links.ts';

describe('the page on which a store’s owner approves', () => {
  it.each([
    'https://shop.example.com/wc-auth/v1/authorize?app_name=Tillbridge',
    'https://example.com/shop/wc-auth/v1/authorize?scope=read_write',
    'http://127.0.0.1:8002/wc-auth/v1/authorize?user_id=tb-1',
  ])('%s is shown in the browser', (address) => expect(isApprovalPage(address)).toBe(true));

  it.each([
    'http://shop.example.com/wc-auth/v1/authorize',
    'https://shop.example.com/wp-admin/',
    'https://shop.example.com/?next=/wc-auth/v1/authorize',
    'https://admin:secret@shop.example.com/wc-auth/v1/authorize',
    'file:///wc-auth/v1/authorize',
    'javascript:alert(1)//wc-auth/v1/authorize',
    'not an address',
  ])('%s is not', (address) => expect(isApprovalPage(address)).toBe(false));
});
