import { describe, expect, it } from 'vitest';
import { type AlertSheet, type ConfirmSheet, Device } from './device.ts';

const alert: AlertSheet = { kind: 'alert', title: 'Hi', content: '', buttonText: 'OK' };
const confirm: ConfirmSheet = {
  kind: 'confirm',
  title: 'Sure?',
  content: '',
  confirmButtonText: 'Yes',
  cancelButtonText: 'No',
};
const alive = () => new AbortController().signal;

describe('the phone’s sheets', () => {
  it('wait for the user; the answer goes to who asked, and the sheet goes', async () => {
    const device = new Device();
    const answer = device.present<'confirm'>('run-1', confirm, alive());
    const [sheet] = device.view.sheets;
    expect(sheet).toEqual({ ...confirm, run: 'run-1', id: sheet?.id });
    expect(device.answer<'confirm'>(sheet?.id ?? '', { confirm: true })).toBe(true);
    expect(await answer).toEqual({ confirm: true });
    expect(device.view.sheets).toEqual([]);
  });

  it('are answered once', async () => {
    const device = new Device();
    const answer = device.present<'confirm'>('run-1', confirm, alive());
    const id = device.view.sheets[0]?.id ?? '';
    device.answer<'confirm'>(id, { confirm: false });
    expect(device.answer<'confirm'>(id, { confirm: true })).toBe(false);
    expect(device.answer('sheet-99', null)).toBe(false);
    expect(await answer).toEqual({ confirm: false });
  });

  it('lie on each other, the newest on top, each with its own answer', async () => {
    const device = new Device();
    const first = device.present<'alert'>('run-1', alert, alive());
    const second = device.present<'confirm'>('run-1', confirm, alive());
    const [below, above] = device.view.sheets;
    expect([below?.kind, above?.kind]).toEqual(['alert', 'confirm']);
    expect(below?.id).not.toBe(above?.id);
    device.answer(below?.id ?? '', null);
    expect(device.view.sheets).toEqual([above]);
    device.answer<'confirm'>(above?.id ?? '', { confirm: true });
    expect([await first, await second]).toEqual([null, { confirm: true }]);
  });

  it('go when nobody waits any more, with the reason for who asked', async () => {
    const device = new Device();
    const abort = new AbortController();
    const answer = device.present<'alert'>('run-1', alert, abort.signal);
    const id = device.view.sheets[0]?.id ?? '';
    abort.abort(new Error('the page is gone'));
    await expect(answer).rejects.toThrow('the page is gone');
    expect(device.view.sheets).toEqual([]);
    expect(device.answer(id, null)).toBe(false);
  });

  it('are never shown to somebody who is gone already', async () => {
    const device = new Device();
    const seen: number[] = [];
    device.onChange(() => seen.push(device.view.sheets.length));
    await expect(device.present<'alert'>('run-1', alert, AbortSignal.abort('left'))).rejects.toThrow(
      'nobody waits for this sheet any more',
    );
    expect(seen).toEqual([]);
  });

  it('stay answered when the asker goes later', async () => {
    const device = new Device();
    const abort = new AbortController();
    const answer = device.present<'alert'>('run-1', alert, abort.signal);
    device.answer(device.view.sheets[0]?.id ?? '', null);
    abort.abort();
    expect(await answer).toBeNull();
  });

  it('are answered in the user’s place where a test says so; undefined leaves them to the user', async () => {
    const device = new Device();
    device.autoAnswer = (sheet) => (sheet.kind === 'confirm' ? { confirm: true } : undefined);
    expect(await device.present<'confirm'>('run-1', confirm, alive())).toEqual({ confirm: true });
    void device.present<'alert'>('run-1', alert, alive());
    expect(device.view.sheets.map(({ kind }) => kind)).toEqual(['alert']);
  });
});

describe('the phone’s view', () => {
  it('is replaced at each change, never changed in place', () => {
    const device = new Device();
    const before = device.view;
    const copy = structuredClone(before);
    device.set({ clipboard: 'x' });
    void device.present<'alert'>('run-1', alert, alive());
    expect(before).toEqual(copy);
    expect(device.view).not.toBe(before);
    expect(device.view).toMatchObject({ clipboard: 'x', networkType: 'WIFI', foreground: true });
  });

  it('is told to who listens, after each change, until they stop', () => {
    const device = new Device();
    const seen: string[] = [];
    const stop = device.onChange(() => seen.push(device.view.clipboard));
    device.set({ clipboard: 'a' });
    device.set({ clipboard: 'b' });
    stop();
    device.set({ clipboard: 'c' });
    expect(seen).toEqual(['a', 'b']);
  });

  it('has ids that differ from each other', () => {
    const device = new Device();
    const ids = [device.newId('toast'), device.newId('toast'), device.newId('loading')];
    expect(new Set(ids).size).toBe(3);
  });
});
