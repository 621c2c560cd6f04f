import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import { cx } from './class-names.ts';
import { tipProps } from './tip.ts';

const LOOKS = {
  /** Quiet until hovered: in bars and lists. */
  ghost: 'text-muted hover:bg-hover hover:text-text',
  plain: 'border border-line bg-raised text-text hover:bg-hover',
  accent: 'bg-accent text-on-accent hover:brightness-110',
  /** Pressed: a switch that is on. */
  on: 'bg-accent-soft text-accent',
  danger: 'border border-line bg-raised text-failed hover:bg-failed-soft',
} as const;

export interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'type'> {
  look?: keyof typeof LOOKS;
  icon?: ReactNode;
  /** What the button does, shown when it is pointed at or focused. */
  tip?: string | undefined;
  /** The key that does the same, as a person reads it. */
  shortcut?: string | undefined;
  /** Low enough for a line of text. */
  small?: boolean;
  ref?: Ref<HTMLButtonElement>;
}

/** A button. Without children it shows its icon alone and needs an `aria-label`. */
export function Button({
  look = 'ghost',
  icon,
  tip,
  shortcut,
  small = false,
  className,
  children,
  ref,
  ...rest
}: ButtonProps) {
  const bare = children === undefined;
  return (
    <button
      type="button"
      ref={ref}
      aria-keyshortcuts={shortcut}
      {...tipProps(tip ?? (bare ? rest['aria-label'] : undefined), shortcut)}
      className={cx(
        'inline-flex shrink-0 items-center justify-center gap-1.5 rounded-control whitespace-nowrap select-none',
        'disabled:opacity-45 disabled:pointer-events-none [&_svg]:size-4 [&_svg]:shrink-0',
        small ? 'h-6 px-1.5 text-xs' : cx('h-7 text-sm', bare ? 'w-7' : 'px-2.5'),
        LOOKS[look],
        className,
      )}
      {...rest}
    >
      {icon}
      {children}
    </button>
  );
}
