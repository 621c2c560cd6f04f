import BookText from 'lucide-react/icons/book-text';
import KeyRound from 'lucide-react/icons/key-round';
import ListChecks from 'lucide-react/icons/list-checks';
import type { ReactNode } from 'react';
import { programOf } from '../../contract/program.ts';
import { useMessages, useSimulator } from '../context.ts';
import { logoUrl } from '../lib/logo-url.ts';
import { personaText, serviceText, shortTitle } from '../lib/texts.ts';
import { useScenarioOn } from '../lib/use-scenario-on.ts';
import { cx } from '../parts/class-names.ts';
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
  const on = useScenarioOn();
  const name = persona ? shortTitle(personaText(m, persona).title) : choice.persona;
  return (
    <ul aria-label={m.top.chosen} className="flex min-w-0 flex-1 items-center gap-1">
      <Chip
        label={m.setup.program}
        text={program?.name ?? choice.program}
        icon={
          program && <Logo src={logoUrl(program)} name={program.name} className="size-5 rounded text-2xs" />
        }
      />
      <Chip
        label={m.setup.persona}
        text={name}
        icon={
          <Logo src={persona?.profile.avatar ?? ''} name={name} className="size-5 rounded-full text-2xs" />
        }
      />
      {/* Where there is little room, less of it is said; the tip and the setup panel say all. */}
      <Chip
        label={m.setup.dialect}
        text={dialect ? `${dialect.title} · ${m.sources[dialect.document]}` : choice.dialect}
        icon={wide && <BookText aria-hidden className="size-4 shrink-0 text-muted" />}
      >
        {dialect && !wide ? dialect.document : (dialect?.title ?? choice.dialect)}
        {dialect && wide && <span className="max-xl:hidden"> · {m.sources[dialect.document]}</span>}
      </Chip>
      {wide && (
        <Chip
          label={m.setup.service}
          text={service ? serviceText(m, service).title : choice.service}
          icon={<KeyRound aria-hidden className="size-4 shrink-0 text-muted" />}
          className="max-[68rem]:hidden"
        />
      )}
      {on && (
        <Chip
          label={m.scenario.one}
          text={on.scenario.title ?? on.scenario.name}
          icon={<ListChecks aria-hidden className="size-4 shrink-0 text-accent" />}
        >
          {wide ? undefined : <span className="sr-only">{on.scenario.title ?? on.scenario.name}</span>}
        </Chip>
      )}
    </ul>
  );
}

function Chip({
  label,
  text,
  icon,
  className,
  children = text,
}: {
  label: string;
  /** The whole of it. */
  text: string;
  icon: ReactNode;
  className?: string;
  /** What is shown of it; all, unless given. */
  children?: ReactNode;
}) {
  return (
    <li
      className={cx('flex min-w-0 items-center gap-1.5 px-1.5 text-sm', className)}
      {...tipProps(`${label}: ${text}`)}
    >
      {icon}
      <span className="sr-only">{label}: </span>
      <span className="min-w-0 truncate">{children}</span>
    </li>
  );
}
