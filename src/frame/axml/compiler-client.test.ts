import { describe, expect, it } from 'vitest';
import { CompilerClient, type CompilerPort } from './compiler-client.ts';
import type { FromCompiler, ToCompiler } from './protocol.ts';

function house() {
  const made: (CompilerPort & { asked: ToCompiler[]; say(message: FromCompiler): void; ended: boolean })[] =
    [];
  const client = new CompilerClient(
    (program) => {
      if (program === 'none') throw new RangeError('no such program');
      return { kind: 'served', app: '', from: `/${program}/`, base: `/${program}/` };
    },
    () => {
      const port = {
        asked: [] as ToCompiler[],
        ended: false,
        onmessage: null as CompilerPort['onmessage'],
        onerror: null as CompilerPort['onerror'],
        postMessage: (message: ToCompiler) => void port.asked.push(message),
        terminate: () => {
          port.ended = true;
        },
        say: (data: FromCompiler) => port.onmessage?.({ data } as MessageEvent<FromCompiler>),
      };
      made.push(port);
      return port;
    },
  );
  return { client, made };
}

describe('the compiler of a page', () => {
  it('is one worker, made with the first question, in which each program is opened once', async () => {
    const { client, made } = house();
    expect(made).toHaveLength(0);
    const first = client.unit('shop', 'app');
    void client.file('shop', 'a.png');
    void client.unit('cards', 'app');
    expect(made).toHaveLength(1);
    expect(made[0]?.asked.map(({ program, question }) => `${program} ${question}`)).toEqual([
      'shop open',
      'shop unit',
      'shop file',
      'cards open',
      'cards unit',
    ]);
    const id = made[0]?.asked[1]?.id ?? 0;
    made[0]?.say({ id, answer: { unit: {}, problems: [] } });
    await expect(first).resolves.toEqual({ unit: {}, problems: [] });
  });

  it('knows nothing of programs that nobody asked for', async () => {
    const { client, made } = house();
    await expect(client.changed('shop', ['a.js'])).resolves.toEqual({ kind: 'nothing' });
    await expect(client.original('shop', 'x', 1, 1)).resolves.toBeUndefined();
    expect(() => client.unit('none', 'app')).toThrow('no such program');
    expect(made).toHaveLength(0);
  });

  it('a program that is another one now is opened anew', () => {
    const { client, made } = house();
    void client.unit('shop', 'app');
    client.forget('shop');
    void client.unit('shop', 'app');
    expect(made[0]?.asked.filter(({ question }) => question === 'open')).toHaveLength(2);
  });

  it('what fails says why; a worker that dies fails what was asked, and is made anew', async () => {
    const { client, made } = house();
    const failing = client.file('shop', 'a');
    made[0]?.say({ id: made[0].asked[1]?.id ?? 0, failure: 'no list' });
    await expect(failing).rejects.toThrow('no list');
    const lost = client.unit('shop', 'app');
    made[0]?.onerror?.({ message: 'out of memory', preventDefault: () => undefined } as ErrorEvent);
    await expect(lost).rejects.toThrow('the compiler has stopped: out of memory');
    expect(made[0]?.ended).toBe(true);
    void client.unit('shop', 'app');
    expect(made[1]?.asked.map(({ question }) => question)).toEqual(['open', 'unit']);
  });
});
