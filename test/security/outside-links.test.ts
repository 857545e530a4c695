import { beforeEach, describe, expect, it, vi } from 'vitest';

const opened: string[] = [];
vi.mock('electron', () => ({
  shell: {
    openExternal: (address: string) => {
      opened.push(address);
      return Promise.resolve();
    },
  },
}));
const { openLinkOf, showLoginPage } = await import('../../src-main/shell/open-link.ts');

const STORE = 'https://shop.example/wp';
/** 24 of them: other schemes, other hosts that look alike, names and passwords, and what is no address at all. */
const HOSTILE = [
  'https://www.clover.com.evil.example/oauth/v2/authorize',
  'https://www.clover.com@evil.example/oauth/v2/authorize',
  'https://user:word@www.clover.com/oauth/v2/authorize',
  'https://www.clover.com:444/oauth/v2/authorize',
  'http://www.clover.com/oauth/v2/authorize',
  'https://evil.example/oauth/v2/authorize',
  'https://evil.example\\@www.clover.com/oauth/v2/authorize',
  'https://www.clover.com%2eevil.example/oauth/v2/authorize',
  'https://shop.example.evil.example/wp-admin/',
  'https://admin:word@shop.example/wc-auth/v1/authorize',
  'http://shop.example/wc-auth/v1/authorize',
  'http://127.0.0.1.evil.example/wc-auth/v1/authorize',
  'http://2130706433.evil.example/oauth/v2/authorize',
  'javascript:alert(1)//www.clover.com/oauth/v2/authorize',
  'data:text/html,/wc-auth/v1/authorize',
  'file:///wc-auth/v1/authorize',
  'file://www.clover.com/oauth/v2/authorize',
  'smb://shop.example/wc-auth/v1/authorize',
  'ms-settings:privacy',
  'ftp://www.clover.com/oauth/v2/authorize',
  'calculator:',
  '--gpu-launcher=calc /wc-auth/v1/authorize',
  '/wc-auth/v1/authorize',
  '',
];

const openLink = openLinkOf({ readStore: () => ({ store: { url: STORE } }) } as Parameters<
  typeof openLinkOf
>[0]);

beforeEach(() => void opened.splice(0));

describe('Electron 15: what is handed to another program', () => {
  it('of 24 hostile addresses none is, by a link of the page, by the log-in, or by the store’s approval', () => {
    expect(new Set(HOSTILE).size).toBe(24);
    for (const address of HOSTILE) {
      openLink(address);
      expect(showLoginPage(address), address).toBe(false);
    }
    expect(opened).toEqual([]);
  });

  it('is Clover’s and the connected store’s own pages, and those where Tillbridge is let in', () => {
    openLink('https://www.clover.com/dashboard');
    openLink(`${STORE}/wp-admin/`);
    expect(showLoginPage('https://www.eu.clover.com/oauth/v2/authorize?client_id=A')).toBe(true);
    expect(showLoginPage('https://other.example/wc-auth/v1/authorize?scope=read_write')).toBe(true);
    expect(opened).toHaveLength(4);
  });

  it('is never what another store’s page, or a store that is not connected, would have', () => {
    openLink('https://other.example/wp-admin/');
    openLinkOf({ readStore: () => null })(`${STORE}/wp-admin/`);
    expect(opened).toEqual([]);
  });

  it('goes through this one place', async () => {
    const { findLines, listFiles } = await import('../support/source-files.ts');
    const lines = findLines(
      listFiles('src-main/*.ts', 'src-preload/*.ts'),
      /openExternal|openPath\(|showItemInFolder/,
    );
    expect(lines.map((line) => line.split(':')[0])).toEqual([
      'src-main/shell/open-link.ts',
      'src-main/shell/open-link.ts',
    ]);
  });
});
