import ChevronDown from 'lucide-react/icons/chevron-down';
import Zap from 'lucide-react/icons/zap';
import { useState } from 'react';
import { type Outcome, outcomesFor } from '../../../contract/outcomes/index.ts';
import type { Hop } from '../../../host/hops.ts';
import type { Stop } from '../../../host/stepper.ts';
import { useMessages, useScreen, useSimulator } from '../../context.ts';
import { outcomeCode } from '../../lib/outcome-code.ts';
import { outcomeText } from '../../lib/texts.ts';
import { Button } from '../../parts/button.tsx';
import { Menu, type MenuItem } from '../../parts/menu.tsx';
import { Switch } from '../../parts/switch.tsx';

/** What a real wallet could have answered at a step; chosen, it happens the next time, or now if the hop is stopped. */
export function FailMenu({ hop, stop }: { hop: Hop; stop: Stop | undefined }) {
  const m = useMessages();
  const { index } = useScreen();
  const simulator = useSimulator('simulator');
  const [always, setAlways] = useState(false);
  const run = index.run(hop.run);
  const dialect = simulator.dialects.find((one) => one.id === (run?.dialect ?? simulator.choice.dialect));
  const outcomes = dialect ? outcomesFor(hop.step, dialect) : [];
  if (!dialect || outcomes.length === 0) return null;

  const item = (outcome: Outcome): MenuItem => {
    const { title, when } = outcomeText(m, hop.step, outcome);
    return {
      id: outcome.id,
      label: title,
      help: when,
      hint: outcomeCode(hop.step, outcome, dialect),
      onSelect: () => {
        if (stop) return stop.resume({ how: 'inject', effect: outcome.effect, title });
        simulator.addRule({
          at: hop.step,
          ...(run ? { match: { program: run.program } } : {}),
          times: always ? 'always' : 1,
          outcome: outcome.effect,
          title,
        });
      },
    };
  };
  const answers = outcomes.filter((outcome) => 'reply' in outcome.effect);
  const transport = outcomes.filter((outcome) => !('reply' in outcome.effect));
  const name = m.detail.failIt;
  return (
    <Menu
      label={name}
      className="w-96 max-w-[calc(100vw-16px)]"
      groups={[
        { id: 'answers', label: m.outcomes.groups.answers, items: answers.map(item) },
        // What is answered in the frame has no way to go.
        ...(transport.length > 0
          ? [{ id: 'transport', label: m.outcomes.groups.transport, items: transport.map(item) }]
          : []),
      ]}
      footer={
        !stop && (
          <span className="flex items-center justify-between text-xs">
            {m.detail.always}
            <Switch label={m.detail.always} checked={always} onChange={setAlways} />
          </span>
        )
      }
    >
      {(button) => (
        <Button
          look="plain"
          icon={<Zap aria-hidden className="text-injected" />}
          tip={stop ? m.detail.failNowHelp : m.detail.failItHelp}
          {...button}
        >
          {name}
          <ChevronDown aria-hidden />
        </Button>
      )}
    </Menu>
  );
}
