import { expect, it } from 'vitest';
import { openReceiver, type Receiver } from '../open-receiver.ts';
import { type Answer, basic, type OpenStore, openStore } from './open-store.ts';

interface OpenAuth extends OpenStore {
  readonly receiver: Receiver;
  ask(changes?: Record<string, string>, cookie?: string): Promise<Answer>;
  /** The cookie of a person who has logged in on the page of the request. */
  logIn(): Promise<string>;
  /** Presses "Approve". */
  approve(changes?: Record<string, string>): Promise<Answer>;
}

async function openAuth(): Promise<OpenAuth> {
  const receiver = await openReceiver();
  const open = await openStore();
  const params = {
    app_name: 'Clover Sync',
    user_id: 'local-42',
    return_url: 'http://127.0.0.1:3999/done',
    callback_url: `${receiver.url}/cb`,
    scope: 'read_write',
  };
  const ask: OpenAuth['ask'] = (changes = {}, cookie = '') =>
    open.send(`/wc-auth/v1/authorize?${new URLSearchParams({ ...params, ...changes })}`, {
      headers: { cookie },
    });
  const logIn: OpenAuth['logIn'] = async () => {
    const login = await ask();
    const page = await open.send(readPath(login.headers.get('location')));
    const target = /name="redirect_to" value="([^"]+)"/.exec(page.text)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const body = new URLSearchParams({ log: 'admin', pwd: 'x', redirect_to: target });
    const answer = await open.send('/wp-login.php', { method: 'POST', body });
    expect(answer.headers.get('location')).toContain('/wc-auth/v1/authorize/?');
    return answer.headers.get('set-cookie')?.split(';')[0] ?? '';
  };
  const approve: OpenAuth['approve'] = async (changes = {}) => {
    const cookie = await logIn();
    const link = findLink((await ask(changes, cookie)).text, 'Approve');
    return open.send(readPath(link), { headers: { cookie } });
  };
  return { ...open, receiver, ask, logIn, approve };
}

function readPath(address: string | null | undefined): string {
  const { pathname, search } = new URL(address ?? '');
  return `${pathname}${search}`;
}

function findLink(html: string, name: string): string | undefined {
  return new RegExp(`href="([^"]+)"[^>]*>${name}<`).exec(html)?.[1]?.replaceAll('&amp;', '&');
}

it.each([
  [{ scope: '' }, 'Error: Missing parameter scope.'],
  [{ app_name: '' }, 'Error: Missing parameter app_name.'],
  [{ scope: 'admin' }, 'Error: Invalid scope admin.'],
  [{ callback_url: 'http://example.com/cb' }, 'Error: The callback_url needs to be over SSL.'],
  [{ return_url: 'http://' }, 'Error: The http:// is not a valid URL.'],
])('a request with %o is a page of 401 (woocommerce.md 6)', async (changes, message) => {
  const { ask } = await openAuth();
  const { status, text } = await ask(changes);
  expect(status).toBe(401);
  expect(text).toContain(message);
});

it('sends who is not logged in to the login page, and asks who is', async () => {
  const { ask, logIn, url } = await openAuth();
  const away = await ask();
  expect(away.status).toBe(302);
  expect(away.headers.get('location')).toMatch(`${url}/wc-auth/v1/login/?app_name=Clover`);
  const page = await ask({}, await logIn());
  expect(page.status).toBe(200);
  expect(page.text).toContain('Clover Sync would like to connect to your store');
  expect(findLink(page.text, 'Deny')).toBe('http://127.0.0.1:3999/done?success=0&user_id=local-42');
});

it('posts the keys from the server and sends the browser back; the keys work', async () => {
  const { approve, receiver, send, url } = await openAuth();
  const done = await approve();
  expect([done.status, done.headers.get('location')]).toEqual([
    302,
    'http://127.0.0.1:3999/done?success=1&user_id=local-42',
  ]);
  const [post] = receiver.received;
  expect(post?.path).toBe('/cb');
  expect(post?.headers).toMatchObject({
    'user-agent': `WordPress/6.9.1; ${url}`,
    'content-type': 'application/json;charset=UTF-8',
  });
  const { consumer_key: consumerKey = '', consumer_secret: consumerSecret = '', ...rest } = post?.json ?? {};
  expect(rest).toEqual({ key_id: 2, user_id: 'local-42', key_permissions: 'read_write' });
  const authorization = basic({ consumerKey, consumerSecret });
  expect((await send('/wp-json/wc/v3/products', { headers: { authorization } })).status).toBe(200);
});

it('takes the keys away again unless exactly 200 comes back', async () => {
  const { approve, receiver, store } = await openAuth();
  for (const status of [201, 500, 302]) {
    receiver.answer = { status };
    const answer = await approve();
    expect(answer.status).toBe(401);
    expect(answer.text).toContain(
      'Error: An error occurred in the request and at the time were unable to send the consumer data.',
    );
    expect(store.keys.find(receiver.received.at(-1)?.json.consumer_key ?? '')).toBeUndefined();
  }
});

it('approves for an app with a scheme of its own, but sends the browser nowhere', async () => {
  const { approve, ask, logIn, receiver } = await openAuth();
  const changes = { return_url: 'cloversync://done' };
  expect(findLink((await ask(changes, await logIn())).text, 'Deny')).toBeUndefined();
  const done = await approve(changes);
  expect([done.status, done.headers.get('location')]).toEqual([200, null]);
  expect(receiver.received).toHaveLength(1);
});

it('gives nothing to a link that this person’s page has not shown', async () => {
  const { ask, approve, logIn, receiver, send, store } = await openAuth();
  const cookie = await logIn();
  const link = findLink((await ask({}, cookie)).text, 'Approve') ?? '';
  const forged = readPath(link).replace(/wc_auth_nonce=\w+/, 'wc_auth_nonce=0');
  expect((await send(forged, { headers: { cookie } })).text).toContain('Invalid nonce verification');
  expect((await send(readPath(link))).text).toContain('You do not have permission');
  expect(receiver.received).toEqual([]);
  store.switches.permalinks = 'plain';
  await expect(approve()).rejects.toThrow();
});
