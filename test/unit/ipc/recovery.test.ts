import { describe, expect, it } from 'vitest';
import type { Hear } from '../../../src-main/ipc/publish.ts';
import { createCallers } from '../../../src-main/ipc/recovery/callers.ts';
import { keepPractice } from '../../../src-main/ipc/recovery/kept-practice.ts';
import { createMembers } from '../../../src-main/ipc/recovery/members.ts';
import { isSafeChannel } from '../../../src-main/ipc/recovery/safe-channels.ts';
import type { RunningPractice } from '../../../src-main/ipc/session.ts';
import type { WindowDesk } from '../../../src-main/ipc/window-desk.ts';
import { CHANNEL_NAMES } from '../../../src-preload/contract/channel-names.ts';

/** What reads what is kept here, or is about this computer alone. Everything else may write to a side. */
const OPEN_IN_SAFE_MODE = [
  ...['app:info', 'status:get', 'login:state', 'hub:get', 'store:approval', 'plan:get', 'plan:rows'],
  ...['run:list', 'run:result', 'products:page', 'products:drafts', 'products:story', 'log:page'],
  ...['settings:list', 'settings:set', 'alerts:list', 'alerts:seen', 'alerts:set-mail-password'],
  ...['alerts:test-mail', 'autostart:get', 'autostart:set', 'sync:state', 'conflicts:list', 'rules:list'],
  ...['stock:list', 'stock:moves', 'stock:exportCsv', 'parked:list', 'orders:list', 'orders:get'],
  ...['orders:needs', 'support:get', 'support:retry', 'support:inside', 'support:diagnostics'],
  ...['support:export', 'support:erase'],
];
/** Areas of this computer alone, whose channels are all open. */
const OWN = /^(language|updates):/;

describe('safe mode', () => {
  it('leaves open what reads what is kept here, by name', () => {
    for (const channel of OPEN_IN_SAFE_MODE)
      expect([channel, isSafeChannel(channel as never)]).toEqual([channel, true]);
  });

  it.each([
    ...[
      'sync:now',
      'sync:pause',
      'run:apply',
      'run:undo',
      'run:approve',
      'plan:make',
      'practice:start',
      'practice:act',
    ],
    ...['till:connect', 'store:connect', 'login:begin', 'hub:connect', 'store:approve', 'links:clean'],
    ...[
      'orders:retry',
      'orders:reprint',
      'orders:testPrint',
      'stock:setSoldOut',
      'stock:planCsv',
      'stock:drift',
    ],
    ...[
      'parked:retry',
      'conflicts:resolve',
      'products:planPublish',
      'products:unlink',
      'connection:disconnect',
    ],
  ] as const)('closes %s', (channel) => expect(isSafeChannel(channel)).toBe(false));

  it('closes whatever channel comes new and is not plainly a reading one', () => {
    const open = CHANNEL_NAMES.filter((name) => isSafeChannel(name) && !OWN.test(name));
    const unknown = open.filter((name) => !OPEN_IN_SAFE_MODE.includes(name));
    expect(unknown.filter((name) => !/:(get|list|page|state|rows|result|exportCsv)$/.test(name))).toEqual([]);
  });
});

/** A desk that remembers who is at it. */
function openDesk(name: string) {
  const hearers = new Set<Hear>();
  const asked: string[] = [];
  const known = new Set<unknown>();
  const desk = {
    admit: (caller: string) => {
      const inner = { name: `${caller}@${name}` };
      known.add(inner);
      return inner;
    },
    dismiss: (caller: unknown) => void known.delete(caller),
    answer: async (_caller: unknown, channel: unknown) => {
      asked.push(String(channel));
      return { ok: true, value: name };
    },
    join: (hear: Hear) => {
      hearers.add(hear);
      return { leave: () => void hearers.delete(hear) };
    },
    close: async () => undefined,
  } as unknown as WindowDesk;
  const tell = (value: unknown): void => {
    let seq = 0;
    for (const hear of hearers) {
      seq += 1;
      hear('log:changed', seq, value);
    }
  };
  return { desk, tell, hearers, known };
}

describe('a window, when the engine is started anew behind it', () => {
  it('hears the new one, misses a number, and hears the old one no more', async () => {
    const [first, second] = [openDesk('first'), openDesk('second')];
    const members = createMembers(first.desk);
    const heard: [number, unknown][] = [];
    const member = members.join((_event, seq, value) => void heard.push([seq, value]));
    first.tell('a');
    await members.moveTo(second.desk);
    first.tell('late');
    second.tell('b');
    expect(heard).toEqual([
      [1, 'a'],
      [2, 'second'],
      [4, 'second'],
      [5, 'b'],
    ]);
    member.leave();
    expect(first.hearers.size + second.hearers.size).toBe(0);
  });

  it('is let in there too, as long as it stays, and a stranger never', () => {
    const [first, second] = [openDesk('first'), openDesk('second')];
    const callers = createCallers();
    const caller = callers.admit('window');
    const inner = callers.at(first.desk, caller);
    expect(inner.name).toBe('window@first');
    expect(callers.at(first.desk, caller)).toBe(inner);
    expect(callers.at(second.desk, caller).name).toBe('window@second');
    const stranger = { name: 'window' };
    expect(callers.at(second.desk, stranger)).toBe(stranger);
    callers.dismiss(caller);
    expect(second.known.size).toBe(0);
    expect(callers.at(second.desk, caller)).toBe(caller);
  });
});

describe('practice servers', () => {
  it('outlive the engine that started them, and end with the one that found them', async () => {
    let closed = 0;
    const practice = {
      close: async () => {
        closed += 1;
      },
    } as unknown as RunningPractice;
    const hold = keepPractice(async () => practice);
    const first = hold();
    const started = await first.start('pizza');
    first.letGo();
    await started.close();
    expect(closed).toBe(0);
    const second = hold();
    await second.found?.close();
    expect(closed).toBe(1);
    expect(hold().found).toBeNull();
  });
});
