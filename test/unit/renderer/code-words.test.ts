import { expect, it } from 'vitest';
import { isCodeAlone } from '../../../src-renderer/features/login/code-words.ts';

it.each([
  ['a code', 'abc-123', true],
  ['a code with blanks around it', '  abc-123\n', true],
  ['the code and the merchant, as the page gives them', 'abc-123 ABCDEFGHIJKLM', false],
  ['the address of the page', 'https://relay.example/oauth?code=abc&merchant_id=ABCDEFGHIJKLM', false],
  ['an address without the merchant', 'https://relay.example/oauth?code=abc', true],
  ['nothing', ' ', false],
])('the merchant is asked for where it is not there: %s', (_what, text, isAlone) => {
  expect(isCodeAlone(text)).toBe(isAlone);
});
