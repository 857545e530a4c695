/** The value, or an error that names the failure. */
export function unwrap<T>(
  attempt: { ok: true; value: T } | { ok: false; failure: { code: string; facts: object } },
): T {
  if (attempt.ok) return attempt.value;
  throw new Error(`${attempt.failure.code} ${JSON.stringify(attempt.failure.facts)}`);
}
