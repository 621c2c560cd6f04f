import { describe, expect, it } from 'vitest';
import { dialectById } from '../../contract/dialects/index.ts';
import { testContext } from '../testing/jsapi-context.ts';
import { SHOWN_LENGTH } from './shown-text.ts';

const top = (context: ReturnType<typeof testContext>) => {
  const sheet = context.device.view.sheets.at(-1);
  if (!sheet) throw new Error('no sheet is shown');
  return sheet;
};
/** Calls, looks at the sheet, answers it. */
async function asked(name: string, args: unknown, answer: unknown, context = testContext()) {
  const reply = context.call(name, args);
  const { id, run, ...sheet } = top(context);
  expect(run).toBe('run-1');
  expect(context.device.answer(id, answer as never)).toBe(true);
  expect(context.device.view.sheets).toEqual([]);
  return { sheet, reply: await reply };
}

describe('my.alert', () => {
  it('shows empty texts and the button of the dialect by default, and succeeds with {}', async () => {
    expect(await asked('alert', undefined, null)).toEqual({
      sheet: { kind: 'alert', title: '', content: '', buttonText: 'OK' },
      reply: { success: {} },
    });
  });

  it('takes the default button text from the dialect', async () => {
    const base = dialectById('qi');
    if (!base) throw new Error('no qi');
    const dialect = { ...base, defaults: { ...base.defaults, okText: '确定', cancelText: '取消' } };
    const { sheet } = await asked('alert', {}, null, testContext({ dialect }));
    expect(sheet).toMatchObject({ buttonText: '确定' });
    const confirm = await asked('confirm', {}, { confirm: true }, testContext({ dialect }));
    expect(confirm.sheet).toMatchObject({ confirmButtonText: '确定', cancelButtonText: '取消' });
  });

  it('shows an object as JSON, numbers as text, and nothing for null', async () => {
    const args = { title: 404, content: { authCode: 'abc', scopes: ['auth_base'] }, buttonText: null };
    const { sheet } = await asked('alert', args, null);
    expect(sheet).toEqual({
      kind: 'alert',
      title: '404',
      content: '{"authCode":"abc","scopes":["auth_base"]}',
      buttonText: 'OK',
    });
  });

  it('cuts what is too long to read', async () => {
    const { sheet } = await asked('alert', { content: 'x'.repeat(SHOWN_LENGTH + 1) }, null);
    expect(sheet).toMatchObject({ content: `${'x'.repeat(SHOWN_LENGTH - 1)}…` });
  });

  it('takes its sheet away and rejects when nobody waits any more', async () => {
    const context = testContext();
    const reply = context.call('alert', {});
    context.abort();
    await expect(reply).rejects.toThrow();
    expect(context.device.view.sheets).toEqual([]);
  });

  it('refuses an argument that is not an object with error 2', async () => {
    expect(await testContext().call('alert', 'hello')).toMatchObject({ fail: { error: 2 } });
  });
});

describe('my.confirm', () => {
  it.each([true, false])('succeeds with confirm: %s; a cancel is success too', async (confirm) => {
    const { sheet, reply } = await asked('confirm', { title: 'Pay?', cancelButtonText: 'No' }, { confirm });
    expect(sheet).toEqual({
      kind: 'confirm',
      title: 'Pay?',
      content: '',
      confirmButtonText: 'OK',
      cancelButtonText: 'No',
    });
    expect(reply).toEqual({ success: { confirm } });
  });
});

describe('my.prompt', () => {
  it('has the documented defaults and answers {ok, inputValue}', async () => {
    const { sheet, reply } = await asked('prompt', {}, { ok: true, inputValue: 'Ann' });
    expect(sheet).toEqual({
      kind: 'prompt',
      title: '',
      message: 'Enter contents here',
      placeholder: '',
      align: 'left',
      okButtonText: 'OK',
      cancelButtonText: 'Cancel',
    });
    expect(reply).toEqual({ success: { ok: true, inputValue: 'Ann' } });
  });

  it('gives no input when it was cancelled', async () => {
    const { reply } = await asked('prompt', { align: 'center' }, { ok: false, inputValue: 'Ann' });
    expect(reply).toEqual({ success: { ok: false, inputValue: '' } });
  });

  it('refuses an alignment that there is not', async () => {
    expect(await testContext().call('prompt', { align: 'top' })).toEqual({
      fail: {
        error: 2,
        errorMessage: 'invalid parameter: align: expected one of "left", "center", "right", received "top"',
      },
    });
  });
});

describe('my.showToast', () => {
  it('succeeds when its time is over, and not before', async () => {
    const context = testContext();
    let reply: unknown;
    context.call('showToast', { content: 'Saved' }).then((value) => {
      reply = value;
    });
    expect(context.device.view.toast).toMatchObject({ content: 'Saved', type: 'none' });
    await context.time.advance(1_999);
    expect([reply, context.device.view.toast?.content]).toEqual([undefined, 'Saved']);
    await context.time.advance(1);
    expect([reply, context.device.view.toast]).toEqual([{ success: {} }, undefined]);
  });

  it('keeps to its own duration', async () => {
    const context = testContext();
    const reply = context.call('showToast', { content: 'x', type: 'success', duration: 500 });
    await context.time.advance(500);
    expect(await reply).toEqual({ success: {} });
  });

  it('succeeds when it is hidden', async () => {
    const context = testContext();
    const reply = context.call('showToast', { content: 'x' });
    expect(await context.call('hideToast')).toEqual({ success: {} });
    expect(await reply).toEqual({ success: {} });
    expect(context.device.view.toast).toBeUndefined();
  });

  it('succeeds when another toast takes its place, which keeps its own time', async () => {
    const context = testContext();
    const first = context.call('showToast', { content: 'one', duration: 1_000 });
    await context.time.advance(600);
    const second = context.call('showToast', { content: 'two', duration: 1_000 });
    expect(await first).toEqual({ success: {} });
    await context.time.advance(999);
    expect(context.device.view.toast?.content).toBe('two');
    await context.time.advance(1);
    expect(await second).toEqual({ success: {} });
  });

  it('waits for its delay; hidden before that it is never shown', async () => {
    const context = testContext();
    const reply = context.call('showToast', { content: 'x', delay: 100 });
    expect(context.device.view.toast).toBeUndefined();
    await context.time.advance(99);
    await context.call('hideToast');
    expect(await reply).toEqual({ success: {} });
    await context.time.advance(5_000);
    expect(context.device.view.toast).toBeUndefined();
  });

  it('needs content for the type exception', async () => {
    expect(await testContext().call('showToast', { type: 'exception' })).toEqual({
      fail: {
        error: 2,
        errorMessage:
          'invalid parameter: content: expected text, as the type is "exception", received nothing',
      },
    });
    const context = testContext();
    void context.call('showToast', { type: 'exception', content: 'Oops' });
    expect(context.device.view.toast).toMatchObject({ type: 'exception', content: 'Oops' });
  });

  it('goes when nobody waits any more', async () => {
    const context = testContext();
    const reply = context.call('showToast', { content: 'x' });
    context.abort();
    await expect(reply).rejects.toThrow();
    expect(context.device.view.toast).toBeUndefined();
  });

  it('stands while time stands still', async () => {
    const context = testContext();
    void context.call('showToast', { content: 'x' });
    const release = context.clock.hold();
    await context.time.advance(60_000);
    expect(context.device.view.toast?.content).toBe('x');
    release();
    await context.time.advance(2_000);
    expect(context.device.view.toast).toBeUndefined();
  });
});

describe('my.hideToast and my.hideLoading', () => {
  it('succeed when there is nothing to hide', async () => {
    expect(await testContext().call('hideToast')).toEqual({ success: {} });
    expect(await testContext().call('hideLoading', { page: {} })).toEqual({ success: {} });
  });
});

describe('my.showLoading', () => {
  it('is shown at once and stays until it is hidden', async () => {
    const context = testContext();
    expect(await context.call('showLoading', { content: 'Loading' })).toEqual({ success: {} });
    await context.time.advance(600_000);
    expect(context.device.view.loading).toMatchObject({ content: 'Loading' });
    await context.call('hideLoading');
    expect(context.device.view.loading).toBeUndefined();
  });

  it('waits for its delay', async () => {
    const context = testContext();
    const reply = context.call('showLoading', { delay: 300 });
    await context.time.advance(299);
    expect(context.device.view.loading).toBeUndefined();
    await context.time.advance(1);
    expect(await reply).toEqual({ success: {} });
    expect(context.device.view.loading).toMatchObject({ content: '' });
  });

  it('is never shown when it is hidden before its delay is over', async () => {
    const context = testContext();
    const reply = context.call('showLoading', { delay: 300 });
    await context.call('hideLoading');
    expect(await reply).toEqual({ success: {} });
    await context.time.advance(1_000);
    expect(context.device.view.loading).toBeUndefined();
  });

  it('gives way to a newer one, shown or still waiting', async () => {
    const context = testContext();
    const first = context.call('showLoading', { content: 'one', delay: 300 });
    await context.call('showLoading', { content: 'two' });
    expect(await first).toEqual({ success: {} });
    await context.time.advance(1_000);
    expect(context.device.view.loading?.content).toBe('two');
  });

  it('is not shown when nobody waits any more', async () => {
    const context = testContext();
    const reply = context.call('showLoading', { delay: 300 });
    context.abort();
    await expect(reply).rejects.toThrow();
    await context.time.advance(1_000);
    expect(context.device.view.loading).toBeUndefined();
  });

  it.each([-1, 600_001, '5'])('refuses a delay of %j', async (delay) => {
    expect(await testContext().call('showLoading', { delay })).toMatchObject({ fail: { error: 2 } });
  });
});

describe('my.showActionSheet', () => {
  it('has the documented defaults and answers the index of the item', async () => {
    const { sheet, reply } = await asked('showActionSheet', { items: ['a', 2] }, { index: 1 });
    expect(sheet).toEqual({
      kind: 'actionSheet',
      title: '',
      items: ['a', '2'],
      cancelButtonText: 'Cancel',
      destructiveBtnIndex: -1,
    });
    expect(reply).toEqual({ success: { index: 1 } });
  });

  it('answers -1 for a cancel, and hands badges to the sheet', async () => {
    const args = { items: ['a'], destructiveBtnIndex: 0, badges: [{ index: 0, type: 'num', text: 3 }] };
    const { sheet, reply } = await asked('showActionSheet', args, { index: -1 });
    expect(sheet).toMatchObject({
      destructiveBtnIndex: 0,
      badges: [{ index: 0, type: 'num', text: '3' }],
    });
    expect(reply).toEqual({ success: { index: -1 } });
  });

  it.each([
    [{}, 'items: expected an array, received nothing'],
    [{ items: [] }, 'items: expected an array of at least 1 item, received an array of 0'],
    [
      { items: Array.from({ length: 101 }, () => 'x') },
      'items: expected an array of at most 100 items, received an array of 101',
    ],
    [{ items: [{}] }, 'items[0]: expected a string or a number, received an object'],
  ])('needs items: %j', async (args, message) => {
    expect(await testContext().call('showActionSheet', args)).toEqual({
      fail: { error: 2, errorMessage: `invalid parameter: ${message}` },
    });
  });
});
