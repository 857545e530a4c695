import { z } from 'zod';
import type { TillCall } from './call.ts';
import { refuse, type TillFailure } from './failure.ts';

/** The id of another row, as Clover writes references. */
export const REFERENCE = z.object({ id: z.string() });

/** A text field that `null` clears. */
export function clearableText(maxLength: number): z.ZodType<string | undefined> {
  return z
    .string()
    .max(maxLength)
    .nullable()
    .transform((text) => text ?? undefined);
}

/** Whole minor units that `null` clears. */
export function clearableAmount(): z.ZodType<number | undefined> {
  return z
    .int()
    .min(0)
    .nullable()
    .transform((amount) => amount ?? undefined);
}

/** Reads the body, dropping fields the schema does not know in silence (clover.md 0). */
export function readBody<Schema extends z.ZodType>(call: TillCall, schema: Schema): z.output<Schema> {
  const result = schema.safeParse(parseJson(call.body));
  if (result.success) return result.data;
  throw refuse(describeIssue(result.error.issues[0]));
}

/** A 400 for a required field that is not there, in Clover's words (clover.md 3.3). */
export function missField(field: string): TillFailure {
  return refuse(`${nameField(field)} must not be null`);
}

/** Text as Clover keeps it: characters beyond the basic plane become `?` (clover.md 0). */
export function storeText(text: string): string {
  return text.replace(/[\u{10000}-\u{10ffff}]/gu, '?');
}

function parseJson(body: string): unknown {
  if (body.trim() === '') return {};
  try {
    return JSON.parse(body, (_, value: unknown) => (typeof value === 'string' ? storeText(value) : value));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw refuse('Request body is not valid JSON');
  }
}

function describeIssue(issue: z.core.$ZodIssue | undefined): string {
  if (!issue) return 'Bad Request';
  const field = issue.path.length === 0 ? 'body' : issue.path.join('.');
  const name = nameField(field);
  if (issue.code === 'too_big' && issue.origin === 'string') {
    return `${name} cannot exceed ${issue.maximum} characters`;
  }
  if (issue.code === 'too_small') {
    return issue.origin === 'string'
      ? `${name} must not be empty`
      : `${name} must not be less than ${issue.minimum}`;
  }
  if (issue.code === 'invalid_type' && issue.input === undefined && issue.message.endsWith('undefined')) {
    return `${name} must not be null`;
  }
  return `${name}: ${issue.message}`;
}

function nameField(field: string): string {
  return field.includes('.') ? field : field.charAt(0).toUpperCase() + field.slice(1);
}
