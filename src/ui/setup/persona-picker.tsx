import type { Persona } from '../../contract/persona.ts';
import { useMessages, useSimulator } from '../context.ts';
import { personaText, shortTitle } from '../lib/texts.ts';
import { Logo } from '../parts/logo.tsx';
import { Radios } from '../parts/radios.tsx';
import { choose } from './choose.ts';
import { Heading } from './heading.tsx';

/** The test users. */
export function PersonaPicker() {
  const m = useMessages();
  const simulator = useSimulator('simulator');
  return (
    <>
      <Heading>{m.setup.persona}</Heading>
      <Radios
        label={m.setup.persona}
        value={simulator.choice.persona}
        onChange={(persona) => choose(simulator, { persona })}
        options={simulator.personas.map((persona) => ({
          value: persona.id,
          name: personaText(m, persona).title,
          content: <PersonaLine persona={persona} />,
          details: <p className="pr-2 pb-2 pl-7 text-xs text-muted">{personaText(m, persona).description}</p>,
        }))}
      />
    </>
  );
}

function PersonaLine({ persona }: { persona: Persona }) {
  const m = useMessages();
  const { title } = personaText(m, persona);
  const name = shortTitle(title);
  const special = title.slice(name.length).replace(/^ · /, '');
  return (
    <>
      <Logo src={persona.profile.avatar ?? ''} name={name} className="size-8 rounded-full text-sm" />
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium">{name}</span>
        <span className="block truncate text-xs text-muted">
          {special}
          {persona.status !== 'ACTIVE' && !special && m.setup.status[persona.status]}
        </span>
      </span>
    </>
  );
}
