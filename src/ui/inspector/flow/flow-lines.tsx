import { stepInfo } from '../../../contract/steps.ts';
import { type ArrowRow, laneOf } from '../../lib/trace-index.ts';
import { ARROW_Y, BAR, ROW_HEIGHT } from './lanes.ts';

/** Life lines, and bars where an actor is at work, behind the arrow of one row. */
export function FlowLines({ xs, row }: { xs: readonly number[]; row: ArrowRow }) {
  const callee = laneOf(stepInfo(row.step).to);
  return (
    <>
      {xs.map((x, lane) => {
        const active = row.active[lane] ?? 0;
        const only = lane === callee && active === 1;
        const top = only && row.kind === 'request' ? ARROW_Y : 0;
        const bottom = only && (row.kind === 'answer' || row.kind === 'gone') ? ARROW_Y : ROW_HEIGHT;
        return (
          <g key={x}>
            <line x1={x} x2={x} y1={0} y2={ROW_HEIGHT} className="stroke-line" />
            {active > 0 && (
              <rect
                x={x - BAR}
                y={top}
                width={2 * BAR}
                height={bottom - top}
                className="fill-accent-soft stroke-none"
              />
            )}
          </g>
        );
      })}
    </>
  );
}
