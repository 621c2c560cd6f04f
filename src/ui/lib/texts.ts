import type { Outcome } from '../../contract/outcomes/types.ts';
import type { Persona } from '../../contract/persona.ts';
import type { ScopeInfo } from '../../contract/scopes.ts';
import { SCOPES } from '../../contract/scopes.ts';
import type { StepName } from '../../contract/steps.ts';
import type { ServiceEntry } from '../../host/simulator-api.ts';
import type { Messages } from '../../messages/index.ts';

/** Data has its own English words; where the language has better ones, they are in the messages. */

const byLabel = new Map<string, ScopeInfo>(SCOPES.map((info) => [info.label, info]));

/** A scope in plain words. `fallback` is what the host calls it. */
export function scopeLabel(m: Messages, scope: string, fallback: string): string {
  return m.scopeLabels[scope] ?? fallback;
}

/** The same, for a text that the host has already put into English words. */
export function labelInWords(m: Messages, label: string): string {
  const info = byLabel.get(label);
  return info ? scopeLabel(m, info.name, label) : label;
}

export function personaText(m: Messages, persona: Persona): { title: string; description: string } {
  return m.personaTexts[persona.id] ?? persona;
}

export function serviceText(m: Messages, service: ServiceEntry): { title: string; description: string } {
  return m.serviceTexts[service.id] ?? service;
}

export function outcomeText(m: Messages, step: string, outcome: Outcome): { title: string; when?: string } {
  return m.outcomeTexts[`${step}/${outcome.id}`] ?? m.outcomeTexts[outcome.id] ?? outcome;
}

/** What a step is, in plain words. */
export function stepText(m: Messages, step: StepName): { title: string; wallet: string; yours: string } {
  const known = Object.hasOwn(m.stepTexts.texts, step) ? m.stepTexts.texts[step] : undefined;
  if (known) return known;
  const dot = step.indexOf('.');
  return step.startsWith('jsapi.') ? m.stepTexts.anyJsapi(step.slice(dot + 1)) : m.stepTexts.anyOther(step);
}

/** A name without the words that tell what is special: `Lena Hoffmann · first visit` → `Lena Hoffmann`. */
export function shortTitle(title: string): string {
  return title.split(' · ')[0] ?? title;
}
