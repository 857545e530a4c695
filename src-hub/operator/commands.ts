import type { HubConfig } from '../config.ts';
import { HubFailure } from '../hub-failure.ts';
import { eraseShop } from '../ops/erase-shop.ts';
import { LONGEST_SHOP_NAME, type ShopLine } from '../tenants/shop-desk.ts';
import { type OperatorRoom, openOperatorRoom } from './operator-room.ts';
import { UsageError } from './usage-error.ts';

/** What a command says when it is done; one line each. */
type Lines = readonly string[];
type Work = (room: OperatorRoom, words: readonly string[]) => Lines | Promise<Lines>;

const COMMANDS: Readonly<Record<string, Work>> = {
  'shop add': addShop,
  shops: listShops,
  pair: invite,
  revoke: revokeDevice,
  release,
  erase,
};

/**
 * Runs one of the operator's commands on the hub's data.
 * @throws UsageError, HubFailure
 */
export async function runOperatorCommand(config: HubConfig, words: readonly string[]): Promise<Lines> {
  const name = words[0] === 'shop' ? words.slice(0, 2).join(' ') : (words[0] ?? '');
  const work = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!work) throw new UsageError(`There is no command "${words.join(' ')}".`);
  const room = await openOperatorRoom(config, name === 'shop add');
  try {
    return await work(room, words.slice(name.split(' ').length));
  } finally {
    await room.close();
  }
}

async function addShop(room: OperatorRoom, words: readonly string[]): Promise<Lines> {
  const name = words.join(' ').trim();
  if (name === '' || name.length > LONGEST_SHOP_NAME)
    throw new UsageError(`Give the shop a name of at most ${LONGEST_SHOP_NAME} letters: shop add "NAME"`);
  const id = await room.desk.add(name);
  return [`Shop "${name}" is there. Its id: ${id}`, ...(await writeInvitation(room, id))];
}

function listShops({ desk }: OperatorRoom): Lines {
  const shops = desk.list();
  if (shops.length === 0) return ['There are no shops yet. The command shop add "NAME" makes one.'];
  return shops.flatMap(({ id, name, merchantId, devices, tillHookMs, storeHookMs }) => [
    `${name}  (${id})`,
    `  Clover merchant ${merchantId ?? 'not named yet'}; last webhook: till ${writeTime(tillHookMs)}, store ${writeTime(storeHookMs)}`,
    ...devices.map(
      (device) => `  PC "${device.name}"  (${device.id})  last seen ${writeTime(device.seenMs)}`,
    ),
    ...(devices.length === 0 ? ['  no PC is paired'] : []),
  ]);
}

function invite(room: OperatorRoom, words: readonly string[]): Promise<Lines> {
  return writeInvitation(room, findShop(room, words).id);
}

async function revokeDevice(
  { desk, pairing, log }: OperatorRoom,
  [deviceId = '']: readonly string[],
): Promise<Lines> {
  const shopId = desk.findDeviceShop(deviceId);
  if (shopId === null || !(await pairing.revoke(shopId, deviceId)))
    throw new HubFailure(
      'NOT_FOUND',
      `There is no PC "${deviceId}". The command "shops" lists them with their ids.`,
    );
  await log.dropCursor(shopId, deviceId);
  return ['The PC is out; a connected one within five seconds.'];
}

async function release({ desk }: OperatorRoom, [name = '']: readonly string[]): Promise<Lines> {
  if (name === '') throw new UsageError('Name the Clover merchant or app: release MERCHANT');
  if ((await desk.release(name)) === 0)
    throw new HubFailure(
      'NOT_FOUND',
      `No shop has the Clover merchant or app "${name}". The command "shops" lists them.`,
    );
  return [`"${name}" is free. The shop that names it next has it.`];
}

async function erase(room: OperatorRoom, words: readonly string[]): Promise<Lines> {
  const shop = findShop(
    room,
    words.filter((word) => word !== '--yes'),
  );
  if (!words.includes('--yes'))
    throw new HubFailure(
      'NOT_SURE',
      `This deletes "${shop.name}" with all its PCs for good. Add --yes to do it.`,
    );
  const { sql, memory } = room.context;
  const counts = await eraseShop({ sql, memory, log: room.log, scrub: room.scrub }, shop.id);
  const rows = Object.entries(counts ?? {}).filter(([, count]) => count > 0);
  return [`"${shop.name}" is erased (${rows.map(([table, count]) => `${count} ${table}`).join(', ')}).`];
}

function findShop({ desk }: OperatorRoom, words: readonly string[]): ShopLine {
  const name = words.join(' ').trim();
  if (name === '') throw new UsageError('Name the shop, by its id or its name.');
  const shop = desk.find(name);
  if (shop === 'unknown')
    throw new HubFailure('NOT_FOUND', `There is no shop "${name}". The command "shops" lists them.`);
  if (shop === 'several')
    throw new HubFailure(
      'NOT_FOUND',
      `Several shops are called "${name}". Use the id, which the command "shops" lists.`,
    );
  return shop;
}

async function writeInvitation({ pairing }: OperatorRoom, shopId: string): Promise<Lines> {
  const invitation = await pairing.invite(shopId);
  if (!invitation)
    throw new HubFailure(
      'NOT_FOUND',
      'Three codes of this shop are open already. Use one of them, or wait ten minutes.',
    );
  return [
    `Pairing code: ${invitation.code}`,
    'Enter it in Tillbridge where it asks for the hub’s pairing code, within ten minutes. It works once.',
  ];
}

const writeTime = (atMs: number | null): string =>
  atMs === null ? 'never' : `${new Date(atMs).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
