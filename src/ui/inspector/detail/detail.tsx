import { stepInfo } from '../../../contract/steps.ts';
import { type Hop, hopStatus } from '../../../host/hops.ts';
import { useMessages, useScreen, useSimulator } from '../../context.ts';
import { stepText } from '../../lib/texts.ts';
import { duration } from '../../lib/time.ts';
import { usePoints } from '../../lib/use-points.ts';
import { select } from '../../lib/use-selected.ts';
import { Scroll } from '../../parts/scroll.tsx';
import { StatusMark } from '../../parts/status-mark.tsx';
import { Explanation } from './explanation.tsx';
import { FailMenu } from './fail-menu.tsx';
import { OtherStops } from './other-stops.tsx';
import { PayloadView } from './payload-view.tsx';
import { RuleNotes } from './rule-notes.tsx';
import { StepPoints } from './step-points.tsx';
import { StepViews } from './step-views.tsx';
import { StopControls } from './stop-controls.tsx';
import { Why } from './why.tsx';

/** Everything about one step. */
export function Detail({ hop }: { hop: Hop }) {
  const simulator = useSimulator('trace', 'stepper');
  const stop = simulator.stepper.stops.find((one) => one.hop === hop.id);
  return (
    <>
      <Head hop={hop} stopped={stop !== undefined} />
      <OtherStops hop={hop.id} />
      {stop && <StopControls key={`${hop.id} ${stop.where}`} hop={hop} stop={stop} />}
      <RuleNotes step={hop.step} />
      <StepViews hop={hop}>
        <Step hop={hop} />
      </StepViews>
    </>
  );
}

/** What was asked, what was answered, and what that means. */
function Step({ hop }: { hop: Hop }) {
  const m = useMessages();
  const p = usePoints();
  const { index } = useScreen();
  return (
    <Scroll label={hop.step} className="@container min-h-0 flex-1 p-3">
      <div className="grid gap-x-6 gap-y-4 @2xl:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-2">
          <PayloadView
            key={`${hop.id} request`}
            title={m.detail.request}
            payload={hop.request}
            marks={index.wasEdited(hop.id) && <Mark>{m.detail.edited}</Mark>}
          />
          {hop.reply ? (
            <PayloadView
              key={`${hop.id} answer`}
              title={m.detail.answer}
              payload={hop.reply}
              marks={hop.origin === 'edited' && <Mark>{m.detail.edited}</Mark>}
            />
          ) : hop.held ? (
            <PayloadView
              key={`${hop.id} held`}
              title={p.stops.waiting}
              payload={hop.held}
              marks={<span className="text-xs text-stopped">{p.stops.held}</span>}
            />
          ) : (
            <p className="text-muted">{hopStatus(hop) === 'gone' ? m.detail.never : m.detail.noAnswer}</p>
          )}
          {hop.ignored.map((ignored, at) => (
            <PayloadView
              // biome-ignore lint/suspicious/noArrayIndexKey: ignored answers are only ever added
              key={at}
              title={m.detail.ignoredAnswer}
              payload={ignored.reply}
              marks={<Mark>{m.flow.ignored[ignored.reason]}</Mark>}
            />
          ))}
        </div>
        <div className="flex min-w-0 flex-col gap-3">
          <Why hop={hop} />
          <Explanation hop={hop} />
        </div>
      </div>
    </Scroll>
  );
}

function Mark({ children }: { children: string }) {
  return <span className="text-xs text-injected">{children}</span>;
}

function Head({ hop, stopped }: { hop: Hop; stopped: boolean }) {
  const m = useMessages();
  const { index } = useScreen();
  const { from, to } = stepInfo(hop.step);
  const number = index.numberOf(hop.id);
  return (
    <header className="flex shrink-0 items-center gap-3 border-b border-line px-3 py-2">
      <div className="min-w-0 flex-1">
        <h3 className="flex min-w-0 items-baseline gap-2">
          {number !== undefined && <span className="tabular text-muted">{number}</span>}
          <span className="truncate font-semibold">{stepText(m, hop.step).title}</span>
        </h3>
        <p className="flex flex-wrap items-center gap-x-2.5 text-xs text-muted">
          <code>{hop.step}</code>
          <span>{m.detail.path(m.actors[from], m.actors[to])}</span>
          <StatusMark hop={hop} />
          {hop.code !== undefined && <code>{hop.code}</code>}
          {hop.answeredAt !== undefined && (
            <span className="tabular">
              {m.detail.took(duration(hop.answeredAt - hop.requestedAt, m.units))}
            </span>
          )}
          {hop.injected !== undefined && (
            <span className="text-injected">{m.detail.injected(hop.injected)}</span>
          )}
          <ParentLink hop={hop} />
        </p>
      </div>
      <StepPoints hop={hop} />
      {!stopped && <FailMenu hop={hop} stop={undefined} />}
    </header>
  );
}

function ParentLink({ hop }: { hop: Hop }) {
  const m = useMessages();
  const { simulator } = useScreen();
  const parent = hop.parent === undefined ? undefined : simulator.hops.get(hop.parent);
  if (!parent) return null;
  return (
    <span>
      {m.detail.madeFor}{' '}
      <button
        type="button"
        onClick={() => select(parent.id)}
        className="rounded-sm text-accent underline decoration-dotted underline-offset-2 hover:decoration-solid"
      >
        {parent.step}
      </button>
    </span>
  );
}
