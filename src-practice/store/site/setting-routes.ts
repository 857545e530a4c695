import { requireManager } from '../access/permission.ts';
import { answerOk, EDIT_METHODS } from '../rest/call.ts';
import { type Fields, RestFailure } from '../rest/failure.ts';
import type { RouteTable } from '../rest/route-table.ts';
import { toText } from '../rest/values.ts';
import type { Shop } from '../shop.ts';
import type { SettingRecord } from './settings.ts';

const GROUPS: Readonly<Record<string, string>> = {
  general: 'General',
  products: 'Products',
  tax: 'Tax',
  advanced: 'Advanced',
};

/** Registers the settings a client reads at connect (woocommerce.md 7). */
export function addSettingRoutes(table: RouteTable, shop: Shop): void {
  table.add(
    {
      methods: ['GET'],
      pattern: '/wc/v3/settings',
      permit: (key) => requireManager(key, 'list'),
      handle: () => answerOk(Object.entries(GROUPS).map(([id, label]) => ({ id, label, description: '' }))),
    },
    {
      methods: ['GET'],
      pattern: '/wc/v3/settings/{group:slug}',
      permit: (key) => requireManager(key, 'list'),
      handle: (call) => {
        requireGroup(call.params);
        const group = toText(call.params.group);
        const settings = [...shop.state.settings.values()].filter((setting) => setting.group === group);
        return answerOk(settings.map((setting) => renderSetting(call.origin, setting)));
      },
    },
    {
      methods: ['GET'],
      pattern: '/wc/v3/settings/{group:slug}/{id:slug}',
      permit: (key) => requireManager(key, 'list'),
      handle: (call) => answerOk(renderSetting(call.origin, findSetting(shop, call.params))),
    },
    {
      methods: [...EDIT_METHODS],
      pattern: '/wc/v3/settings/{group:slug}/{id:slug}',
      permit: (key) => requireManager(key, 'edit'),
      handle: async (call) => {
        await call.work.spend('updatedProductMs');
        const before = findSetting(shop, call.params);
        const value = call.params.value === undefined ? before.value : readValue(before, call.params.value);
        const setting = { ...before, value };
        shop.state.settings.set(`${setting.group}/${setting.id}`, setting);
        return answerOk(renderSetting(call.origin, setting));
      },
    },
  );
}

function requireGroup(params: Fields): void {
  if (toText(params.group) in GROUPS) return;
  throw new RestFailure(404, 'rest_setting_setting_group_invalid', 'Invalid setting group.');
}

function findSetting(shop: Shop, params: Fields): SettingRecord {
  requireGroup(params);
  const setting = shop.state.settings.get(`${toText(params.group)}/${toText(params.id)}`);
  if (setting) return setting;
  throw new RestFailure(404, 'rest_setting_setting_invalid', 'Invalid setting.');
}

function readValue(setting: SettingRecord, value: unknown): string {
  const text = toText(value);
  if (setting.type !== 'checkbox' || text === 'yes' || text === 'no') return text;
  throw new RestFailure(400, 'rest_setting_value_invalid', 'An invalid setting value was passed.');
}

function renderSetting(origin: string, setting: SettingRecord): Record<string, unknown> {
  const collection = `${origin}/wp-json/wc/v3/settings/${setting.group}`;
  return {
    id: setting.id,
    label: setting.label,
    description: '',
    type: setting.type,
    default: setting.fallback,
    value: setting.value,
    group_id: setting.group,
    _links: {
      self: [{ href: `${collection}/${setting.id}` }],
      collection: [{ href: collection }],
    },
  };
}
