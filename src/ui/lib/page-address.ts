import type { Choice } from '../../host/simulator-api.ts';

/** What the page's address says: what to run, and how the page looks. */
const SHAPES = ['both', 'error', 'authErrorScopes'] as const;
const CHOICES = ['program', 'dialect', 'persona', 'service', 'silentPolicy'] as const;

/** The choice that an address asks for. Empty values count as absent. */
export function choiceIn(search: string): Partial<Choice> {
  const params = new URLSearchParams(search);
  const choice: Partial<Choice> = {};
  for (const name of CHOICES) {
    const value = params.get(name);
    if (value) choice[name] = value;
  }
  const shape = SHAPES.find((one) => one === params.get('failureShape'));
  if (shape) choice.failureShape = shape;
  return choice;
}

/** The address with this choice in it; what else it says stays. */
export function addressOf(
  search: string,
  choice: Choice,
  defaults: { service: string; silentPolicy: string },
): string {
  const params = new URLSearchParams(search);
  for (const name of CHOICES) {
    const value = choice[name];
    const plain = (name === 'service' || name === 'silentPolicy') && value === defaults[name];
    if (value && !plain) params.set(name, value);
    else params.delete(name);
  }
  if (choice.failureShape) params.set('failureShape', choice.failureShape);
  else params.delete('failureShape');
  return `?${params}`;
}

/** The name of the scenario that an address asks for. */
export function scenarioIn(search: string): string | undefined {
  return new URLSearchParams(search).get('scenario') || undefined;
}

/** The address with this scenario in it, or with none; what else it says stays. */
export function withScenario(search: string, name: string | undefined): string {
  const params = new URLSearchParams(search);
  if (name === undefined) params.delete('scenario');
  else params.set('scenario', name);
  return `?${params}`;
}
