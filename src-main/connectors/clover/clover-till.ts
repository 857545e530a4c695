import type { Outcome } from '../../domain/outcome.ts';
import type { TillCatalog } from '../../domain/till-catalog.ts';
import type { TillPort } from '../../engine/ports.ts';
import { type HttpDeps, HURRIED, WATCHING } from '../http.ts';
import { mapValue } from '../outcomes.ts';
import { type CloverClient, type CloverTillOptions, createCloverClient } from './clover-client.ts';
import { createTillCategory, createTillItem, moveCategoryRow, renameRow } from './clover-creates.ts';
import { readOpeningHours } from './clover-hours.ts';
import { addGroupOptions, createTillItemGroup } from './clover-item-groups.ts';
import { writeTillItems } from './clover-item-writes.ts';
import { createItemReader, type ItemReader } from './clover-items.ts';
import { readAllLists, readTillLists } from './clover-lists.ts';
import { readTillFacts } from './clover-merchant.ts';
import { readTillOrders } from './clover-orders.ts';
import { explainRefusedToken } from './clover-permission.ts';
import { readAllStocks, readItemStock, setItemStock } from './clover-stocks.ts';
import { createCloverTillOrders } from './clover-till-orders.ts';

/** A merchant's till at Clover. */
export function createCloverTill(options: CloverTillOptions, deps: HttpDeps): TillPort {
  const client = createCloverClient(options, deps, options.patience, options.gate);
  const hurried = createCloverClient(options, deps, { ...HURRIED, ...options.patience }, options.gate);
  const watching = createCloverClient(options, deps, { ...WATCHING, ...options.patience }, options.gate);
  const items = createItemReader(client);
  const changes = createItemReader(watching);
  const read = <T>(asked: Promise<Outcome<T>>) => explainRefusedToken(client, 'Inventory', asked);
  const write = <T>(asked: Promise<Outcome<T>>) => explainRefusedToken(client, 'Inventory write', asked);
  return {
    orders: createCloverTillOrders(options, deps),
    readFacts: () => explainRefusedToken(hurried, 'Merchant', readTillFacts(hurried)),
    readCatalog: (onPage) => read(readCatalog(client, items, onPage)),
    readStock: (itemId) => read(readItemStock(client, itemId)),
    readChangedItems: (sinceMs) => read(changes.readChanged(sinceMs)),
    readItems: (ids) => read(items.readById(ids)),
    readStocks: () => read(readAllStocks(watching)),
    readLists: () => read(readAllLists(client)),
    readOpeningHours: () => explainRefusedToken(hurried, 'Merchant', readOpeningHours(hurried)),
    readOrders: (sinceMs) => explainRefusedToken(client, 'Orders', readTillOrders(watching, sinceMs)),
    writeItems: (rows) => write(writeTillItems(client, rows)),
    writeStock: (itemId, quantity) => write(setItemStock(client, itemId, quantity)),
    createItem: (item) => write(createTillItem(client, item)),
    createCategory: (name, parentId) => write(createTillCategory(client, name, parentId)),
    renameCategory: (id, name) => write(renameRow(client, '/categories', id, name)),
    moveCategory: (id, parentId) => write(moveCategoryRow(client, id, parentId)),
    createItemGroup: (name, attributes) => write(createTillItemGroup(client, name, attributes)),
    addGroupOptions: (id, attributes) => write(addGroupOptions(client, id, attributes)),
    renameItemGroup: (id, name) => write(renameRow(client, '/item_groups', id, name)),
  };
}

async function readCatalog(
  client: CloverClient,
  reader: ItemReader,
  onPage: (itemsRead: number) => void,
): Promise<Outcome<TillCatalog>> {
  const [items, lists] = await Promise.all([reader.readAll(onPage), readTillLists(client)]);
  if (items.kind !== 'done') return items;
  return mapValue(lists, (found) => ({ ...found, ...items.value }));
}
