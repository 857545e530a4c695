import { describe, expect, it } from 'vitest';
import { answerPage, isOwnAddress } from '../../../src-main/shell/app-protocol.ts';
import { findExternalLink } from '../../../src-main/shell/external-links.ts';

const html = { type: 'text/html; charset=utf-8', body: Buffer.from('<html><head></head></html>') };
const files = new Map([
  ['/', html],
  ['/assets/a.js', { type: 'text/javascript; charset=utf-8', body: Buffer.from('1') }],
]);
const get = (url: string) => answerPage(files, { method: 'GET', url }, { nonce: 'abc', language: 'de' });

describe('the page', () => {
  it('carries the nonce that its policy names, and may reach no network', () => {
    const { status, headers, body } = get('app://tillbridge/');
    expect(status).toBe(200);
    expect(body).toContain('content="abc"');
    expect(headers['Content-Security-Policy']).toContain("'nonce-abc'");
    expect(headers['Content-Security-Policy']).toContain("connect-src 'none'");
  });

  it.each([
    'app://tillbridge/../../etc/passwd',
    'app://tillbridge/..%2f..%2fetc%2fpasswd',
    'app://tillbridge/%2e%2e/%2e%2e/etc/passwd',
    'app://tillbridge/assets/..%5c..%5csecret',
    'app://tillbridge//etc/passwd',
    'app://tillbridge/assets/a.js%00.html',
    'app://other/assets/a.js',
    'nonsense',
  ])('%s is not served', (url) => {
    expect(get(url).status).toBe(404);
  });

  it.each([
    'app://tillbridge.evil/',
    'app://evil@tillbridge/',
    'app://tillbridge:81/',
    'https://tillbridge/',
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'blob:app://tillbridge/1',
    'about:blank',
    '',
  ])('%j is not our page', (url) => {
    expect(isOwnAddress(url)).toBe(false);
  });
});

describe('a link to the outside', () => {
  it('opens for Clover and the connected store', () => {
    expect(findExternalLink('https://www.clover.com/setupapp', null)).toBe('https://www.clover.com/setupapp');
    expect(findExternalLink('https://shop.example/p/1', 'https://shop.example/wp')).toBe(
      'https://shop.example/p/1',
    );
  });

  it.each([
    'https://shop.example.evil/',
    'https://shop.example@evil.example/',
    'https://user:word@shop.example/',
    'http://shop.example/',
    'https://shop.example:444/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'smb://shop.example/',
    'ms-settings:',
    '',
  ])('%j opens nothing', (url) => {
    expect(findExternalLink(url, 'https://shop.example')).toBeNull();
  });
});
