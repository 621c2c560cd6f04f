import { programOf } from '../../../contract/program.ts';
import { useMessages, useSimulator } from '../../context.ts';
import { personaText, shortTitle } from '../../lib/texts.ts';
import type { RunRow } from '../../lib/trace-index.ts';
import { ROW_HEIGHT } from './lanes.ts';

/** A line across the diagram where a program starts or ends. */
export function FlowRunRow({ row, width }: { row: RunRow; width: number }) {
  const m = useMessages();
  const simulator = useSimulator();
  const { event } = row;
  let text: string;
  if (event.type === 'run.stopped') text = m.flow.runStopped(m.device.endings[event.reason] ?? event.reason);
  else {
    const listing = simulator.programs.find((program) => program.id === event.program);
    const persona = simulator.personas.find((one) => one.id === event.persona);
    const dialect = simulator.dialects.find((one) => one.id === event.dialect);
    text = m.flow.runStarted(
      listing ? programOf(listing).name : event.program,
      persona ? shortTitle(personaText(m, persona).title) : event.persona,
      dialect?.title ?? event.dialect,
    );
  }
  return (
    <div
      role="presentation"
      className="flex items-center gap-3 bg-surface px-3 text-xs text-muted"
      style={{ height: ROW_HEIGHT, width }}
    >
      <span className="h-px flex-1 bg-line" />
      <span className="truncate">{text}</span>
      <span className="h-px flex-1 bg-line" />
    </div>
  );
}
