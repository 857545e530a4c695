import type { App, Session, WebContents } from 'electron';
import { isOwnAddress, PAGE_URL } from './app-protocol.ts';

export interface SecurityDeps {
  /** Shows an address in the person's browser, if it is one of those that may be. */
  readonly openLink: (address: string) => void;
}

/** Holds for every page and every session there will ever be. Told before the first window. */
export function guardApp(app: Pick<App, 'on'>, deps: SecurityDeps): void {
  app.on('web-contents-created', (_event, contents) => guardContents(contents, deps));
  app.on('session-created', denyPermissions);
}

/** No page asks for anything of the computer: neither by asking nor by looking whether it may. */
export function denyPermissions(
  session: Pick<
    Session,
    'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler'
  >,
): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
}

/** The page stays where it is: no other page, no other window, no page inside it. */
export function guardContents(
  contents: Pick<WebContents, 'on' | 'loadURL' | 'setWindowOpenHandler'>,
  { openLink }: SecurityDeps,
): void {
  contents.on('will-navigate', (event) => {
    if (!isOwnAddress(event.url)) event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    if (!isOwnAddress(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => {
    if (!isOwnAddress(event.url)) event.preventDefault();
  });
  // Chromium asks nobody before it shows about:blank, so the page is fetched back.
  contents.on('did-navigate', (_event, url) => {
    if (!isOwnAddress(url)) void contents.loadURL(PAGE_URL);
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    openLink(url);
    return { action: 'deny' };
  });
}
