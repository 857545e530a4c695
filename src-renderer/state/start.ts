import { getBridge } from '../bridge.ts';
import { useAlerts } from './alerts.ts';
import { useConflicts } from './conflicts.ts';
import { useConnection } from './connection.ts';
import { useHub } from './hub.ts';
import { useImport } from './import.ts';
import { hearLanguage } from './language.ts';
import { useLog } from './log.ts';
import { useNavigation } from './navigation.ts';
import { useOrders } from './orders.ts';
import { useParked } from './parked.ts';
import { useProducts } from './products.ts';
import { useRehearsal } from './rehearsal.ts';
import { useSettings } from './settings.ts';
import { useStatus } from './status.ts';
import { useStock } from './stock.ts';
import { useStoreApproval } from './store-approval.ts';
import { useSupport } from './support.ts';
import { useSync } from './sync.ts';
import { useTillLogin } from './till-login.ts';
import { useUpdates } from './updates.ts';

/** Everything that is shown is asked for: at the start, and whenever an event may have been missed. */
function askAnew(): void {
  void useStatus.getState().load();
  void useTillLogin.getState().load();
  void useHub.getState().load();
  void useStoreApproval.getState().load();
  void useConnection.getState().loadInfo();
  void useSupport.getState().load();
  void useSettings.getState().load();
  void useAlerts.getState().load();
  void useUpdates.getState().load();
  void useImport.getState().loadRuns();
  void useSync.getState().load();
  askConflicts();
  void useParked.getState().load();
  void useRehearsal.getState().load();
  useStock.getState().refresh();
  useOrders.getState().refresh();
  useProducts.getState().chooseNone();
  useProducts.getState().refresh();
  useLog.getState().refresh();
}

function askConflicts(): void {
  void useConflicts.getState().load();
  void useConflicts.getState().loadRules();
}

/** Joins the stores to the engine's events and to the address. Returns the way to stop. */
export function startStores(): () => void {
  const bridge = getBridge();
  const hearAddress = (): void => useNavigation.getState().hearAddress(window.location.hash);
  window.addEventListener('hashchange', hearAddress);
  hearAddress();
  const stops = [
    bridge.listen('status:changed', (status) => useStatus.getState().hear(status)),
    bridge.listen('login:changed', (login) => useTillLogin.getState().hear(login)),
    bridge.listen('language:changed', hearLanguage),
    bridge.listen('hub:changed', (hub) => useHub.getState().hear(hub)),
    bridge.listen('approval:changed', (approval) => useStoreApproval.getState().hear(approval)),
    bridge.listen('run:progress', (progress) => useImport.getState().hearProgress(progress)),
    bridge.listen('run:ended', (result) => useImport.getState().hearEnd(result)),
    bridge.listen('run:ended', () => useProducts.getState().chooseNone()),
    bridge.listen('run:ended', () => void useImport.getState().loadRuns()),
    bridge.listen('products:changed', () => useProducts.getState().refresh()),
    bridge.listen('products:changed', () => void useParked.getState().load()),
    bridge.listen('sync:changed', (sync) => useSync.getState().hear(sync)),
    bridge.listen('conflicts:changed', askConflicts),
    bridge.listen('stock:changed', () => useStock.getState().refresh()),
    bridge.listen('orders:changed', () => useOrders.getState().refresh()),
    bridge.listen('rehearsal:changed', (state) => useRehearsal.getState().hear(state)),
    bridge.listen('log:changed', () => useLog.getState().refresh()),
    bridge.listen('settings:changed', () => void useSettings.getState().load()),
    bridge.listen('alerts:changed', () => void useAlerts.getState().load()),
    bridge.listen('updates:changed', (update) => useUpdates.getState().hear(update)),
    bridge.watch((state, hasMissed) => {
      useConnection.getState().setBridge(state);
      if (hasMissed) askAnew();
    }),
    () => window.removeEventListener('hashchange', hearAddress),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
