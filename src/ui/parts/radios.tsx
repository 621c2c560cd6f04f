import { type ReactNode, useId } from 'react';
import { cx } from './class-names.ts';

export interface RadioOption {
  value: string;
  name: string;
  content: ReactNode;
  /** More of it, shown below the chosen one. */
  details?: ReactNode;
}

/** A group to choose one from: cards, each a radio button. */
export function Radios({
  label,
  value,
  options,
  onChange,
}: {
  label: string;
  value: string;
  options: readonly RadioOption[];
  onChange(value: string): void;
}) {
  const name = useId();
  return (
    <div role="radiogroup" aria-label={label} className="flex flex-col gap-0.5">
      {options.map((option) => {
        const checked = option.value === value;
        return (
          <div
            key={option.value}
            className={cx('rounded-control border', checked ? 'border-line bg-raised' : 'border-transparent')}
          >
            <label
              className={cx(
                'relative flex items-start gap-2 rounded-control px-2 py-1.5',
                'has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-accent',
                !checked && 'hover:bg-hover',
              )}
            >
              <input
                type="radio"
                name={name}
                aria-label={option.name}
                value={option.value}
                checked={checked}
                onChange={() => onChange(option.value)}
                className="mt-1 size-3 shrink-0 cursor-pointer appearance-none rounded-full border border-line-strong bg-surface outline-none checked:border-[3.5px] checked:border-accent"
              />
              {option.content}
            </label>
            {checked && option.details}
          </div>
        );
      })}
    </div>
  );
}
