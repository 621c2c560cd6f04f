import { cx } from './class-names.ts';

/** A switch: on or off at once. `label` is its name; what is shown beside it is up to the caller. */
export function Switch({
  checked,
  onChange,
  label,
  disabled,
}: {
  checked: boolean;
  onChange(checked: boolean): void;
  label: string;
  disabled?: boolean;
}) {
  return (
    <input
      type="checkbox"
      role="switch"
      aria-checked={checked}
      aria-label={label}
      checked={checked}
      disabled={disabled}
      onChange={(event) => onChange(event.target.checked)}
      className={cx(
        'relative h-4 w-7 shrink-0 cursor-pointer appearance-none rounded-full border border-line-strong bg-sunken transition-colors duration-100',
        'before:absolute before:top-px before:left-px before:size-3 before:rounded-full before:bg-line-strong before:transition-transform before:duration-100',
        'checked:border-accent checked:bg-accent checked:before:translate-x-3 checked:before:bg-on-accent disabled:opacity-50',
      )}
    />
  );
}
