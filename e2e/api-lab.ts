import type { SimulatorPage } from './simulator-page.ts';

/** The API lab as a tester uses it. */
export class ApiLab {
  readonly #simulator: SimulatorPage;

  constructor(simulator: SimulatorPage) {
    this.#simulator = simulator;
  }

  get #frame() {
    return this.#simulator.program;
  }

  /** Ticks exactly these scopes. */
  async choose(scopes: string[]): Promise<void> {
    await this.#frame.getByRole('button', { name: 'Nothing' }).click();
    for (const scope of scopes)
      await this.#frame.getByRole('checkbox', { name: new RegExp(`^${scope}(?![A-Z_])`) }).check();
  }

  ask(): Promise<void> {
    return this.#frame.getByRole('button', { name: 'Get auth code' }).click();
  }

  /** The payload that a callback (or the promise) got at the last call. */
  async payload(
    what: 'success' | 'fail' | 'complete' | 'promise resolved' | 'promise rejected',
  ): Promise<Record<string, unknown>> {
    const text = await this.#frame.locator(`#result li[data-what="${what}"] pre`).textContent();
    return JSON.parse(text ?? 'null');
  }

  /** Which callbacks ran, in order. */
  order(): Promise<string[]> {
    return this.#frame
      .locator('#result li')
      .evaluateAll((lines) => lines.map((line) => (line as HTMLElement).dataset.what ?? ''));
  }

  /** Presses a button of the merchant server's card; answers what `success` or `fail` got. */
  async server(button: string): Promise<{ data?: Record<string, unknown>; status?: number; error?: number }> {
    await this.#frame.getByRole('button', { name: button, exact: true }).click();
    const answer = this.#frame.locator('#answers li[data-what="complete"] pre');
    await answer.waitFor();
    return JSON.parse((await answer.textContent()) ?? 'null');
  }
}
