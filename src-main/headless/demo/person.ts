import { DemoFailure } from './stage.ts';

// What a person does in the browser, for a demonstration that runs by itself: pages are asked for, buttons pressed.

/** Presses "Allow" on the till's page, and goes where the relay's page then sends the browser. */
export async function allowAtTill(address: string, fetchPage: typeof fetch): Promise<void> {
  const { origin, pathname, searchParams } = new URL(address);
  const body = new URLSearchParams([...searchParams, ['decision', 'allow']]);
  const pressed = await fetchPage(`${origin}${pathname}`, { method: 'POST', body, redirect: 'manual' });
  const bounce = new URL(readTarget(pressed, 'the till’s page'));
  const port = bounce.searchParams.get('state')?.split('.')[0] ?? '';
  await fetchPage(`http://127.0.0.1:${port}/oauth/callback${bounce.search}`);
}

/** Logs in to the store and presses "Approve". */
export async function approveInStore(pageUrl: string, fetchPage: typeof fetch): Promise<void> {
  const { origin } = new URL(pageUrl);
  const form = new URLSearchParams({ log: 'admin', pwd: 'practice', redirect_to: pageUrl });
  const entered = await fetchPage(`${origin}/wp-login.php`, {
    method: 'POST',
    body: form,
    redirect: 'manual',
  });
  const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? '';
  const page = await (await fetchPage(pageUrl, { headers: { cookie } })).text();
  const approve = /href="([^"]+)" class="wc-auth-approve"/.exec(page)?.[1]?.replaceAll('&amp;', '&');
  if (approve === undefined) throw new DemoFailure('The store’s page has no button "Approve".');
  readTarget(await fetchPage(approve, { headers: { cookie }, redirect: 'manual' }), 'the store’s page');
}

function readTarget(response: Response, whose: string): string {
  const target = response.headers.get('location');
  if (target === null)
    throw new DemoFailure(`Pressing the button on ${whose} led nowhere (${response.status}).`);
  return target;
}
