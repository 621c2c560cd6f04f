import { useMessages, useSimulator } from '../context.ts';
import { Switch } from '../parts/switch.tsx';
import { Heading } from './heading.tsx';
import { Lives } from './lives.tsx';

/** Switches that belong to no dialect: what no document says. */
export function Policies() {
  const m = useMessages();
  const simulator = useSimulator('simulator');
  const { policies } = simulator;
  return (
    <section aria-label={m.setup.policies}>
      <Heading>{m.setup.policies}</Heading>
      <ul className="flex flex-col gap-2 px-2 text-xs">
        {(['reuseEndsFamily', 'revokeDropsConsent'] as const).map((name) => (
          <li key={name} className="flex items-start justify-between gap-3">
            <span aria-hidden>{m.setup[name]}</span>
            <Switch
              label={m.setup[name]}
              checked={policies[name]}
              onChange={(on) => simulator.setPolicies({ [name]: on })}
            />
          </li>
        ))}
      </ul>
      <Lives />
    </section>
  );
}
