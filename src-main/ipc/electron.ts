import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron';
import { CHANNEL_NAMES, EVENT_WIRE } from '../../src-preload/contract/channel-names.ts';
import type { Records } from '../engine/face.ts';
import type { Caller } from './gate.ts';
import type { WindowDesk } from './window-desk.ts';

/** Where the window's page comes from; nothing else may call. */
export const APP_ORIGIN = 'app://tillbridge';

const STRANGER: Caller = { name: 'stranger' };

export interface WindowCallsDeps {
  readonly desk: Pick<WindowDesk, 'admit' | 'answer' | 'dismiss' | 'join'>;
  readonly ipcMain: Pick<IpcMain, 'handle' | 'removeHandler'>;
  readonly journal: Records['note'];
}

export interface WindowCalls {
  /** Lets a window of ours in, until it is destroyed. */
  admit(contents: WebContents): void;
  close(): void;
}

/** Carries the calls of the app's own windows to the gate, and events back. */
export function serveWindowCalls({ desk, ipcMain, journal }: WindowCallsDeps): WindowCalls {
  const callers = new Map<WebContents, Caller>();
  for (const channel of CHANNEL_NAMES) {
    ipcMain.handle(channel, (event, input: unknown) => {
      const caller = callers.get(event.sender);
      if (caller && isOwnMainFrame(event)) return desk.answer(caller, channel, input);
      const from = (event.senderFrame?.origin ?? 'a frame that is gone').slice(0, 100);
      journal({ level: 'warn', action: 'refused', entity: channel, message: `A call from ${from}` });
      return desk.answer(STRANGER, channel, input);
    });
  }
  return {
    admit: (contents) => {
      const caller = desk.admit('window');
      callers.set(contents, caller);
      const leave = joinEvents(contents, desk);
      contents.once('destroyed', () => {
        leave();
        callers.delete(contents);
        desk.dismiss(caller);
      });
    },
    close: () => {
      for (const channel of CHANNEL_NAMES) ipcMain.removeHandler(channel);
    },
  };
}

/**
 * The main frame alone, while it shows the page: a frame inside it, a page from elsewhere, or an empty page that only
 * inherited the origin is a stranger.
 */
function isOwnMainFrame({ sender, senderFrame }: IpcMainInvokeEvent): boolean {
  return (
    senderFrame !== null &&
    senderFrame === sender.mainFrame &&
    senderFrame.origin === APP_ORIGIN &&
    senderFrame.url.startsWith(`${APP_ORIGIN}/`)
  );
}

/** Each load of the page is a connection of its own, so its events are counted from 1. */
function joinEvents(contents: WebContents, desk: WindowCallsDeps['desk']): () => void {
  let member: { leave(): void } | null = null;
  const leave = (): void => {
    member?.leave();
    member = null;
  };
  contents.on('did-navigate', () => {
    leave();
    member = desk.join((event, seq, value) => {
      if (!contents.isDestroyed()) contents.send(EVENT_WIRE, event, seq, value);
    });
  });
  contents.on('render-process-gone', leave);
  return leave;
}
