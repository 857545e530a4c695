import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { CHANNELS, EVENTS } from '../../src-preload/contract/channels.ts';

/** How a field is called that could hold what opens a door. */
const SECRET_NAME =
  /token|secret|passw|passphrase|key|credential|auth|nonce|verifier|sealed|private|cookie|bearer|signature|code|pin(?!ned)/i;

/** Fields that are called so, each with what it holds and why a person sees it. */
const HARMLESS: Readonly<Record<string, string>> = {
  'settings:list[].key': 'the name of a setting',
  'settings:set[].key': 'the name of a setting',
  'alerts:list.alerts[].key': 'what an alert is about',
  'hub:invite.code':
    'a pairing code, asked for by a person to type it into another PC; good once, for ten minutes',
  'hub:code.code': 'the code that Clover shows to verify an address; a person types it in at Clover',
  'hub:set-code.code': 'as above',
};

interface Shape {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly additionalProperties?: Shape | boolean;
  readonly propertyNames?: Shape;
  readonly items?: Shape | readonly Shape[];
  readonly prefixItems?: readonly Shape[];
  readonly anyOf?: readonly Shape[];
  readonly oneOf?: readonly Shape[];
  readonly allOf?: readonly Shape[];
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Shape>>;
}

/** Every field of a shape that could hold a text, as `a.b.c`; `[]` is an entry of a list, `{}` of a record. */
function listFields(shape: Shape, path: string): string[] {
  const { properties = {}, additionalProperties, items = [], prefixItems = [], $defs = {} } = shape;
  // The code of a failure stands beside its words.
  const isFailure = 'code' in properties && 'message' in properties;
  const parts = [...(shape.anyOf ?? []), ...(shape.oneOf ?? []), ...(shape.allOf ?? [])];
  return [
    ...Object.entries(properties).flatMap(([name, inner]) => {
      const here = `${path}.${name}`;
      const isNoText = ['boolean', 'number'].includes(inner.type ?? '') || (isFailure && name === 'code');
      return [...(isNoText ? [] : [here]), ...listFields(inner, here)];
    }),
    ...[items, prefixItems].flat().flatMap((inner) => listFields(inner, `${path}[]`)),
    ...(typeof additionalProperties === 'object' ? listFields(additionalProperties, `${path}{}`) : []),
    ...[...parts, ...Object.values($defs)].flatMap((inner) => listFields(inner, path)),
  ];
}

const toShape = (schema: z.ZodType): Shape =>
  z.toJSONSchema(schema, { unrepresentable: 'any', io: 'output' }) as Shape;

const ANSWERS = [
  ...Object.entries(CHANNELS).map(([name, { output }]) => [name, output] as const),
  ...Object.entries(EVENTS),
] as readonly (readonly [string, z.ZodType])[];

const findSecretFields = (answers: typeof ANSWERS): string[] =>
  answers
    .flatMap(([name, schema]) => listFields(toShape(schema), name))
    .filter((field) => SECRET_NAME.test(field.slice(field.lastIndexOf('.') + 1)));

describe('S2: what the window is told', () => {
  it('has no field for a secret: every answer and every event of the contract is walked', () => {
    expect(ANSWERS.length).toBeGreaterThan(90);
    expect(ANSWERS.flatMap(([name, schema]) => listFields(toShape(schema), name)).length).toBeGreaterThan(
      400,
    );
    expect([...new Set(findSecretFields(ANSWERS))].filter((field) => !(field in HARMLESS))).toEqual([]);
  });

  it('each exception is still there', () => {
    const found = findSecretFields(ANSWERS);
    expect(Object.keys(HARMLESS).filter((field) => !found.includes(field))).toEqual([]);
  });

  it.each([
    z.object({ token: z.string() }),
    z.object({ a: z.array(z.object({ apiSecret: z.string().nullable() })) }),
    z.record(z.string(), z.object({ password: z.string().optional() })),
    z.union([z.object({ a: z.number() }), z.object({ consumerKey: z.unknown() })]),
    z.discriminatedUnion('kind', [z.object({ kind: z.literal('a'), authCode: z.string() })]),
    z.tuple([z.object({ refreshToken: z.string() })]),
  ])('a field for one would be found, wherever it is (%#)', (schema) => {
    expect(findSecretFields([['some:channel', schema]])).toHaveLength(1);
  });
});
