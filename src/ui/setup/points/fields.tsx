import { type ReactNode, useId } from 'react';
import { cx } from '../../parts/class-names.ts';

const BOX =
  'h-8 w-full min-w-0 rounded-control border border-line-strong bg-surface px-2 text-sm aria-invalid:border-failed';

interface Said {
  label: string;
  /** What is wrong with it. */
  problem?: string | undefined;
  help?: string | undefined;
}

/** A label over a control, and under it what is wrong, or how it is meant. `children` is given what the control needs. */
function Labelled({
  label,
  problem,
  help,
  className,
  children,
}: Said & {
  className?: string | undefined;
  children(control: {
    id: string;
    'aria-invalid': boolean;
    'aria-describedby': string | undefined;
    className: string;
  }): ReactNode;
}) {
  const id = useId();
  const note = problem ?? help;
  return (
    <div className={cx('flex min-w-0 flex-col gap-1', className)}>
      <label htmlFor={id} className="text-xs font-medium">
        {label}
      </label>
      {children({
        id,
        'aria-invalid': problem !== undefined,
        'aria-describedby': note === undefined ? undefined : `${id}-note`,
        className: BOX,
      })}
      {note !== undefined && (
        <p
          id={`${id}-note`}
          role={problem === undefined ? undefined : 'alert'}
          className={cx('text-xs', problem === undefined ? 'text-muted' : 'text-failed')}
        >
          {note}
        </p>
      )}
    </div>
  );
}

export function TextField({
  value,
  onChange,
  suggestions,
  numeric,
  className,
  ...said
}: Said & {
  value: string;
  onChange(value: string): void;
  suggestions?: readonly string[];
  numeric?: boolean;
  className?: string;
}) {
  const list = useId();
  return (
    <Labelled {...said} className={className}>
      {({ className: box, ...control }) => (
        <>
          <input
            {...control}
            className={cx(box, numeric && 'tabular')}
            inputMode={numeric ? 'decimal' : undefined}
            autoComplete="off"
            spellCheck={false}
            list={suggestions ? list : undefined}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
          {suggestions && (
            <datalist id={list}>
              {suggestions.map((one) => (
                <option key={one} value={one} />
              ))}
            </datalist>
          )}
        </>
      )}
    </Labelled>
  );
}

export interface Choice<T extends string> {
  value: T;
  text: string;
}

export function SelectField<T extends string>({
  value,
  onChange,
  choices,
  groups = [],
  last = [],
  className,
  ...said
}: Said & {
  value: T;
  onChange(value: T): void;
  choices: readonly Choice<T>[];
  groups?: readonly { label: string; choices: readonly Choice<T>[] }[];
  /** After the groups. */
  last?: readonly Choice<T>[];
  className?: string;
}) {
  const option = ({ value: one, text }: Choice<T>) => (
    <option key={one} value={one}>
      {text}
    </option>
  );
  return (
    <Labelled {...said} className={className}>
      {(control) => (
        <select {...control} value={value} onChange={(event) => onChange(event.target.value as T)}>
          {choices.map(option)}
          {groups.map((group) => (
            <optgroup key={group.label} label={group.label}>
              {group.choices.map(option)}
            </optgroup>
          ))}
          {last.map(option)}
        </select>
      )}
    </Labelled>
  );
}

export function JsonField({
  value,
  onChange,
  ...said
}: Said & { value: string; onChange(value: string): void }) {
  return (
    <Labelled {...said}>
      {({ className, ...control }) => (
        <textarea
          {...control}
          rows={6}
          spellCheck={false}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          className={cx(className, 'h-auto resize-y p-2 font-mono text-xs leading-5')}
        />
      )}
    </Labelled>
  );
}

/** A choice, and beside it the fields that belong to what is chosen. `wide`: the choice needs the room of two. */
export function ChoiceRow({ wide = false, children }: { wide?: boolean; children: ReactNode }) {
  return (
    <div className={cx('grid gap-3', wide ? 'sm:grid-cols-[2fr_1fr_1fr]' : 'sm:grid-cols-3')}>{children}</div>
  );
}

/** What the fields of a part of a draft are given. */
export interface DraftFields<Draft, Field> {
  draft: Draft;
  problem(field: Field): string | undefined;
  onChange(change: Partial<Draft>): void;
}
