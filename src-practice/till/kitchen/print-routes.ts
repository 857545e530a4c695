import { z } from 'zod';
import type { TillContext } from '../context.ts';
import { findOrder } from '../orders/order-desk.ts';
import { missField, REFERENCE, readBody } from '../rest/body.ts';
import type { Route, TillAnswer, TillCall } from '../rest/call.ts';
import { miss, refuse, TillFailure } from '../rest/failure.ts';
import { text, vacant } from '../rest/filter.ts';
import { answerList, type List } from '../rest/list.ts';
import { type Device, PRINT_CATEGORIES, type Printer, type PrintJob } from './kitchen.ts';
import { addPrintJob } from './print-desk.ts';

const PRINT_BODY = z.object({
  orderRef: REFERENCE.exactOptional(),
  deviceRef: REFERENCE.exactOptional(),
  category: z.enum(PRINT_CATEGORIES).exactOptional(),
});

/** `/print_event`, and the devices and printers of the merchant (clover.md 7.10). */
export function createPrintRoutes(till: TillContext): Route[] {
  const { kitchen } = till.state;
  const print = (call: TillCall): TillAnswer => {
    refuseRegion(till);
    const { orderRef, deviceRef, ...given } = readBody(call, PRINT_BODY);
    if (!orderRef) throw missField('orderRef');
    const order = findOrder(till, orderRef.id);
    const job = addPrintJob(till, order.id, { ...given, cause: 'request' });
    if (deviceRef && !kitchen.devices.some(({ id }) => id === deviceRef.id)) {
      kitchen.jobs.delete(job.id);
      throw refuse(`Device does not exist: ${deviceRef.id}`);
    }
    return { body: showJob(job) };
  };
  const read = (call: TillCall): TillAnswer => {
    refuseRegion(till);
    const id = call.param('printEventId');
    const job = kitchen.jobs.get(id) ?? kitchen.failedJobs.get(id);
    if (!job) throw miss('Print event');
    return { body: showJob(job) };
  };
  const devices: List<Device> = {
    source: { scan: () => kitchen.devices },
    fields: {
      id: text((device) => device.id),
      model: text(() => MODEL),
      name: text((device) => device.name),
      orderPrefix: vacant(),
      serial: text((device) => device.serial),
      deleted_time: vacant(),
    },
    expands: {},
    show: showDevice,
  };
  const printers: List<Printer> = {
    source: { scan: () => kitchen.printers },
    fields: { id: text((printer) => printer.id), name: text((printer) => printer.name) },
    expands: {},
    show: showPrinter,
  };
  return [
    { method: 'POST', path: '/print_event', area: 'orders', answer: print },
    { method: 'GET', path: '/print_event/{printEventId}', area: 'orders', answer: read },
    { method: 'GET', path: '/devices', area: 'merchant', answer: (call) => answerList(till, call, devices) },
    {
      method: 'GET',
      path: '/printers',
      area: 'merchant',
      answer: (call) => answerList(till, call, printers),
    },
  ];
}

const MODEL = 'Clover_C503';

/** Whether prints are there at all outside North America is not published (clover.md 1). */
function refuseRegion({ answers }: TillContext): void {
  if (answers.printEvents === 'missing') throw new TillFailure(404, 'Not Found');
}

function showJob({ id, orderId, deviceId, category, state, createdTime, modifiedTime }: PrintJob): unknown {
  return {
    id,
    orderRef: { id: orderId },
    deviceRef: { id: deviceId },
    category,
    state,
    createdTime,
    modifiedTime,
    printTime: createdTime,
  };
}

function showDevice({ id, name, serial }: Device): unknown {
  const [productName, deviceTypeName] = ['Clover Station', 'GOLDLEAF'];
  return { id, name, serial, model: MODEL, productName, deviceTypeName, orderPrefix: '' };
}

function showPrinter({ id, name, mac, ipAddress }: Printer): unknown {
  return { id, mac, model: 'TSP100', name, ipAddress, type: 'NETWORK' };
}
