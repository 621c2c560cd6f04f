import type { ArrowLook } from './arrow-look.ts';
import { ARROW_Y, BAR } from './lanes.ts';

/** One arrow from x to x, at {@link ARROW_Y}. */
export function Arrow({ from, to, look }: { from: number; to: number; look: ArrowLook }) {
  const sign = to > from ? 1 : -1;
  const start = from + sign * BAR;
  const whole = to - sign * BAR - start;
  const end = start + whole * look.reach;
  const y = ARROW_Y;
  return (
    <g className={look.color} stroke="currentColor" strokeWidth={1.5} fill="none">
      <line
        x1={start}
        x2={end - (look.head === 'filled' ? sign * 5 : 0)}
        y1={y}
        y2={y}
        strokeDasharray={look.dash}
      />
      {look.head === 'filled' && (
        <path d={`M${end} ${y}l${-sign * 7} -4v8z`} fill="currentColor" stroke="none" />
      )}
      {look.head === 'open' && <path d={`M${end - sign * 6} ${y - 4.5}l${sign * 6} 4.5l${-sign * 6} 4.5`} />}
      {look.mark === 'stopped' && <Octagon x={end + sign * 7} y={y} />}
      {look.mark === 'gone' && <Ban x={end + sign * 6} y={y} />}
      {look.mark === 'failed' && <Cross x={(start + end) / 2} y={y} />}
    </g>
  );
}

/** A stop sign with the two bars of a pause. */
function Octagon({ x, y }: { x: number; y: number }) {
  const r = 7;
  const k = r * 0.42;
  return (
    <g>
      <path
        d={`M${x - k} ${y - r}H${x + k}L${x + r} ${y - k}V${y + k}L${x + k} ${y + r}H${x - k}L${x - r} ${y + k}V${y - k}Z`}
        className="fill-stopped-soft"
      />
      <path d={`M${x - 1.8} ${y - 2.8}v5.6M${x + 1.8} ${y - 2.8}v5.6`} />
    </g>
  );
}

function Ban({ x, y }: { x: number; y: number }) {
  return (
    <g>
      <circle cx={x} cy={y} r={5} className="fill-surface" />
      <path d={`M${x - 3.4} ${y - 3.4}l6.8 6.8`} />
    </g>
  );
}

function Cross({ x, y }: { x: number; y: number }) {
  return (
    <g>
      <circle cx={x} cy={y} r={6} className="fill-surface" stroke="none" />
      <path d={`M${x - 3.2} ${y - 3.2}l6.4 6.4m0 -6.4l-6.4 6.4`} strokeWidth={2} />
    </g>
  );
}
