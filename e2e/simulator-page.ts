import { expect, type FrameLocator, type Locator, type Page } from '@playwright/test';
import type { MiniauthAutomation, OpenOptions, RunInfo } from '../src/automation/install.ts';
import type { PlainEvent } from '../src/automation/plain.ts';
import type { Effect } from '../src/contract/rule.ts';

/** The simulator as its users see it: places by role and name, and the automation surface for what a user cannot do. */
export class SimulatorPage {
  readonly page: Page;
  readonly device: Locator;
  readonly inspector: Locator;
  readonly dialog: Locator;

  constructor(page: Page) {
    this.page = page;
    this.device = page.getByRole('region', { name: 'Device' });
    this.inspector = page.getByRole('region', { name: 'Inspector' });
    this.dialog = page.getByRole('dialog', { name: 'Authorization' });
  }

  /** Opens the page and waits until the program has said hello. The consent dialog is armed at once unless asked for. */
  async open(params: Record<string, string> = {}, options: { arming?: number } = {}): Promise<void> {
    await this.page.goto(`/?${new URLSearchParams(params)}`);
    await this.page.evaluate(async (arming) => {
      await window.miniauth.ready;
      window.miniauth.setPolicies({ consentArming: arming });
    }, options.arming ?? 0);
  }

  /** Starts another program, persona or dialect on the open page. */
  start(options: OpenOptions): Promise<RunInfo> {
    return this.page.evaluate((chosen) => window.miniauth.open(chosen), options);
  }

  /** Inside the mini program. */
  get program(): FrameLocator {
    return this.device.frameLocator('iframe');
  }

  /** The frame of the program, to run code in it as its developer would in the console. */
  async frame() {
    const handle = await this.device.locator('iframe').elementHandle();
    const frame = await handle?.contentFrame();
    if (!frame) throw new Error('no program is running');
    return frame;
  }

  rule(at: string, effect: Effect, times: number | 'always' = 1): Promise<string> {
    return this.page.evaluate(
      (rule) => window.miniauth.rule(rule as Parameters<MiniauthAutomation['rule']>[0]),
      {
        at,
        outcome: effect as object,
        times,
      },
    );
  }

  trace(): Promise<PlainEvent[]> {
    return this.page.evaluate(() => window.miniauth.trace());
  }

  /** The steps in the order of their requests; taps and synchronous calls left out. */
  async steps(): Promise<(string | null)[]> {
    const events = await this.trace();
    return events
      .filter((event) => event.type === 'hop.requested' && !event.observed)
      .map((event) => event.step);
  }

  /** The last answer of a step; undefined before the first. */
  async lastAnswer(step: string): Promise<PlainEvent | undefined> {
    return (await this.trace()).findLast((event) => event.type === 'hop.answered' && event.step === step);
  }

  async notices(): Promise<string[]> {
    const events = await this.trace();
    return events.filter((event) => event.type === 'notice').map((event) => String(event.code));
  }

  /** Waits until the trace has an event of this type for this step. */
  async until(type: string, step: string): Promise<void> {
    await expect
      .poll(async () => (await this.trace()).some((event) => event.type === type && event.step === step))
      .toBe(true);
  }

  async agree(): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Agree' }).click();
  }
}
