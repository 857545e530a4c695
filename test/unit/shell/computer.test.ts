import { EventEmitter } from 'node:events';
import type { App } from 'electron';
import { describe, expect, it } from 'vitest';
import { createAutostart } from '../../../src-main/shell/autostart.ts';
import { watchNetwork } from '../../../src-main/shell/network.ts';
import { watchPower } from '../../../src-main/shell/power.ts';
import { createQuit } from '../../../src-main/shell/quit.ts';

describe('quitting', () => {
  function open(close: () => Promise<void>) {
    const did: string[] = [];
    const delays: number[] = [];
    const emitter = new EventEmitter();
    let prevented = 0;
    const app = {
      on: emitter.on.bind(emitter),
      exit: (code: number) => void did.push(`exit ${code}`),
      quit: () =>
        void emitter.emit('before-quit', {
          preventDefault: () => {
            prevented += 1;
          },
        }),
    } as unknown as App;
    let ring = (): void => undefined;
    const quit = createQuit(app, close, {
      after: (delayMs, callback) => {
        delays.push(delayMs);
        ring = callback;
        return { cancel: () => void did.push('patience') };
      },
    });
    return { quit, did, delays, readPrevented: () => prevented, ring: () => ring() };
  }
  const settle = () => new Promise((resolve) => setImmediate(resolve));

  it('closes in order, once, however often it is asked for', async () => {
    const steps: string[] = [];
    const { quit, did, readPrevented } = open(async () => void steps.push('engine'));
    quit.before(() => void steps.push('tray'));
    quit.quit();
    quit.quit();
    await settle();
    expect(steps).toEqual(['tray', 'engine']);
    expect(did).toEqual(['patience', 'exit 0']);
    expect(readPrevented()).toBe(2);
    expect(quit.isQuitting()).toBe(true);
  });

  it('has five seconds of patience, and two when the computer is shut down', () => {
    const never = (): Promise<void> => new Promise(() => undefined);
    const usual = open(never);
    usual.quit.quit();
    expect(usual.delays).toEqual([5000]);
    usual.ring();
    expect(usual.did).toEqual(['exit 1']);
    const shutdown = open(never);
    shutdown.quit.quitForShutdown();
    expect(shutdown.delays).toEqual([2000]);
  });

  it('a close that fails still ends the process', async () => {
    const { quit, did } = open(() => Promise.reject(new Error('the disk is gone')));
    quit.quit();
    await settle();
    expect(did).toEqual(['exit 1']);
  });
});

it('a shutdown is asked to wait, sleep and waking are told', () => {
  const heard: string[] = [];
  const monitor = new EventEmitter();
  watchPower(monitor as never, {
    onSleep: () => void heard.push('sleep'),
    onWake: () => void heard.push('wake'),
    onShutdown: () => void heard.push('shutdown'),
  });
  monitor.emit('suspend');
  monitor.emit('resume');
  monitor.emit('shutdown', { preventDefault: () => void heard.push('wait') });
  expect(heard).toEqual(['sleep', 'wake', 'wait', 'shutdown']);
});

it('a change of the network is told once, and none after the end', () => {
  let isOnline = true;
  const heard: boolean[] = [];
  const rings: (() => void)[] = [];
  const watch = watchNetwork({
    isOnline: () => isOnline,
    timers: {
      after: (_delayMs, callback) => {
        const ring = (): void => callback();
        rings.push(ring);
        return { cancel: () => void rings.splice(rings.indexOf(ring), 1) };
      },
    },
    onChange: (now) => void heard.push(now),
  });
  const look = (): void => rings.shift()?.();
  look();
  isOnline = false;
  look();
  look();
  expect(watch.isOnline()).toBe(false);
  isOnline = true;
  look();
  expect(heard).toEqual([false, true]);
  watch.close();
  expect(rings).toEqual([]);
});

describe('autostart by the system’s own list', () => {
  function open(platform: string, settings: Record<string, unknown>) {
    const asked: unknown[] = [];
    const autostart = createAutostart({
      platform,
      app: {
        getLoginItemSettings: (item: unknown) => {
          asked.push(item);
          return settings;
        },
        setLoginItemSettings: (item: unknown) => void asked.push(item),
      } as never,
      command: ['C:\\Tillbridge.exe', '--data=D:\\shop'],
      entry: { read: () => expect.fail(), write: () => expect.fail(), remove: () => expect.fail() },
    });
    return { autostart, asked };
  }
  const item = { path: 'C:\\Tillbridge.exe', args: ['--data=D:\\shop', '--hidden'] };

  it('Windows is asked for the very command, and an entry switched off in its own list is off', () => {
    const { autostart, asked } = open('win32', { openAtLogin: true, executableWillLaunchAtLogin: false });
    expect(autostart.isOn()).toBe(false);
    autostart.set(true);
    expect(asked).toEqual([item, { ...item, openAtLogin: true }]);
    expect(open('win32', { openAtLogin: true, executableWillLaunchAtLogin: true }).autostart.isOn()).toBe(
      true,
    );
  });

  it('macOS is believed', () => {
    const { autostart, asked } = open('darwin', { openAtLogin: true });
    expect(autostart.isOn()).toBe(true);
    autostart.set(false);
    expect(asked.at(-1)).toEqual({ openAtLogin: false });
  });
});
