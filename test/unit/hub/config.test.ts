import { describe, expect, it } from 'vitest';
import { checkShared, listOptions, readConfig } from '../../../src-hub/config.ts';

describe('the hub’s options', () => {
  it('without any, it listens on this machine alone, believes no proxy and trusts nobody’s mail server', () => {
    expect(readConfig({})).toMatchObject({
      address: '127.0.0.1',
      port: 8787,
      trustProxy: false,
      publicUrl: null,
      operatorApp: null,
      smtpUrl: null,
      metricsToken: null,
    });
  });

  it('are read from the environment, empty ones as not set', () => {
    const config = readConfig({
      TILLBRIDGE_HUB_PORT: '9000',
      TILLBRIDGE_HUB_URL: 'https://hub.example.com/',
      TILLBRIDGE_HUB_TRUST_PROXY: '10.0.0.0/8, 192.168.1.1',
      TILLBRIDGE_HUB_CLOVER_APP_ID: 'APP1',
      TILLBRIDGE_HUB_CLOVER_AUTH_CODE: 'code',
      TILLBRIDGE_HUB_KEY: ' ',
      OTHER_PORT: '1',
    });
    expect(config).toMatchObject({
      port: 9000,
      publicUrl: 'https://hub.example.com',
      trustProxy: '10.0.0.0/8, 192.168.1.1',
      operatorApp: { appId: 'APP1', authCode: 'code' },
      key: null,
    });
  });

  it('that cannot be used are named, all at once, and their values are not said', () => {
    const wrong = { TILLBRIDGE_HUB_PORT: 'eighty-secret', TILLBRIDGE_HUB_SMTP_URL: 'smtp-secret' };
    expect(() => readConfig(wrong)).toThrow(/TILLBRIDGE_HUB_PORT.*TILLBRIDGE_HUB_SMTP_URL/s);
    expect(() => readConfig(wrong)).not.toThrow(/secret/);
  });

  it('of several nodes are whole, or the hub does not start: none keeps its shops to itself', () => {
    const shared = {
      TILLBRIDGE_HUB_DATABASE_URL: 'postgres://hub@10.0.0.14/hub',
      TILLBRIDGE_HUB_NODE_URL: 'https://hub.example.com/node-1',
      TILLBRIDGE_HUB_URL: 'https://hub.example.com',
      TILLBRIDGE_HUB_KEY: 'a key',
    };
    expect(() => checkShared(readConfig(shared))).not.toThrow();
    for (const missing of Object.keys(shared))
      expect(() => checkShared(readConfig({ ...shared, [missing]: '' }))).toThrow(missing);
  });

  it('are all explained', () => {
    for (const { name, meaning } of listOptions()) expect([name, meaning.length > 20]).toEqual([name, true]);
  });
});
