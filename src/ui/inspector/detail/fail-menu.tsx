import ChevronDown from 'lucide-react/icons/chevron-down';
import Zap from 'lucide-react/icons/zap';
import { useState } from 'react';
import { type Outcome, outcomesFor } from '../../../contract/outcomes/index.ts';
import type { Hop } from '../../../host/hops.ts';
import type { Stop } from '../../../host/stepper.ts';
import { canRunAgain, failAgain } from '../../again/again.ts';
import { useMessages, useScreen, useSimulator } from '../../context.ts';
import { otherCodes } from '../../lib/other-codes.ts';
import { outcomeCode } from '../../lib/outcome-code.ts';
import { outcomeText } from '../../lib/texts.ts';
import { Button } from '../../parts/button.tsx';
import { Menu, type MenuItem } from '../../parts/menu.tsx';
import { Select } from '../../parts/select.tsx';

/** When a chosen outcome happens: the run is done again to this very step, or the next time, or each time, it is reached. */
const WHEN = ['again', 'next', 'always'] as const;

/** What a real wallet could have answered at a step; chosen, it happens there, and at once if the hop is stopped. */
export function FailMenu({ hop, stop }: { hop: Hop; stop: Stop | undefined }) {
  const m = useMessages();
  const screen = useScreen();
  const { index } = screen;
  const simulator = useSimulator('simulator');
  const [chosen, setWhen] = useState<(typeof WHEN)[number]>('again');
  const can = canRunAgain(screen, hop);
  const when = can || chosen !== 'again' ? chosen : 'next';
  const run = index.run(hop.run);
  const dialect = simulator.dialects.find((one) => one.id === (run?.dialect ?? simulator.choice.dialect));
  const outcomes = dialect ? outcomesFor(hop.step, dialect) : [];
  if (!dialect || outcomes.length === 0) return null;

  const item = (outcome: Outcome): MenuItem => {
    const { title, when: help } = outcomeText(m, hop.step, outcome);
    return {
      id: outcome.id,
      label: title,
      help,
      details: otherCodes(outcome, dialect, simulator.dialects)
        .map(({ code, dialects }) => m.again.otherCode(code, dialects.join(', ')))
        .join(' · '),
      hint: outcomeCode(hop.step, outcome, dialect),
      onSelect: () => {
        if (stop) return stop.resume({ how: 'inject', effect: outcome.effect, title });
        if (when === 'again') return failAgain(screen, hop, { effect: outcome.effect, title });
        simulator.addRule({
          at: hop.step,
          ...(run ? { match: { program: run.program } } : {}),
          times: when === 'always' ? 'always' : 1,
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
          <span className="flex items-center justify-between gap-2 text-xs">
            <span aria-hidden>{m.again.when}</span>
            <Select
              label={m.again.when}
              value={when}
              options={WHEN.filter((one) => can || one !== 'again').map((value) => ({
                value,
                text: m.again.whens[value],
              }))}
              onChange={(value) => setWhen(value)}
            />
          </span>
        )
      }
    >
      {(button) => (
        <Button
          look="plain"
          icon={<Zap aria-hidden className="text-injected" />}
          tip={stop ? m.detail.failNowHelp : can ? m.again.failItHelp : m.detail.failItHelp}
          {...button}
        >
          {name}
          <ChevronDown aria-hidden />
        </Button>
      )}
    </Menu>
  );
}
