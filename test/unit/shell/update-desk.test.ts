import { describe, expect, it } from 'vitest';
import { Refusal } from '../../../src-main/shell/updates/refusal.ts';
import type { UpdatePreferences } from '../../../src-main/shell/updates/update-board.ts';
import { createUpdateDesk } from '../../../src-main/shell/updates/update-desk.ts';
import type { Offer, Updater } from '../../../src-main/shell/updates/updater.ts';
import type { UpdateChannelShape, UpdateWaitShape } from '../../../src-preload/contract/update-channels.ts';
import { createManualTime } from '../../support/manual-time.ts';

const OFFER: Offer = { version: '2.0.0', notes: 'Calmer.', releasedMs: 5 };
const SIX_HOURS_MS = 6 * 60 * 60_000;

interface Options {
  readonly installing?: string | null;
  readonly installsOnQuit?: boolean;
}

function open({ installing = null, installsOnQuit = true }: Options = {}) {
  const time = createManualTime();
  const kept = { channel: 'stable' as UpdateChannelShape, installing };
  const preferences: UpdatePreferences = {
    readChannel: () => kept.channel,
    keepChannel: (channel) => {
      kept.channel = channel;
    },
    readInstalling: () => kept.installing,
    keepInstalling: (version) => {
      kept.installing = version;
    },
  };
  const fake = {
    offer: OFFER as Offer | null,
    error: null as Error | null,
    checks: 0,
    installs: [] as boolean[],
    underWay: null as UpdateWaitShape | null,
    quits: 0,
  };
  const updater: Updater = {
    check: async () => {
      fake.checks += 1;
      if (fake.error) throw fake.error;
      return fake.offer;
    },
    download: async (onPercent) => onPercent(50),
    install: async (isRestart) => {
      if (fake.error) throw fake.error;
      fake.installs.push(isRestart);
    },
  };
  const notes: string[] = [];
  const desk = createUpdateDesk({
    ...time,
    version: '1.0.0',
    updater,
    preferences,
    installsOnQuit,
    journal: ({ message }) => void notes.push(message),
  });
  const seen: string[] = [];
  desk.watch(({ phase }) => seen.at(-1) !== phase && seen.push(phase));
  desk.start({
    findUnderWay: async () => fake.underWay,
    quit: () => {
      fake.quits += 1;
    },
  });
  const settle = () => new Promise((resolve) => void setImmediate(resolve));
  const pass = async (ms: number): Promise<void> => {
    time.pass(ms);
    await settle();
  };
  const checkNow = async () => {
    await desk.check();
    await settle();
    return desk.read();
  };
  return { desk, fake, kept, notes, seen, pass, settle, checkNow };
}

describe('updates', () => {
  it('are looked for soon after the start and every few hours, and fetched by themselves', async () => {
    const { desk, fake, seen, pass } = open();
    await pass(10_000);
    expect(fake.checks).toBe(0);
    await pass(20_000);
    expect(seen).toEqual(['checking', 'downloading', 'ready']);
    expect(desk.read()).toMatchObject({ offer: OFFER, percent: null, failure: null });
    await pass(SIX_HOURS_MS);
    expect(fake.checks).toBe(2);
    expect(desk.read().phase).toBe('ready');
  });

  it('say nothing of a network that is away, unless a person has asked', async () => {
    const { desk, fake, notes, pass, checkNow } = open();
    fake.error = new Error('net::ERR_INTERNET_DISCONNECTED');
    await pass(30_000);
    expect(desk.read()).toMatchObject({ phase: 'none', failure: null });
    expect(await checkNow()).toMatchObject({
      phase: 'none',
      failure: { code: 'UPDATE_UNREACHABLE', facts: { detail: 'net::ERR_INTERNET_DISCONNECTED' } },
    });
    expect(notes).toEqual([]);
  });

  it('that are refused are told with the reason, and one that is ready stays so', async () => {
    const { fake, checkNow, notes } = open();
    expect(await checkNow()).toMatchObject({ phase: 'ready' });
    fake.error = new Refusal('UPDATE_UNSIGNED');
    expect(await checkNow()).toMatchObject({
      phase: 'ready',
      offer: OFFER,
      failure: { code: 'UPDATE_UNSIGNED' },
    });
    expect(notes).toEqual(['UPDATE_UNSIGNED']);
    const other = open();
    other.fake.error = new Refusal('UPDATE_OLDER');
    expect(await other.checkNow()).toMatchObject({ phase: 'refused', offer: null });
  });

  it.each(['import', 'orders'] as const)(
    'that are wanted wait for %s under way, and then come',
    async (what) => {
      const { desk, fake, pass, checkNow } = open();
      await checkNow();
      fake.underWay = what;
      expect(await desk.want(true)).toMatchObject({ ok: true, value: { phase: 'waiting', waitsFor: what } });
      await pass(60_000);
      expect(fake.quits).toBe(0);
      fake.underWay = null;
      await pass(2_000);
      expect(fake.quits).toBe(1);
      expect(desk.read().phase).toBe('installing');
      expect(await desk.finish()).toBe('done');
      expect(fake.installs).toEqual([true]);
    },
  );

  it('that are taken back do not come', async () => {
    const { desk, fake, pass, checkNow } = open();
    await checkNow();
    fake.underWay = 'import';
    await desk.want(true);
    expect(await desk.want(false)).toMatchObject({ value: { phase: 'ready', waitsFor: null } });
    await desk.want(true);
    fake.underWay = null;
    const looking = pass(2_000);
    await desk.want(false);
    await looking;
    fake.underWay = null;
    await pass(60_000);
    expect(fake.quits).toBe(0);
  });

  it('cannot be wanted before there is one', async () => {
    const { desk } = open();
    expect(await desk.want(true)).toMatchObject({ ok: false, failure: { code: 'UPDATE_NOT_READY' } });
  });

  it.each<[string, Options & { readonly underWay?: UpdateWaitShape }, boolean[]]>([
    ['are installed', {}, [false]],
    ['are left where the system would ask for a password', { installsOnQuit: false }, []],
    ['are left where an import is under way', { underWay: 'import' }, []],
  ])('%s at a quit', async (_what, { underWay = null, ...options }, installs) => {
    const { desk, fake, checkNow } = open(options);
    await checkNow();
    fake.underWay = underWay;
    await desk.prepareEnd();
    expect(await desk.finish()).toBe('done');
    expect(fake.installs).toEqual(installs);
  });

  it('that did not come through are told by the next start, and the program is started again', async () => {
    const first = open();
    await first.checkNow();
    await first.desk.want(true);
    first.fake.error = new Refusal('UPDATE_FILE_DAMAGED');
    expect(await first.desk.finish()).toBe('restart');
    expect(first.kept.installing).toBe('2.0.0');
    const second = open({ installing: '2.0.0' });
    expect(second.desk.read()).toMatchObject({
      phase: 'refused',
      failure: { code: 'UPDATE_NOT_INSTALLED', facts: { version: '2.0.0' } },
    });
    expect(second.kept.installing).toBe(null);
    expect(await second.checkNow()).toMatchObject({
      phase: 'ready',
      failure: { code: 'UPDATE_NOT_INSTALLED' },
    });
    expect(open({ installing: '1.0.0' }).desk.read()).toMatchObject({ phase: 'none', failure: null });
  });

  it('of another channel are asked for as soon as it is chosen, and kept for the next start', async () => {
    const { desk, fake, kept, checkNow, settle } = open();
    await checkNow();
    fake.offer = null;
    expect(await desk.choose('beta')).toMatchObject({ channel: 'beta', phase: 'none', offer: null });
    expect(kept.channel).toBe('beta');
    fake.offer = { ...OFFER, version: '3.0.0-beta.1' };
    await checkNow();
    await settle();
    expect(desk.read()).toMatchObject({ phase: 'ready', offer: { version: '3.0.0-beta.1' } });
  });

  it('on their way for another channel are not taken', async () => {
    const { desk, fake, settle } = open();
    const checking = desk.check();
    const chosen = desk.choose('beta');
    fake.offer = null;
    await Promise.all([checking, chosen]);
    await settle();
    expect(desk.read()).toMatchObject({ channel: 'beta', phase: 'none', offer: null });
    expect(fake.checks).toBe(2);
  });
});
