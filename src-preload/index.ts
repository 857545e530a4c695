import { contextBridge, ipcRenderer } from 'electron';
import type { Bridge } from './contract/bridge.ts';
import { CHANNEL_NAMES, EVENT_NAMES, EVENT_WIRE } from './contract/channel-names.ts';
import type { EventName } from './contract/channels.ts';

type Hear = (value: never, seq: number) => void;

const channels: ReadonlySet<string> = new Set(CHANNEL_NAMES);
const hearers = new Map<string, Set<Hear>>(EVENT_NAMES.map((name) => [name, new Set()]));

// Electron's own event object stays here: it would give the page a way to the sender.
ipcRenderer.on(EVENT_WIRE, (_event, name: EventName, seq: number, value: unknown) => {
  for (const hear of hearers.get(name) ?? []) hear(value as never, seq);
});

const bridge: Bridge = {
  call: (channel, input) =>
    channels.has(channel)
      ? ipcRenderer.invoke(channel, input)
      : Promise.reject(new TypeError('The contract has no such channel.')),
  listen: (event, hear) => {
    const heard = hearers.get(event);
    if (!heard || typeof hear !== 'function') throw new TypeError('The contract has no such event.');
    // Wrapped, so that the same function given twice is heard twice and stopped one by one.
    const once: Hear = (value, seq) => hear(value, seq);
    heard.add(once);
    return () => void heard.delete(once);
  },
};

contextBridge.exposeInMainWorld('tillbridge', bridge);
