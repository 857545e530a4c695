export type PrintState = 'CREATED' | 'PRINTING' | 'FAILED';
/** Who had it printed: a client, the till by itself, or its staff. */
export type PrintCause = 'request' | 'auto' | 'staff';
export const PRINT_CATEGORIES = ['ORDER', 'RECEIPT', 'LABEL', 'FISCAL', 'TEST_PRINT'] as const;
export type PrintCategory = (typeof PRINT_CATEGORIES)[number];

export interface PrintJob {
  readonly id: string;
  readonly orderId: string;
  readonly deviceId: string;
  readonly category: PrintCategory;
  readonly cause: PrintCause;
  readonly state: PrintState;
  readonly createdTime: number;
  readonly modifiedTime: number;
  readonly startMs: number;
  readonly doneMs: number;
}

/** What came out of the printer. */
export interface Ticket {
  readonly orderId: string;
  readonly category: PrintCategory;
  readonly cause: PrintCause;
  readonly printedMs: number;
  readonly lineCount: number;
}

export interface Device {
  readonly id: string;
  readonly name: string;
  readonly serial: string;
}

export interface Printer {
  readonly id: string;
  readonly name: string;
  readonly mac: string;
  readonly ipAddress: string;
}

/** What stands in the kitchen and what its printer is doing. */
export interface Kitchen {
  readonly devices: readonly Device[];
  readonly printers: readonly Printer[];
  /** False: no default order printer is set, so that nothing can be printed (clover.md 7.10). */
  hasDefaultPrinter: boolean;
  /** `fails`: jobs end as FAILED; `holds`: they stay in PRINTING until the jam is cleared. */
  jam: 'none' | 'fails' | 'holds';
  /** The merchant's property: the till prints orders by itself. */
  isAutoPrint: boolean;
  /** On their way, the oldest first. */
  readonly jobs: Map<string, PrintJob>;
  /** Kept, so that a client can read what failed. */
  readonly failedJobs: Map<string, PrintJob>;
  readonly tickets: Ticket[];
  /** How many tickets each order has. */
  readonly ticketCounts: Map<string, number>;
}

/** A kitchen with one till and one printer. */
export function createKitchen(): Kitchen {
  return {
    // Device ids are the only ones that are UUIDs (clover.md 0).
    devices: [
      { id: '3f9a4d10-6c52-4e0b-9d37-1b7c5a2e8f64', name: 'Front counter', serial: 'C030UQ71040182' },
    ],
    printers: [
      { id: '6YW4QZ3PKT2M8', name: 'Kitchen', mac: '00:11:62:1b:5d:07', ipAddress: '192.168.192.31' },
    ],
    hasDefaultPrinter: true,
    jam: 'none',
    isAutoPrint: false,
    jobs: new Map(),
    failedJobs: new Map(),
    tickets: [],
    ticketCounts: new Map(),
  };
}
