import { describe, expect, it } from 'vitest';
import type { Sheet } from '../device.ts';
import { testContext } from '../testing/jsapi-context.ts';

/** What the sheet asked, and what the program was told. */
async function asked(name: string, args: unknown, answer: unknown) {
  const context = testContext();
  let sheet: Sheet | undefined;
  context.device.autoAnswer = (shown) => {
    sheet = shown;
    return answer as never;
  };
  return { reply: await context.call(name, args), sheet };
}

describe('my.datePicker', () => {
  it.each([
    [undefined, 'date', '2026-01-02', '2026-01-02'],
    ['yyyy-MM', 'month', '2026-01', '2026-01'],
    ['yyyy', 'year', '2026', '2026'],
    ['HH:mm', 'time', '08:05', '08:05'],
    ['HH:mm:ss', 'seconds', '08:05', '08:05:00'],
    ['yyyy-MM-dd HH:mm', 'datetime', '2026-01-02T08:05', '2026-01-02 08:05'],
    ['yyyy-MM-dd HH:mm:ss', 'datetime', '2026-01-02T08:05', '2026-01-02 08:05:00'],
  ])('format %s: the control %s; %s is answered as %s', async (format, type, picked, date) => {
    const { reply, sheet } = await asked('datePicker', { format }, { ok: true, inputValue: picked });
    expect(sheet).toMatchObject({ kind: 'prompt', input: { type } });
    expect(reply).toEqual({ success: { date } });
  });

  it('understands dates as programs write them', async () => {
    const { sheet } = await asked(
      'datePicker',
      { currentDate: '2016-10-9', startDate: '2016/1/1', format: 'yyyy-MM-dd' },
      { ok: false, inputValue: '' },
    );
    expect(sheet).toMatchObject({ input: { value: '2016-10-09', min: '2016-01-01', max: '' } });
  });

  it('a cancel is error 11, a format that is none is error 2', async () => {
    expect((await asked('datePicker', {}, { ok: false, inputValue: '' })).reply).toMatchObject({
      fail: { error: 11 },
    });
    expect((await asked('datePicker', { format: 'dd.MM.' }, null)).reply).toMatchObject({
      fail: { error: 2 },
    });
  });
});

describe('my.optionsSelect', () => {
  it('answers index and text of each list', async () => {
    const args = { optionsOne: ['S', 'L'], optionsTwo: ['red', 'green'], selectedTwoIndex: 1 };
    const { reply, sheet } = await asked('optionsSelect', args, { selected: [1, 0] });
    expect(sheet).toMatchObject({ selected: [0, 1] });
    expect(reply).toEqual({
      success: {
        selectedOneIndex: 1,
        selectedOneOption: 'L',
        selectedTwoIndex: 0,
        selectedTwoOption: 'red',
      },
    });
  });

  it('is all empty after a cancel', async () => {
    const { reply } = await asked('optionsSelect', { optionsOne: ['S'] }, { selected: null });
    expect(reply).toEqual({
      success: { selectedOneIndex: '', selectedOneOption: '', selectedTwoIndex: '', selectedTwoOption: '' },
    });
  });
});

describe('my.tradePay', () => {
  it.each([
    [true, '9000'],
    [false, '6001'],
  ])('confirmed %s is the result %s', async (confirm, resultCode) => {
    expect((await asked('tradePay', { tradeNO: '1' }, { confirm })).reply).toEqual({
      success: { resultCode },
    });
  });

  it('needs an order', async () => {
    expect((await asked('tradePay', {}, null)).reply).toMatchObject({ fail: { error: 2 } });
  });
});
