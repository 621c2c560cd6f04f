import ListChecks from 'lucide-react/icons/list-checks';
import X from 'lucide-react/icons/x';
import { useMessages, useScreen } from '../context.ts';
import { KEYS } from '../keys.ts';
import { lazily, WhileLoading } from '../lib/lazily.tsx';
import { useScenarioOn } from '../lib/use-scenario-on.ts';
import { Button } from '../parts/button.tsx';
import { setUi } from '../store.ts';
import { Heading } from './heading.tsx';

const Expectations = lazily(() =>
  import('../scenarios/expectations-so-far.tsx').then((module) => ({ default: module.ExpectationsSoFar })),
);

/** Which scenario is on, what it expects and what there is of it; and the way to all of them. */
export function ScenarioSection() {
  const { scenario: m } = useMessages();
  const { scenarios } = useScreen();
  const on = useScenarioOn();
  return (
    <section aria-label={m.one}>
      <Heading>{m.one}</Heading>
      {on && (
        <div className="mx-1 mb-2 rounded-control border border-line bg-raised px-2 py-1.5">
          <div className="flex items-start gap-1">
            <p className="min-w-0 flex-1 font-medium break-words">{on.scenario.title ?? on.scenario.name}</p>
            <Button
              small
              aria-label={m.leave}
              icon={<X aria-hidden />}
              onClick={() => scenarios.current.leave()}
            />
          </div>
          {on.scenario.when && <p className="text-xs text-muted">{on.scenario.when}</p>}
          <WhileLoading>
            <Expectations scenario={on.scenario} />
          </WhileLoading>
        </div>
      )}
      <Button
        look="plain"
        icon={<ListChecks aria-hidden />}
        aria-haspopup="dialog"
        tip={m.help}
        shortcut={KEYS.scenarios}
        className="mx-1 w-[calc(100%-0.5rem)]"
        onClick={() => setUi({ scenariosOpen: true, drawerOpen: false })}
      >
        {m.choose}
      </Button>
    </section>
  );
}
