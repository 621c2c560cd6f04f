import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { type Changes, programChanges } from './changes.ts';

let changes: Changes | undefined;
const made: string[] = [];
afterEach(() => {
  changes?.close();
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true });
});
function folder(): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'miniauth-changes-')));
  made.push(root);
  return root;
}

/** The events of an answer, one after the other. */
function eventsOf(answer: Response) {
  const reader = answer.body?.getReader();
  let text = '';
  const next = async (): Promise<{ id: string; event: string; data: unknown }> => {
    const end = text.indexOf('\n\n');
    if (end < 0) {
      const { value } = (await reader?.read()) ?? {};
      text += new TextDecoder().decode(value);
      return next();
    }
    const fields = Object.fromEntries(
      text
        .slice(0, end)
        .split('\n')
        .map((line) => line.split(/: (.*)/s, 2) as [string, string]),
    );
    text = text.slice(end + 2);
    return { id: fields.id ?? '', event: fields.event ?? 'message', data: JSON.parse(fields.data ?? 'null') };
  };
  return { next, stop: () => reader?.cancel() };
}
const ask = (since = '') =>
  changes?.answer(new Request(`http://localhost/changes?since=${since}`), {}) as Response;

describe('changes of programs', () => {
  it('are told with the program, and what a page has missed when it comes back', async () => {
    const root = folder();
    changes = programChanges(() => [{ id: 'shop', root }]);
    const page = eventsOf(ask());
    const { id, event } = await page.next();
    expect(event).toBe('known');
    writeFileSync(join(root, 'app.js'), '1');
    const first = await page.next();
    expect(first.data).toEqual({ program: 'shop', files: ['app.js'] });
    await page.stop();
    const back = eventsOf(ask(id));
    expect((await back.next()).id).toBe(id);
    expect(await back.next()).toEqual(first);
    await back.stop();
    // Another server knows nothing of what this one has told.
    const other = eventsOf(ask('elsewhere.0'));
    expect((await other.next()).id).toBe(first.id);
    await other.stop();
  });

  it('are those of the programs that there are when a page asks', async () => {
    const [one, two] = [folder(), folder()];
    let list = [{ id: 'one', root: one }];
    changes = programChanges(() => list);
    await eventsOf(ask()).next();
    list = [{ id: 'two', root: two }];
    const page = eventsOf(ask());
    await page.next();
    writeFileSync(join(one, 'a.js'), '1');
    writeFileSync(join(two, 'b.js'), '1');
    expect((await page.next()).data).toEqual({ program: 'two', files: ['b.js'] });
  });
});
