import type { SimulatorState } from '../../../host/state.ts';

/** A user with a program: what grants, codes, tokens and storage belong to. */
export interface Pair {
  persona: string;
  program: string;
  clientId: string;
}

/**
 * Whose state is shown: of the chosen pair, or of every pair that has any, the chosen one first.
 * @param programs id and client id of each program
 */
export function pairsOf(
  state: SimulatorState,
  programs: readonly { id: string; clientId: string }[],
  chosen: Pair,
  everybody: boolean,
): Pair[] {
  if (!everybody) return [chosen];
  const found = new Map<string, Pair>();
  const add = (persona: string, program: string, clientId: string) =>
    found.set(JSON.stringify([persona, program]), { persona, program, clientId });
  add(chosen.persona, chosen.program, chosen.clientId);
  const byClient = (persona: string, clientId: string) => {
    for (const program of programs) if (program.clientId === clientId) add(persona, program.id, clientId);
  };
  const byProgram = (persona: string, id: string) => {
    const program = programs.find((one) => one.id === id);
    if (program) add(persona, id, program.clientId);
  };
  for (const [persona, clients] of Object.entries(state.wallet.grants))
    for (const [clientId, scopes] of Object.entries(clients))
      if (Object.keys(scopes).length > 0) byClient(persona, clientId);
  for (const [persona, clients] of Object.entries(state.wallet.declined))
    for (const clientId of Object.keys(clients)) byClient(persona, clientId);
  for (const code of Object.values(state.wallet.codes)) byClient(code.persona, code.clientId);
  for (const family of Object.values(state.wallet.families)) byClient(family.persona, family.clientId);
  for (const [persona, kept] of Object.entries(state.merchant))
    for (const id of Object.keys(kept)) byProgram(persona, id);
  for (const [persona, stored] of Object.entries(state.storage))
    for (const [id, areas] of Object.entries(stored))
      if (Object.values(areas).some((area) => Object.keys(area).length > 0)) byProgram(persona, id);
  return [...found.values()];
}
