import type { Dialect } from '../../contract/dialects/schema.ts';
import type { Persona } from '../../contract/persona.ts';
import type { ProgramListing } from '../../contract/program.ts';
import type { Scenario } from '../../contract/scenario.ts';
import { playTimed } from '../../host/scenario/play.ts';
import type { PlayedScenario } from '../../host/scenario/report/played.ts';

/** What is sent to the worker; it answers a {@link PlayedScenario} for each, in their order. */
export interface RunnerTask {
  scenarios: readonly Scenario[];
  house: {
    programs: readonly ProgramListing[];
    dialects: readonly Dialect[];
    personas: readonly Persona[];
  };
}

export interface RunnerOptions {
  signal?: AbortSignal;
  onPlayed?(one: PlayedScenario): void;
}

/**
 * Plays scenarios beside the page, which goes on: in a worker, where there are any.
 * @returns what came of each, in their order; only those played until then when the signal takes it back
 */
export function runScenarios(
  scenarios: readonly Scenario[],
  house: RunnerTask['house'],
  options: RunnerOptions = {},
): Promise<PlayedScenario[]> {
  if (scenarios.length === 0) return Promise.resolve([]);
  return typeof Worker === 'function'
    ? inWorker({ scenarios, house }, options)
    : here({ scenarios, house }, options);
}

async function here({ scenarios, house }: RunnerTask, { signal, onPlayed }: RunnerOptions) {
  const played: PlayedScenario[] = [];
  for (const scenario of scenarios) {
    if (signal?.aborted) break;
    const one = await playTimed(scenario, house);
    played.push(one);
    onPlayed?.(one);
  }
  return played;
}

function inWorker(task: RunnerTask, { signal, onPlayed }: RunnerOptions): Promise<PlayedScenario[]> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'scenarios' });
  const played: PlayedScenario[] = [];
  return new Promise<PlayedScenario[]>((resolve, reject) => {
    const stop = () => resolve(played);
    if (signal?.aborted) return stop();
    signal?.addEventListener('abort', stop, { once: true });
    worker.onmessage = ({ data }: MessageEvent<PlayedScenario>) => {
      if (signal?.aborted) return;
      played.push(data);
      onPlayed?.(data);
      if (played.length === task.scenarios.length) resolve(played);
    };
    worker.onerror = (event) => {
      event.preventDefault();
      reject(new Error(`scenarios could not be played: ${event.message || 'the worker did not start'}`));
    };
    worker.postMessage(task);
  }).finally(() => worker.terminate());
}
