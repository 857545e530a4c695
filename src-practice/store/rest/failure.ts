/** The parameters of a call or a row of a batch, as JSON gave them. */
export type Fields = Readonly<Record<string, unknown>>;

export interface FailureBody {
  readonly code: string;
  readonly message: string;
  readonly data: Fields;
}

/** A refusal the client sees: `{"code","message","data":{"status":…}}` (woocommerce.md 2). */
export class RestFailure extends Error {
  readonly code: string;
  readonly status: number;
  readonly extra: Fields;

  constructor(status: number, code: string, message: string, extra: Fields = {}) {
    super(message);
    this.code = code;
    this.status = status;
    this.extra = extra;
  }

  /** The body as sent. */
  toBody(): FailureBody {
    return { code: this.code, message: this.message, data: { status: this.status, ...this.extra } };
  }
}
