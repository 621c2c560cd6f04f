import { useId } from 'react';
import { scopeInfo } from '../../contract/scopes.ts';
import type { ConsentScope } from '../../host/device.ts';
import { useMessages } from '../context.ts';
import { scopeLabel } from '../lib/texts.ts';
import { cx } from '../parts/class-names.ts';

/** One scope of the consent sheet: what it means, what it gives away of this very user, and its tick. */
export function ConsentScopeRow({
  line,
  choice,
  checked,
  onChange,
}: {
  line: ConsentScope;
  /** The user may leave scopes out. */
  choice: boolean;
  checked: boolean;
  onChange(checked: boolean): void;
}) {
  const m = useMessages();
  const id = useId();
  const info = scopeInfo(line.scope);
  const data =
    line.data.length > 0
      ? line.data.map((text) => m.dataWords[text] ?? text).join(' · ')
      : info === undefined
        ? undefined
        : info.gives.length === 0
          ? m.sheets.callsOnly
          : m.sheets.noData;
  const Row = choice ? 'label' : 'div';
  return (
    <li>
      <Row className="flex items-start gap-3 py-2.5">
        {choice && (
          <input
            type="checkbox"
            checked={checked}
            disabled={line.required}
            onChange={(event) => onChange(event.target.checked)}
            aria-describedby={id}
            className="mt-0.5 size-4.5 shrink-0 accent-accent"
          />
        )}
        <span className="min-w-0 flex-1">
          <span className="flex flex-wrap items-baseline gap-x-2">
            <span className="text-sm font-medium">{scopeLabel(m, line.scope, line.label)}</span>
            {line.required && <span className="text-xs text-muted">({m.sheets.required})</span>}
          </span>
          <span id={id} className="block">
            {data && (
              <span
                className={cx('block text-sm break-words', line.data.length > 0 ? 'text-text' : 'text-muted')}
              >
                {data}
              </span>
            )}
            <code className="text-2xs text-muted">{line.scope}</code>
          </span>
        </span>
      </Row>
    </li>
  );
}
