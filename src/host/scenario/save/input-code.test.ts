import { describe, expect, it } from 'vitest';
import { inputCode, type RecordedInput } from './input-code.ts';

const input = (given: Partial<RecordedInput>): RecordedInput => ({
  type: 'click',
  target: '#x',
  label: 'Send it',
  at: 0,
  ...given,
});
const earlier = (type: string, ms: number, role?: string): RecordedInput =>
  input({ type, at: -ms, ...(role ? { role } : {}) });

describe('inputCode', () => {
  it.each([
    [{ role: 'button' }, "await program.getByRole('button', { name: 'Send it', exact: true }).click();"],
    [{}, "await program.locator('#x').click();"],
    [{ target: 'x-card >>> button' }, "await program.locator('x-card button').click();"],
    [
      { type: 'input', role: 'textbox', value: "it's" },
      "await program.getByRole('textbox', { name: 'Send it', exact: true }).fill('it\\'s');",
    ],
    [
      { type: 'input', role: 'listbox', value: 'a\nb' },
      "await program.getByRole('listbox', { name: 'Send it', exact: true }).selectOption(['a', 'b']);",
    ],
    [{ type: 'input', value: '••••••••' }, "await program.locator('#x').fill(process.env.PASSWORD ?? '');"],
    [{ type: 'keydown', key: ' ' }, "await program.locator('#x').press('Space');"],
    [
      { type: 'back', label: 'Back', role: 'button', target: 'pages/a' },
      "await page.getByRole('region', { name: 'Device' }).getByRole('button', { name: 'Back', exact: true }).click();",
    ],
    [
      { type: 'home', label: 'Home', role: 'button', target: 'pages/a' },
      "await page.getByRole('region', { name: 'Device' }).getByRole('button', { name: 'Home page' }).click();",
    ],
    [
      { type: 'submit' },
      "await program.locator('#x').evaluate((form) => (form as HTMLFormElement).requestSubmit());",
    ],
  ])('%j', (given, code) => {
    expect(inputCode(input(given), undefined, false)).toBe(code);
  });

  it('goes by the path where the page shows the name more than once', () => {
    expect(inputCode(input({ role: 'button' }), undefined, true)).toBe(
      "await program.locator('#x').click();",
    );
  });

  it('leaves to the browser what it does by itself', () => {
    const none: [Partial<RecordedInput>, RecordedInput][] = [
      [{ role: 'checkbox' }, earlier('click', 1)],
      [{ role: 'button' }, earlier('keydown', 1)],
      [{ type: 'submit' }, earlier('click', 5)],
      [{ type: 'input', role: 'checkbox', value: 'on' }, earlier('click', 1, 'checkbox')],
      [{ type: 'change', role: 'textbox', value: 'x' }, earlier('input', 900, 'textbox')],
      [{ type: 'keydown', key: 'ArrowDown', role: 'combobox' }, earlier('click', 500, 'combobox')],
    ];
    for (const [given, before] of none)
      expect(inputCode(input(given), before, false), JSON.stringify(given)).toBeUndefined();
    // What a person did a moment later is theirs.
    expect(inputCode(input({ role: 'checkbox' }), earlier('click', 400), false)).toMatch(/click\(\);$/);
    expect(inputCode(input({ role: 'button' }), earlier('click', 1, 'button'), false)).toMatch(/click\(\);$/);
  });
});
