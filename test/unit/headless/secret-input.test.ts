import { describe, expect, it } from 'vitest';
import type { Engine, StoreCredentials } from '../../../src-main/engine/face.ts';
import { STORE_FACTS } from '../../support/catalogs.ts';
import { createFakeMachine, type FakeMachineOptions } from './fake-surroundings.ts';

async function connectStore(options: FakeMachineOptions) {
  const taken: StoreCredentials[] = [];
  const connections: Partial<Engine['connections']> = {
    connectStore: async (credentials) => {
      taken.push(credentials);
      return { ok: true, value: { store: STORE_FACTS, warnings: [] } };
    },
  };
  const machine = createFakeMachine({
    ...options,
    engine: { connections: connections as Engine['connections'] },
  });
  const exitCode = await machine.run('connect', 'woo', '--url', 'https://shop.example');
  return { exitCode, taken: taken[0], machine };
}

const KEYS = { key: 'ck_1', secret: 'cs_2' };

describe('secrets', () => {
  it('come from the environment', async () => {
    const env = { TILLBRIDGE_WOO_KEY: 'ck_1', TILLBRIDGE_WOO_SECRET: ' cs_2\n' };
    const { exitCode, taken } = await connectStore({ env });
    expect(exitCode).toBe(0);
    expect(taken).toEqual({ url: 'https://shop.example', ...KEYS });
  });

  it('come line by line through a pipe', async () => {
    expect((await connectStore({ input: 'ck_1\n\ncs_2\n' })).taken).toMatchObject(KEYS);
    expect((await connectStore({ input: 'ck_1\r\ncs_2' })).taken).toMatchObject(KEYS);
  });

  it('are asked for where only one is missing', async () => {
    expect(
      (await connectStore({ env: { TILLBRIDGE_WOO_KEY: 'ck_1' }, input: 'cs_2\n' })).taken,
    ).toMatchObject(KEYS);
    expect(
      (await connectStore({ env: { TILLBRIDGE_WOO_SECRET: 'cs_2' }, input: 'ck_1\n' })).taken,
    ).toMatchObject(KEYS);
  });

  it('are typed unseen at a terminal', async () => {
    const env = { TILLBRIDGE_WOO_KEY: 'ck_1' };
    const { taken, machine } = await connectStore({ env, input: 'cs_2\n', isTerminal: true });
    expect(taken).toMatchObject(KEYS);
    expect(machine.stderr.text).toContain('the consumer secret: ');
    expect(machine.stderr.text + machine.stdout.text).not.toContain('cs_2');
  });

  it.each([
    ['standard input is empty', ''],
    ['standard input is silent', null],
    ['a line is missing', 'ck_1\n'],
  ])('are named when %s', async (_when, input) => {
    const { exitCode, taken, machine } = await connectStore({ input });
    expect(exitCode).toBe(2);
    expect(taken).toBeUndefined();
    expect(machine.stderr.text).toMatch(
      /needs the consumer (key in TILLBRIDGE_WOO_KEY|secret in TILLBRIDGE_WOO_SECRET)/,
    );
    expect(machine.opened).toEqual([]);
  });
});
