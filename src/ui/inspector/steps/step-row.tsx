import { memo } from 'react';
import { stepInfo } from '../../../contract/steps.ts';
import type { Hop } from '../../../host/hops.ts';
import { useMessages } from '../../context.ts';
import { stepText } from '../../lib/texts.ts';
import { duration } from '../../lib/time.ts';
import { BreakpointDot } from '../../parts/breakpoint-dot.tsx';
import { cx } from '../../parts/class-names.ts';
import { StatusMark } from '../../parts/status-mark.tsx';
import { type Column, templateOf } from './columns.ts';

export const STEP_ROW_HEIGHT = 28;

interface Props {
  id: string;
  hop: Hop;
  /** Moves whenever the hop may look different: hops are changed in place. */
  version: string;
  number: number | undefined;
  depth: number;
  /** Virtual time of the first step. */
  origin: number;
  columns: readonly Column[];
  /** One stands at this step. */
  breakpoint: boolean;
  selected: boolean;
  /** Position among the rows, the head included, from 1. */
  position: number;
  onSelect(hop: string): void;
}

/** One line of the table of steps. */
export const StepRow = memo(function StepRow({
  id,
  hop,
  number,
  depth,
  origin,
  columns,
  breakpoint,
  selected,
  position,
  onSelect,
}: Props) {
  const m = useMessages();
  const { from, to } = stepInfo(hop.step);
  const cell = (column: Column) => {
    switch (column) {
      case 'number':
        return <span className="block text-right text-muted">{number ?? '·'}</span>;
      case 'step':
        return (
          <span style={{ paddingLeft: depth * 12 }} title={stepText(m, hop.step).title}>
            {breakpoint && (
              <>
                <BreakpointDot className="mr-1.5" />
                <span className="sr-only">{m.stops.breakpoint} </span>
              </>
            )}
            {hop.step}
          </span>
        );
      case 'path':
        return <span className="text-muted">{m.detail.path(m.actors[from], m.actors[to])}</span>;
      case 'outcome':
        return <StatusMark hop={hop} />;
      case 'code':
        return <span className="font-mono text-xs">{hop.code ?? ''}</span>;
      case 'time':
        return (
          <span className="block text-right">{duration(Math.max(0, hop.requestedAt - origin), m.units)}</span>
        );
      case 'duration':
        return (
          <span className="block text-right text-muted">
            {hop.answeredAt === undefined ? '' : duration(hop.answeredAt - hop.requestedAt, m.units)}
          </span>
        );
    }
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table row cannot be placed by a virtual list
    // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus and names its active row
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid takes the keys
    <div
      id={id}
      role="row"
      aria-rowindex={position}
      aria-selected={selected}
      onClick={() => onSelect(hop.id)}
      className={cx(
        'tabular grid cursor-pointer items-center gap-x-2 px-2',
        selected ? 'bg-accent-soft shadow-[inset_2px_0_var(--color-accent)]' : 'hover:bg-hover',
      )}
      style={{ gridTemplateColumns: templateOf(columns), height: STEP_ROW_HEIGHT }}
    >
      {columns.map((column) => (
        // biome-ignore lint/a11y/useSemanticElements: see the row
        // biome-ignore lint/a11y/useFocusableInteractive: see the row
        <div key={column} role="gridcell" className="truncate">
          {cell(column)}
        </div>
      ))}
    </div>
  );
});

/** Everything about a hop that its row shows and that can change. */
export function versionOf(hop: Hop): string {
  return `${hop.verdict ?? ''}|${hop.code ?? ''}|${hop.stopped ?? ''}|${hop.abandoned ?? ''}|${hop.origin ?? ''}|${hop.injected ?? ''}`;
}
