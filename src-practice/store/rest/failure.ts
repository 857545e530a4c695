/** The parameters of a call or a row of a batch, as JSON gave them. */
export type Fields = Readonly<Record<string, unknown>>;

export interface FailureBody {
  readonly code: string;
  readonly message: string;
  /** A bare status in the one place where WooCommerce leaves the rest out. */
  readonly data: Fields | number;
}

/** A refusal the client sees: `{"code","message","data":{"status":…}}` (woocommerce.md 2). */
export class RestFailure extends Error {
  readonly code: string;
  readonly status: number;
  readonly extra: Fields;
  /** Refunds refuse with a number where all others have an object (woocommerce.md 2). */
  readonly hasBareData: boolean;

  constructor(status: number, code: string, message: string, extra: Fields = {}, hasBareData = false) {
    super(message);
    this.code = code;
    this.status = status;
    this.extra = extra;
    this.hasBareData = hasBareData;
  }

  /** The body as sent. */
  toBody(): FailureBody {
    const data = this.hasBareData ? this.status : { status: this.status, ...this.extra };
    return { code: this.code, message: this.message, data };
  }
}
