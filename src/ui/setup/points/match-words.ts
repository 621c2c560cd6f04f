import { programOf } from '../../../contract/program.ts';
import type { Match } from '../../../contract/rule.ts';
import type { SimulatorApi } from '../../../host/simulator-api.ts';
import type { Messages } from '../../../messages/index.ts';
import { personaText, shortTitle } from '../../lib/texts.ts';

/** Which hops are meant, in words; none when any is. What has gone is called by its id. */
export function matchWords(
  m: Messages,
  { programs, personas }: Pick<SimulatorApi, 'programs' | 'personas'>,
  match: Match | undefined,
): string[] {
  if (!match) return [];
  const words: string[] = [];
  if (match.program !== undefined) {
    const listing = programs.find((one) => one.id === match.program);
    words.push(listing ? programOf(listing).name : match.program);
  }
  if (match.persona !== undefined) {
    const persona = personas.find((one) => one.id === match.persona);
    words.push(persona ? shortTitle(personaText(m, persona).title) : match.persona);
  }
  if (match.scope !== undefined) words.push(match.scope);
  return words;
}
