import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BOUNCE_HEADERS, BOUNCE_PAGE } from '../../src-hub/oauth-bounce/bounce-page.ts';
import { createBounceBrowser } from '../support/bounce-browser.ts';
import { startHubRooms } from '../support/hub-rooms.ts';

const NONCE = 'nonce_nonce-1234';
const MAC = 'mac_mac-12345678';
const stateFor = (port: string | number): string => `${port}.${NONCE}.${MAC}`;
const searchFor = (query: Record<string, string>): string => `?${new URLSearchParams(query)}`;

/** Addresses that a port field might be bent to. */
const HOSTILE_PORTS = [
  '80@evil.example:',
  '@evil.example',
  '8080@evil.example/',
  '8080/..//evil.example',
  '8080\\@evil.example',
  '8080#@evil.example',
  '8080?@evil.example',
  ' 8080',
  '8080 ',
  '08080',
  '+8080',
  '-8080',
  '8080.5',
  '8e3',
  '0x1f90',
  '0',
  '80',
  '443',
  '1023',
  '65536',
  '99999',
  '100000',
  '８０８０',
  '8080\n',
  '8080%00',
  '8080\u0000',
  '',
];

const runBounceScript = createBounceBrowser();

describe('the bounce page', () => {
  it('hands code, state, merchant and app to the app on this computer, exactly', () => {
    const query = { merchant_id: 'M123', client_id: 'APP', code: 'c+d/e=&f', state: stateFor(51234) };
    const { wentTo } = runBounceScript(searchFor(query));
    const target = new URL(wentTo[0] ?? '');
    expect(wentTo).toHaveLength(1);
    expect(target.origin + target.pathname).toBe('http://127.0.0.1:51234/oauth/callback');
    expect(Object.fromEntries(target.searchParams)).toEqual(query);
  });

  it('hands a refusal on as well', () => {
    const { wentTo } = runBounceScript(searchFor({ error: 'access_denied', state: stateFor(51234) }));
    expect(wentTo).toEqual([
      `http://127.0.0.1:51234/oauth/callback?state=${stateFor(51234)}&error=access_denied`,
    ]);
  });

  it('sends nothing anywhere else, whatever stands in the address: 8,000 hostile ones', () => {
    let sent = 0;
    const port = fc.oneof(
      fc.constantFrom(...HOSTILE_PORTS),
      fc.integer({ min: -10, max: 70_000 }).map(String),
      fc.string({ unit: 'binary', maxLength: 12 }),
    );
    const part = fc.oneof(
      fc.constant(NONCE),
      fc.constant(MAC),
      fc.constantFrom('', '@evil.example', '/../', '//evil.example', '.'),
      fc.string(),
    );
    const state = fc.oneof(
      fc.tuple(port, part, part).map((parts) => parts.join('.')),
      fc.string({ unit: 'binary' }),
    );
    const text = fc.oneof(
      fc.constantFrom('//evil.example', '<img src=x onerror=alert(1)>', 'https://evil.example'),
      fc.string(),
    );
    fc.assert(
      fc.property(state, text, text, fc.string(), (wish, code, error, raw) => {
        const searches = [
          searchFor({ code, state: wish, merchant_id: error, error }),
          `?code=${code}&state=${wish}&state=${stateFor(5000)}&${raw}`,
        ];
        for (const search of searches) {
          const { wentTo, unsafe } = runBounceScript(search);
          expect(unsafe).toEqual([]);
          for (const url of wentTo) {
            const { protocol, hostname, port: reached, pathname, username, password } = new URL(url);
            expect([protocol, hostname, pathname, username, password]).toEqual([
              'http:',
              '127.0.0.1',
              '/oauth/callback',
              '',
              '',
            ]);
            expect(Number(reached)).toBeGreaterThanOrEqual(1024);
            sent += 1;
          }
        }
      }),
      { numRuns: 4_000, seed: 7 },
    );
    expect(sent).toBeGreaterThan(100);
  });

  it('bounces to no port below 1024 or above 65535, and to none that is written oddly', () => {
    for (const port of HOSTILE_PORTS) {
      const bounced = runBounceScript(searchFor({ code: 'abc', state: stateFor(port) }));
      expect([port, bounced.wentTo, bounced.shown]).toEqual([port, [], ['paste']]);
    }
    for (const port of [1024, 65535])
      expect(runBounceScript(searchFor({ code: 'abc', state: stateFor(port) })).wentTo).toHaveLength(1);
  });

  it('shows the code to copy where there is no usable state, as text', () => {
    const code = '<img src=x onerror=alert(1)>';
    const { wentTo, shown, texts } = runBounceScript(searchFor({ code, merchant_id: 'M1' }));
    expect({ wentTo, shown, code: texts.code }).toEqual({ wentTo: [], shown: ['paste'], code: `${code} M1` });
  });

  it('says what to do after a launch from the App Market, and with nothing at all', () => {
    expect(runBounceScript('?merchant_id=M123&client_id=APP')).toMatchObject({
      wentTo: [],
      shown: ['launched'],
    });
    expect(runBounceScript('')).toMatchObject({ wentTo: [], shown: ['nothing'] });
    expect(runBounceScript('?error=%3Cb%3Eno')).toMatchObject({
      shown: ['denied'],
      texts: { reason: '<b>no' },
    });
  });

  it('has no script but its own, by its hash, and nothing else may load, frame or be sent', () => {
    const scripts = [...BOUNCE_PAGE.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map(
      (match) => match[1] ?? '',
    );
    expect(scripts).toHaveLength(1);
    const hash = createHash('sha256')
      .update(scripts[0] ?? '')
      .digest('base64');
    const policy = BOUNCE_HEADERS['content-security-policy'] ?? '';
    expect(policy).toContain(`script-src 'sha256-${hash}';`);
    expect(policy).toMatch(/^default-src 'none';/);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
    expect(BOUNCE_PAGE).not.toMatch(/\son\w+=|javascript:|src=|href=/i);
  });

  it('is served at /oauth and below it with these headers, the same for every query', async () => {
    const hub = await startHubRooms();
    for (const path of ['/oauth', '/oauth?code=abc&state=x', '/oauth/setup?merchant_id=M1', '/oauth/a/b']) {
      const answer = await fetch(hub.url + path);
      expect(answer.status).toBe(200);
      expect(await answer.text()).toBe(BOUNCE_PAGE);
      for (const [name, value] of Object.entries(BOUNCE_HEADERS))
        expect(answer.headers.get(name)).toBe(value);
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
    }
  });
});
