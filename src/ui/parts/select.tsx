import ChevronDown from 'lucide-react/icons/chevron-down';
import type { ReactNode } from 'react';
import { cx } from './class-names.ts';
import { tipProps } from './tip.ts';

/** The browser's own list to choose one from, with our looks. */
export function Select<T extends string>({
  label,
  value,
  options,
  onChange,
  icon,
  className,
}: {
  label: string;
  value: T;
  options: readonly { value: T; text: string }[];
  onChange(value: T): void;
  icon?: ReactNode;
  className?: string;
}) {
  return (
    <span
      className={cx(
        'relative inline-flex items-center text-muted hover:text-text [&_svg]:size-3.5',
        className,
      )}
      {...tipProps(label)}
    >
      {icon && <span className="pointer-events-none absolute left-1.5">{icon}</span>}
      <select
        aria-label={label}
        value={value}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.target.value);
          if (chosen) onChange(chosen.value);
        }}
        className={cx(
          'h-7 w-full cursor-pointer appearance-none truncate rounded-control bg-transparent pr-6 text-sm hover:bg-hover',
          icon ? 'pl-7' : 'pl-2',
        )}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} className="bg-raised text-text">
            {option.text}
          </option>
        ))}
      </select>
      <ChevronDown aria-hidden className="pointer-events-none absolute right-1.5" />
    </span>
  );
}
