/** The wallet backend, or the way to it, refused; `code` is an SPI code of document 000. */
export class WalletRefusal extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'WalletRefusal';
    this.code = code;
  }
}
