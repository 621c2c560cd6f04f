import { describe, expect, it } from 'vitest';
import type { Reply, Request } from '../../compiler/protocol.ts';
import { CompilerClient, type CompilerPort } from './compiler-client.ts';

interface TestPort extends CompilerPort {
  asked: Request[];
  ended: boolean;
  answer(call: string, value: unknown): void;
  say(message: Reply): void;
}

function house() {
  const made: TestPort[] = [];
  const client = new CompilerClient(
    (program) => {
      if (program === 'none') throw new RangeError('no such program');
      return { kind: 'http', base: `/${program}/`, list: `/${program}/list`, frameBase: '/' };
    },
    () => {
      const port: TestPort = {
        asked: [],
        ended: false,
        onmessage: null,
        onerror: null,
        postMessage: (message) => void port.asked.push(message),
        terminate: () => {
          port.ended = true;
        },
        say: (data) => port.onmessage?.({ data } as MessageEvent<Reply>),
        answer: (call, value) =>
          port.say({ id: port.asked.find((one) => one.call === call)?.id ?? 0, ok: true, value } as Reply),
      };
      made.push(port);
      return port;
    },
  );
  const calls = (index: number) => made[index]?.asked.map(({ call }) => call);
  return { client, made, calls };
}
const UNIT = { name: 'app', url: '/app', script: '', styles: [], components: [], tags: [] };
const PROBLEM = { severity: 'error', message: 'no', file: 'app.json', line: 1, column: 1 } as const;

describe('the compiler of a page', () => {
  it('is a worker that is made with the first question and opens the program once', async () => {
    const { client, made, calls } = house();
    const first = client.unit('shop', 'app', []);
    const second = client.unit('shop', 'pages/a', ['app']);
    expect(calls(0)).toEqual(['open', 'unit', 'unit']);
    expect(made[0]?.asked[2]?.args).toEqual({ name: 'pages/a', delivered: ['app'] });
    made[0]?.say({ id: 2, ok: true, value: { unit: UNIT, problems: [] } });
    made[0]?.say({ id: 3, ok: true, value: { problems: [PROBLEM] } });
    await expect(first).resolves.toEqual({ unit: UNIT, problems: [] });
    await expect(second).resolves.toEqual({ failure: { message: 'no', problems: [PROBLEM] } });
  });

  it('looks for files from where app.json is', async () => {
    const { client, made } = house();
    const url = client.file('shop', 'images/a.png');
    made[0]?.answer('open', { root: 'dist/', config: undefined, problems: [] });
    await Promise.resolve().then(() => undefined);
    expect(made[0]?.asked[1]).toMatchObject({ call: 'url', args: { path: 'dist/images/a.png' } });
    made[0]?.answer('url', 'data:,');
    await expect(url).resolves.toBe('data:,');
  });

  it('knows nothing of programs that nobody asked for', async () => {
    const { client, made } = house();
    await expect(client.changed('shop', ['a.js'], [])).resolves.toMatchObject({
      change: { kind: 'nothing' },
    });
    await expect(client.places('shop', [{ name: '', url: 'x', line: 1, column: 1 }])).resolves.toEqual([]);
    await expect(client.excerpt('shop', PROBLEM)).resolves.toBeUndefined();
    await expect(client.unit('none', 'app', [])).rejects.toThrow('no such program');
    expect(made).toHaveLength(0);
  });

  it('is another one for another program, and for one that is another now', async () => {
    const { client, made, calls } = house();
    const lost = client.unit('shop', 'app', []);
    void client.unit('cards', 'app', []).catch(() => undefined);
    await expect(lost).rejects.toThrow('the compiler has stopped: another program is compiled');
    expect(made[0]?.ended).toBe(true);
    client.forget('shop');
    expect(made[1]?.ended).toBe(false);
    client.forget('cards');
    expect(made[1]?.ended).toBe(true);
    void client.unit('cards', 'app', []);
    expect(calls(2)).toEqual(['open', 'unit']);
  });

  it('what fails says why; a worker that dies fails what was asked, and is made anew', async () => {
    const { client, made, calls } = house();
    const failing = client.unit('shop', 'app', []);
    made[0]?.say({ id: 2, ok: false, message: 'no list' });
    await expect(failing).rejects.toThrow('no list');
    const lost = client.unit('shop', 'app', []);
    made[0]?.onerror?.({ message: 'out of memory', preventDefault: () => undefined } as ErrorEvent);
    await expect(lost).rejects.toThrow('the compiler has stopped: out of memory');
    void client.unit('shop', 'app', []);
    expect(calls(1)).toEqual(['open', 'unit']);
  });
});
