import { operationAt } from '../contract/openapi/index.ts';
import type { Persona } from '../contract/persona.ts';
import type { Program } from '../contract/program.ts';
import { type StepName, stepInfo } from '../contract/steps.ts';
import type { Caller, Reply } from '../contract/trace.ts';
import type { RunContext } from './run-context.ts';
import type { OpenApiCall, OpenApiReply } from './simulator-api.ts';

/**
 * The way from a server to the platform: one `openapi.*` hop a call, on behalf of whoever is the caller. A path that is
 * no operation is the step `openapi.unknown`.
 */
export function openApiSender(
  { gate, wallet, dialect }: Pick<RunContext, 'gate' | 'wallet' | 'dialect'>,
  known: { programs: () => readonly Program[]; personas: readonly Persona[] },
): (caller: Caller, call: OpenApiCall) => Promise<Reply<OpenApiReply>> {
  return (caller, { method = 'POST', path, headers, body }) => {
    const step: StepName = operationAt(path)?.step ?? 'openapi.unknown';
    return gate.ask(
      caller,
      step,
      { method, path, headers, body },
      (sent, hop) => {
        const answer = wallet.openApi({ ...sent, body: JSON.stringify(sent.body) }, hop.hop, {
          clients: known.programs(),
          personas: known.personas,
          dialect,
        });
        return { status: answer.status, headers: answer.headers, body: JSON.parse(answer.body) as object };
      },
      { limit: stepInfo(step).limit },
    );
  };
}
