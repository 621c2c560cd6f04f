import type { Persona } from '../contract/persona.ts';
import { PERSONAS } from './personas.ts';

export { PERSONAS } from './personas.ts';

/** What runs when nothing else is chosen, by id. */
export const DEFAULTS = { program: 'shop', persona: 'lena', dialect: 'mini-program-platform' } as const;

/** The test user of this id, e.g. `lena`. */
export function personaById(id: string): Persona | undefined {
  return PERSONAS.find((persona) => persona.id === id);
}
