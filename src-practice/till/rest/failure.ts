/** A request Clover refuses with a JSON body of `message` and perhaps `details` (clover.md 3.3). */
export class TillFailure extends Error {
  override readonly name = 'TillFailure';
  readonly status: number;
  readonly details: string | undefined;

  constructor(status: number, message: string, details?: string) {
    super(message);
    this.status = status;
    this.details = details;
  }

  toBody(): { message: string; details: string | undefined } {
    return { message: this.message, details: this.details };
  }
}

/** A 400 that says why. */
export function refuse(message: string): TillFailure {
  return new TillFailure(400, message);
}

/** Items answer an unknown id differently from everything else (clover.md 3.3). */
export function missItem(): TillFailure {
  return new TillFailure(404, 'invalid ID');
}

/** A 404 as recorded for orders and customers; `what` is for example `Category`. */
export function miss(what: string): TillFailure {
  return new TillFailure(404, 'Not Found', `${what} not found`);
}
