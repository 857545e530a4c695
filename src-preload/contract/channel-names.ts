import type { ChannelName, EventName } from './channels.ts';

// The names alone: the preload carries them into the page's process, and the schemas stay outside. The records make
// the compiler demand every name of the tables; `test/unit/shell/channel-names.test.ts` holds the values together.

const CHANNEL_SET: Readonly<Record<ChannelName, true>> = {
  'app:info': true,
  'status:get': true,
  'practice:start': true,
  'practice:act': true,
  'till:connect': true,
  'store:connect': true,
  'connection:test': true,
  'connection:disconnect': true,
  'plan:make': true,
  'plan:get': true,
  'plan:rows': true,
  'run:list': true,
  'run:apply': true,
  'run:cancel': true,
  'run:approve': true,
  'run:undo': true,
  'run:result': true,
  'products:page': true,
  'products:story': true,
  'products:unlink': true,
  'products:pin': true,
  'log:page': true,
  'settings:list': true,
  'settings:set': true,
  'alerts:list': true,
  'alerts:seen': true,
  'alerts:set-mail-password': true,
  'alerts:test-mail': true,
  'autostart:get': true,
  'autostart:set': true,
  'links:clean': true,
  'sync:state': true,
  'sync:now': true,
  'sync:pause': true,
  'conflicts:list': true,
  'conflicts:resolve': true,
  'conflicts:resolveAll': true,
  'rules:list': true,
  'rules:remove': true,
  'stock:list': true,
  'stock:moves': true,
  'stock:setThreshold': true,
  'stock:setSoldOut': true,
  'stock:exportCsv': true,
  'stock:planCsv': true,
  'stock:drift': true,
  'parked:list': true,
  'parked:retry': true,
  'products:resync': true,
  'orders:list': true,
  'orders:get': true,
  'orders:retry': true,
  'orders:reprint': true,
  'orders:see': true,
  'orders:leaveByHand': true,
  'orders:testPrint': true,
  'orders:needs': true,
};

const EVENT_SET: Readonly<Record<EventName, true>> = {
  'status:changed': true,
  'run:progress': true,
  'run:ended': true,
  'products:changed': true,
  'log:changed': true,
  'alerts:changed': true,
  'settings:changed': true,
  'sync:changed': true,
  'conflicts:changed': true,
  'stock:changed': true,
  'orders:changed': true,
};

export const CHANNEL_NAMES = Object.keys(CHANNEL_SET) as readonly ChannelName[];
export const EVENT_NAMES = Object.keys(EVENT_SET) as readonly EventName[];

/** On which the main process sends every event: `(name, seq, value)`. */
export const EVENT_WIRE = 'tillbridge:event';
