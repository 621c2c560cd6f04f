import type { Page } from 'playwright';
import { medianWithBound, ratios } from './stats.ts';
import type { BenchRow, BenchTools } from './tools.ts';

const ROUNDS = 30;
const CALLS = 2_000;
const LOGINS = 500;
/** A round is cut into slices, taken in turn, so that a busy moment of the machine hits all three alike. */
const SLICES = 10;

/**
 * The bridge against a raw MessageChannel echo of the same JSON text, and a complete silent `my.getAuthCode` against
 * the same echo: interleaved rounds in one page, each the mean over its calls.
 */
export default async function bridge({ openPage, pageScript }: BenchTools): Promise<BenchRow[]> {
  const page = await openPage(['bench/programs']);
  await page.evaluate(await pageScript('bench/page/bridge.ts'));
  await page.evaluate(() => window.bench.ready);
  const frames = {
    raw: frameOf(page, 'bench-raw'),
    bridge: frameOf(page, 'bench-bridge'),
    login: frameOf(page, 'bench-login'),
  };

  const raw = (calls: number) =>
    frames.raw.evaluate(async (n) => {
      const { rawEcho } = window as unknown as { rawEcho(text: string): Promise<string> };
      const text = `call 1000 getAuthCode ${JSON.stringify({ scopes: ['auth_base', 'auth_user'] })}`;
      const start = performance.now();
      for (let i = 0; i < n; i++) await rawEcho(text);
      return (performance.now() - start) / n;
    }, calls);
  const my = (frame: typeof frames.raw, scopes: string[], calls: number) =>
    frame.evaluate(
      async ({ n, scopes }) => {
        const { my } = window as unknown as { my: { getAuthCode(o: object): Promise<unknown> } };
        const start = performance.now();
        for (let i = 0; i < n; i++) await my.getAuthCode({ scopes });
        return (performance.now() - start) / n;
      },
      { n: calls, scopes },
    );

  const rounds = { raw: [] as number[], bridge: [] as number[], login: [] as number[] };
  for (let round = -1; round < ROUNDS; round++) {
    const took = { raw: 0, bridge: 0, login: 0 };
    for (let slice = 0; slice < SLICES; slice++) {
      took.raw += (await raw(CALLS / SLICES)) / SLICES;
      took.bridge += (await my(frames.bridge, ['auth_base', 'auth_user'], CALLS / SLICES)) / SLICES;
      took.login += (await my(frames.login, ['auth_base'], LOGINS / SLICES)) / SLICES;
    }
    // The first round warms up.
    if (round < 0) continue;
    rounds.raw.push(took.raw);
    rounds.bridge.push(took.bridge);
    rounds.login.push(took.login);
  }
  const reference = medianWithBound(rounds.raw).median;
  const row = (name: string, values: number[], target: number): BenchRow => {
    const { median, upper } = medianWithBound(ratios(values, rounds.raw));
    return {
      name,
      value: `${(medianWithBound(values).median * 1000).toFixed(1)} µs`,
      reference: `raw echo ${(reference * 1000).toFixed(1)} µs`,
      ratio: median,
      upper,
      target,
    };
  };
  return [
    row('bridge round trip, validated', rounds.bridge, 1.25),
    row('silent my.getAuthCode, all steps recorded', rounds.login, 6),
  ];
}

function frameOf(page: Page, id: string) {
  // The page itself runs one of these programs too; the bench's frames came after it.
  const frame = page.frames().findLast((candidate) => candidate.url().includes(`//${id}.`));
  if (!frame) throw new Error(`the frame of ${id} is missing`);
  return frame;
}
