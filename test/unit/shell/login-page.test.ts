import { expect, it } from 'vitest';
import { isLoginPage } from '../../../src-main/shell/external-links.ts';

it.each([
  ['https://www.clover.com/oauth/v2/authorize?client_id=A', true],
  ['https://sandbox.dev.clover.com/oauth/v2/authorize?client_id=A', true],
  ['http://127.0.0.1:8001/oauth/v2/authorize?client_id=A', true],
  ['http://www.clover.com/oauth/v2/authorize', false],
  ['https://www.clover.com.evil.example/oauth/v2/authorize', false],
  ['https://user:pw@www.clover.com/oauth/v2/authorize', false],
  ['https://www.clover.com/oauth/v2/authorize/../other', false],
  ['http://127.0.0.1.evil.example/oauth/v2/authorize', false],
  ['file:///oauth/v2/authorize', false],
  ['javascript:alert(1)', false],
])('a browser is given only pages where a merchant lets an app in: %s', (address, isShown) => {
  expect(isLoginPage(address)).toBe(isShown);
});
