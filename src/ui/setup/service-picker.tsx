import { useMessages, useSimulator } from '../context.ts';
import { serviceText } from '../lib/texts.ts';
import { Radios } from '../parts/radios.tsx';
import { choose } from './choose.ts';
import { Heading } from './heading.tsx';

/** The one visible place where the OAuthService is swapped. */
export function ServicePicker() {
  const m = useMessages();
  const simulator = useSimulator('simulator');
  return (
    <>
      <Heading>{m.setup.service}</Heading>
      <p className="px-2 pb-1 text-xs text-muted">{m.setup.serviceHelp}</p>
      <Radios
        label={m.setup.service}
        value={simulator.choice.service}
        onChange={(service) => choose(simulator, { service })}
        options={simulator.services.map((service) => {
          const { title, description } = serviceText(m, service);
          return {
            value: service.id,
            name: title,
            content: <span className="min-w-0 flex-1 font-medium">{title}</span>,
            details: <p className="pr-2 pb-2 pl-7 text-xs text-muted">{description}</p>,
          };
        })}
      />
    </>
  );
}
