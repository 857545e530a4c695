import type { AlertShape } from '../../../src-preload/contract/shapes.ts';
import { isUrgent, type KeptAlert } from '../../domain/alert.ts';
import { succeed } from '../../engine/face.ts';
import type { Handlers } from '../handler.ts';
import type { HandlerDeps } from '../handler-deps.ts';

type Channels = 'alerts:list' | 'alerts:seen' | 'alerts:set-mail-password' | 'alerts:test-mail';

export function createAlertHandlers({ engine, publish }: HandlerDeps): Pick<Handlers, Channels> {
  const { alerts } = engine;
  return {
    'alerts:list': (page) => {
      const list = alerts.list(page);
      return succeed({ ...list, alerts: list.alerts.map(toAlert) });
    },
    'alerts:seen': ({ ids }) => succeed({ seen: alerts.seen(ids) }),
    'alerts:set-mail-password': async ({ password }) => {
      const done = await alerts.setMailPassword(password);
      if (!done.ok) return done;
      publish('alerts:changed', {});
      publish('log:changed', {});
      return succeed({ hasMailPassword: password !== '' });
    },
    'alerts:test-mail': async () => {
      const tested = await alerts.testMail();
      publish('log:changed', {});
      return tested;
    },
  };
}

const toAlert = ({ toldMs: _told, ...alert }: KeptAlert): AlertShape => ({
  ...alert,
  isUrgent: isUrgent(alert.kind),
});
