import { programOf } from '../../../contract/program.ts';
import { useMessages, useScreen, useSimulator } from '../../context.ts';
import { personaText, shortTitle } from '../../lib/texts.ts';
import { cx } from '../../parts/class-names.ts';
import { Empty } from '../../parts/empty.tsx';
import { Scroll } from '../../parts/scroll.tsx';
import { Switch } from '../../parts/switch.tsx';
import { setUi, useUi } from '../../store.ts';
import { Codes } from './codes.tsx';
import { Grants } from './grants.tsx';
import { Merchant } from './merchant.tsx';
import { type Pair, pairsOf } from './pairs.ts';
import { Presets } from './presets.tsx';
import { ShownContext, useStateShown } from './shown.ts';
import { Storage } from './storage.tsx';
import { ThenBand } from './then-band.tsx';
import { Tokens } from './tokens.tsx';

/** Grants, codes, tokens, and what is kept where: the fold of the trace. */
export function StateView() {
  const m = useMessages();
  const simulator = useSimulator('trace', 'simulator');
  const everybody = useUi((state) => state.showEverybody);
  const { choice } = simulator;
  const { index } = useScreen();
  const shown = useStateShown();
  const { now, state, then } = shown;
  const programs = simulator.programs.map(programOf);
  // Of then, what one looks at is whose step it was.
  const of = (then && index.run(then.run)) ?? choice;
  const program = programs.find((one) => one.id === of.program);
  if (!program) return <Empty title={m.state.region} help={m.state.none} />;
  const chosen: Pair = { persona: of.persona, program: program.id, clientId: program.clientId };
  const pairs = pairsOf(state, programs, chosen, everybody);
  const nameOf = (pair: Pair) =>
    m.state.whose(
      personaName(pair.persona),
      programs.find((one) => one.id === pair.program)?.name ?? pair.program,
    );
  const personaName = (id: string) => {
    const persona = simulator.personas.find((one) => one.id === id);
    return persona ? shortTitle(personaText(m, persona).title) : id;
  };
  return (
    <ShownContext value={shown}>
      <Scroll label={m.state.region} className="h-full">
        {then && <ThenBand hop={then} />}
        {pairs.map((pair, at) => (
          // biome-ignore lint/a11y/useSemanticElements: not a group of fields
          <div key={`${pair.persona} ${pair.program}`} role="group" aria-label={nameOf(pair)}>
            <div
              className={cx(
                'sticky z-10 flex items-center gap-3 border-b border-line bg-sunken px-3 py-1.5',
                then ? 'top-9' : 'top-0',
              )}
            >
              <h2 className="min-w-0 flex-1 truncate text-xs font-medium">{nameOf(pair)}</h2>
              {at === 0 && (
                <span className="flex items-center gap-2 text-xs text-muted">
                  <span aria-hidden>{m.state.everybody}</span>
                  <Switch
                    label={m.state.everybody}
                    checked={everybody}
                    onChange={(showEverybody) => setUi({ showEverybody })}
                  />
                </span>
              )}
            </div>
            {!then && <Presets pair={pair} open={at === 0} />}
            <Grants pair={pair} now={now} />
            <Codes pair={pair} now={now} />
            <Tokens pair={pair} now={now} />
            <Merchant pair={pair} now={now} />
            <Storage pair={pair} />
          </div>
        ))}
      </Scroll>
    </ShownContext>
  );
}
