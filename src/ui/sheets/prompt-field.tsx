import type { PromptInput, PromptSheet } from '../../host/device.ts';

/** The control of HTML behind each type, and how fine it counts. */
const CONTROLS: Record<PromptInput['type'], { type: string; step?: number; maxLength?: number }> = {
  text: { type: 'text' },
  date: { type: 'date' },
  time: { type: 'time' },
  seconds: { type: 'time', step: 1 },
  month: { type: 'month' },
  year: { type: 'number', maxLength: 4 },
  datetime: { type: 'datetime-local' },
};

/** What a prompt asks for: a text, or a date or time as the browser picks them. */
export function PromptField({
  sheet,
  label,
  value,
  onChange,
  onEnter,
}: {
  sheet: PromptSheet;
  label: string;
  value: string;
  onChange(value: string): void;
  onEnter(): void;
}) {
  const { input } = sheet;
  return (
    <input
      {...CONTROLS[input?.type ?? 'text']}
      min={input?.min || undefined}
      max={input?.max || undefined}
      data-autofocus
      aria-label={label}
      value={value}
      placeholder={sheet.placeholder}
      onChange={(event) => onChange(event.target.value)}
      onKeyDown={(event) => event.key === 'Enter' && onEnter()}
      style={{ textAlign: sheet.align }}
      className="h-9 w-full rounded-control border border-line-strong bg-surface px-2.5"
    />
  );
}
