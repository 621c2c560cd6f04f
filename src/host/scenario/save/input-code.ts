import { quoted } from './code-text.ts';

/** One input of the user, as it was recorded. */
export interface RecordedInput {
  type: string;
  target: string;
  label: string;
  role?: string;
  value?: string;
  key?: string;
  at: number;
}

/** What a browser makes of an input by itself comes at once. */
const AT_ONCE = 30;
const FIELDS = /^(textbox|searchbox|spinbutton|combobox|listbox|slider|checkbox|radio)$/;
const TICKS = /^(checkbox|radio)$/;
/** The super app's own bars. */
const DEVICE = "await page.getByRole('region', { name: 'Device' })";
const MASK = '••••••••';

/**
 * The line of a Playwright test that does an input again; undefined for what the browser does by itself then.
 * @param before the input before it
 * @param ambiguous the page shows its label more than once
 */
export function inputCode(
  input: RecordedInput,
  before: RecordedInput | undefined,
  ambiguous: boolean,
): string | undefined {
  const { type, role = '', value, key } = input;
  const atOnce = before !== undefined && input.at - before.at <= AT_ONCE;
  const at = `await ${locator(input, ambiguous)}`;
  switch (type) {
    case 'click':
      // A label clicks its field, Enter and Space click a button.
      if (atOnce && before.type === 'click' && FIELDS.test(role) && !FIELDS.test(before.role ?? ''))
        return undefined;
      if (atOnce && before.type === 'keydown') return undefined;
      return role === 'combobox' || role === 'listbox' ? undefined : `${at}.click();`;
    case 'keydown':
      // Arrows choose in these: what was chosen comes as an input.
      if (/^(combobox|listbox|radio|slider)$/.test(role)) return undefined;
      return `${at}.press(${quoted(key === ' ' ? 'Space' : (key ?? ''))});`;
    case 'input':
      if (TICKS.test(role) || value === undefined) return undefined;
      if (role === 'combobox' || role === 'listbox')
        return `${at}.selectOption([${value.split('\n').map(quoted).join(', ')}]);`;
      if (value === MASK) return `${at}.fill(process.env.PASSWORD ?? '');`;
      return `${at}.fill(${quoted(value)});`;
    case 'submit':
      return before && input.at - before.at <= 1_000
        ? undefined
        : `${at}.evaluate((form) => (form as HTMLFormElement).requestSubmit());`;
    case 'back':
      return `${DEVICE}.getByRole('button', { name: 'Back', exact: true }).click();`;
    case 'home':
      return `${DEVICE}.getByRole('button', { name: 'Home page' }).click();`;
    case 'titleClick':
      return `${DEVICE}.locator('[data-page-bar]').getByRole('button').last().click();`;
    case 'share':
      return `${DEVICE}.getByRole('button', { name: 'Menu' }).click();\nawait page.getByRole('menuitem', { name: 'Share' }).click();`;
    default:
      // A change follows the input that made it.
      return undefined;
  }
}

/** By role and name where there is one of it, else by the path in the document. */
function locator({ role, label, target }: RecordedInput, ambiguous: boolean): string {
  const isNamed = role !== undefined && label !== '' && label.length < 120 && !ambiguous;
  if (isNamed) return `program.getByRole(${quoted(role)}, { name: ${quoted(label)}, exact: true })`;
  return `program.locator(${quoted(target.replaceAll(' >>> ', ' '))})`;
}
