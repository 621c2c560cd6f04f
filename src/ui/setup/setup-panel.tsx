import { useMessages } from '../context.ts';
import { lazily, WhileLoading } from '../lib/lazily.tsx';
import { DialectPicker } from './dialect-picker.tsx';
import { PersonaPicker } from './persona-picker.tsx';
import { ProgramPicker } from './program-picker.tsx';
import { ScenarioSection } from './scenario-section.tsx';
import { ServicePicker } from './service-picker.tsx';

// Below what runs: these are fetched beside the page.
const Points = lazily(() => import('./points/points.tsx').then((module) => ({ default: module.Points })));
const Policies = lazily(() => import('./policies.tsx').then((module) => ({ default: module.Policies })));

/** The left place: what runs, for whom, in which wallet, with which service. */
export function SetupPanel() {
  const m = useMessages();
  return (
    <section
      aria-label={m.setup.region}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by key
      tabIndex={0}
      className="h-full overflow-y-auto px-2 pb-6 focus-visible:-outline-offset-2"
    >
      <ScenarioSection />
      <ProgramPicker />
      <PersonaPicker />
      <DialectPicker />
      <ServicePicker />
      <WhileLoading show={<div className="h-44" />}>
        <Points />
        <Policies />
      </WhileLoading>
    </section>
  );
}
