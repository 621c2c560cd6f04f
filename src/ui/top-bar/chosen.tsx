import BookText from 'lucide-react/icons/book-text';
import KeyRound from 'lucide-react/icons/key-round';
import type { ReactNode } from 'react';
import { programOf } from '../../contract/program.ts';
import { useMessages, useSimulator } from '../context.ts';
import { logoUrl } from '../lib/logo-url.ts';
import { personaText, serviceText, shortTitle } from '../lib/texts.ts';
import { Logo } from '../parts/logo.tsx';
import { tipProps } from '../parts/tip.ts';

/** What is chosen: program, persona, dialect, service. */
export function Chosen({ wide }: { wide: boolean }) {
  const m = useMessages();
  const simulator = useSimulator('simulator');
  const { choice } = simulator;
  const listing = simulator.programs.find((one) => one.id === choice.program);
  const program = listing && programOf(listing);
  const persona = simulator.personas.find((one) => one.id === choice.persona);
  const dialect = simulator.dialects.find((one) => one.id === choice.dialect);
  const service = simulator.services.find((one) => one.id === choice.service);
  const name = persona ? shortTitle(personaText(m, persona).title) : choice.persona;
  return (
    <ul aria-label={m.top.chosen} className="flex min-w-0 items-center gap-1">
      <Chip
        label={m.setup.program}
        icon={
          program && <Logo src={logoUrl(program)} name={program.name} className="size-5 rounded text-2xs" />
        }
      >
        {program?.name ?? choice.program}
      </Chip>
      <Chip
        label={m.setup.persona}
        icon={
          <Logo src={persona?.profile.avatar ?? ''} name={name} className="size-5 rounded-full text-2xs" />
        }
      >
        {name}
      </Chip>
      {/* On a small screen there is room for the signs of the other two only; the drawer has their names. */}
      <Chip label={m.setup.dialect} icon={wide && <BookText aria-hidden className="size-4 text-muted" />}>
        {dialect
          ? wide
            ? `${dialect.title} · ${m.sources[dialect.document]}`
            : dialect.document
          : choice.dialect}
      </Chip>
      {wide && (
        <Chip label={m.setup.service} icon={<KeyRound aria-hidden className="size-4 text-muted" />}>
          {service ? serviceText(m, service).title : choice.service}
        </Chip>
      )}
    </ul>
  );
}

function Chip({ label, icon, children }: { label: string; icon: ReactNode; children: string }) {
  return (
    <li className="flex min-w-0 items-center gap-1.5 px-1.5 text-sm" {...tipProps(`${label}: ${children}`)}>
      {icon}
      <span className="sr-only">{label}: </span>
      <span className="min-w-0 truncate">{children}</span>
    </li>
  );
}
