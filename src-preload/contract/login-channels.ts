import { z } from 'zod';
import { environment, failure } from './shapes.ts';

// Connecting the till through Clover's own page.

const nothing = z.object({}).strict();
/** Of a secret or an id of Clover; the gate's own rule for texts keeps halves of characters out. */
const line = (longest: number) =>
  z
    .string()
    .max(longest)
    .regex(/^[\x20-\x7e]*$/, 'it has letters that Clover does not use');

export const loginState = z.object({
  /** `waiting`: the browser is at Clover's page, or the answer is being checked. */
  step: z.enum(['idle', 'waiting', 'failed', 'done']),
  /** Clover's page, while waiting. */
  address: z.string().nullable(),
  /** The program has shown it already; else the window does. */
  isShown: z.boolean(),
  endsMs: z.number().nullable(),
  failure: failure.nullable(),
  /** It works without a developer app of one's own. */
  hasApp: z.boolean(),
  /** Belongs into the Site URL of a developer app of one's own. */
  redirectUri: z.string(),
  /** A practice till runs that can be connected so. */
  canPractise: z.boolean(),
});
export type LoginStateShape = z.infer<typeof loginState>;

export const LOGIN_CHANNELS = {
  'login:state': { input: nothing, output: loginState },
  /** Answers while the browser is still at Clover's page; the end comes as an event. */
  'login:begin': {
    input: z
      .object({
        environment,
        /** The practice till that runs, whatever the region. */
        isPractice: z.boolean(),
        apiUrl: line(300).nullable(),
        /** Of a developer app of one's own; null: this copy's. */
        appId: line(64).nullable(),
        appSecret: line(500).nullable(),
      })
      .strict(),
    output: loginState,
  },
  'login:show': { input: nothing, output: loginState },
  'login:paste': {
    input: z.object({ text: line(4096), merchantId: line(40).nullable() }).strict(),
    output: loginState,
  },
  'login:cancel': { input: nothing, output: loginState },
} as const;

export const LOGIN_EVENTS = { 'login:changed': loginState } as const;
