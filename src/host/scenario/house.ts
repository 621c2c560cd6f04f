import type { Dialect } from '../../contract/dialects/schema.ts';
import type { Persona } from '../../contract/persona.ts';
import { type Program, type ProgramListing, programOf } from '../../contract/program.ts';
import type { Scenario } from '../../contract/scenario.ts';
import { findById } from '../find-by-id.ts';
import { SERVICES } from '../oauth/services/index.ts';
import type { Choice, ServiceEntry } from '../simulator-api.ts';

/** What a scenario can name. The first of each list is the default. */
export interface House {
  programs: readonly ProgramListing[];
  dialects: readonly Dialect[];
  personas: readonly Persona[];
  services?: readonly ServiceEntry[] | undefined;
}

export interface Cast {
  program: Program;
  dialect: Dialect;
  persona: Persona;
  service: ServiceEntry;
}

/**
 * Who and what a scenario is about: what it names, else the defaults; a program that names its dialect is played in it.
 * @throws RangeError for an unknown id, saying which ids there are
 */
export function castOf(scenario: Scenario, house: House): Cast {
  const services = house.services ?? SERVICES;
  const pick = <T extends { id: string }>(what: string, list: readonly T[], id: string | undefined): T =>
    findById(what, list, id ?? list[0]?.id ?? '');
  const program = programOf(pick('program', house.programs, scenario.program));
  return {
    program,
    dialect: pick('dialect', house.dialects, scenario.dialect ?? program.dialect),
    persona: pick('persona', house.personas, scenario.persona),
    service: pick('service', services, scenario.service),
  };
}

/** The same, as the simulator's choice. Nothing is left as it was chosen before. */
export function choiceOf(scenario: Scenario, { program, dialect, persona, service }: Cast): Choice {
  return {
    program: program.id,
    dialect: dialect.id,
    persona: persona.id,
    service: service.id,
    silentPolicy: scenario.silentPolicy ?? '',
    failureShape: scenario.failureShape,
  };
}
