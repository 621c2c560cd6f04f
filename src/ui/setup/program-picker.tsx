import { type ProgramListing, programOf } from '../../contract/program.ts';
import { useMessages, useScreen, useSimulator } from '../context.ts';
import { lazily, WhileLoading } from '../lib/lazily.tsx';
import { logoUrl } from '../lib/logo-url.ts';
import { Logo } from '../parts/logo.tsx';
import { Radios } from '../parts/radios.tsx';
import { useUi } from '../store.ts';
import { choose } from './choose.ts';
import { Heading } from './heading.tsx';

const GivenDetails = lazily(() =>
  import('../programs/given/given-details.tsx').then((module) => ({ default: module.GivenDetails })),
);

/** The programs to run. */
export function ProgramPicker() {
  const m = useMessages();
  const simulator = useSimulator('simulator');
  const { places } = useScreen();
  const problems = useUi((state) => state.problems);
  return (
    <>
      <Heading>{m.setup.program}</Heading>
      {problems.length > 0 && <Problems problems={problems} />}
      {simulator.programs.length === 0 && <p className="px-2 text-muted">{m.setup.noPrograms}</p>}
      <Radios
        label={m.setup.program}
        value={simulator.choice.program}
        onChange={(program) => choose(simulator, { program })}
        options={simulator.programs.map((listing) => ({
          value: listing.id,
          name: programOf(listing).name,
          content: <ProgramLine listing={listing} />,
          details: (
            <>
              {listing.problems.length > 0 && <Problems problems={listing.problems} />}
              {places?.given.has(listing.id) && (
                <WhileLoading>
                  <GivenDetails id={listing.id} name={programOf(listing).name} />
                </WhileLoading>
              )}
            </>
          ),
        }))}
      />
    </>
  );
}

function ProgramLine({ listing }: { listing: ProgramListing }) {
  const m = useMessages();
  const program = programOf(listing);
  return (
    <>
      <Logo src={logoUrl(program)} name={program.name} className="size-8 rounded-lg text-sm" />
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium">{program.name}</span>
        <span className="block truncate text-xs text-muted">
          {m.setup.kinds[listing.kind]}
          {listing.sample && ` · ${m.setup.sample}`}
          {listing.problems.length > 0 && (
            <span className="text-failed"> · {m.setup.problems(listing.problems.length)}</span>
          )}
        </span>
      </span>
    </>
  );
}

function Problems({ problems }: { problems: readonly string[] }) {
  return (
    <ul className="list-disc pr-2 pb-2 pl-7 text-xs break-words text-failed">
      {problems.map((problem) => (
        <li key={problem}>{problem}</li>
      ))}
    </ul>
  );
}
