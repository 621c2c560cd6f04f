import { describe, expect, it } from 'vitest';
import { DIALECTS, dialectById } from '../contract/dialects/index.ts';
import { type Persona, personaSchema } from '../contract/persona.ts';
import { DEFAULTS, PERSONAS, personaById } from './index.ts';

const profiles = (persona: Persona) => Object.keys(persona.profile);
const named = (id: string): Persona => {
  const persona = personaById(id);
  if (!persona) throw new Error(`no persona ${id}`);
  return persona;
};

describe('personas', () => {
  it.each(PERSONAS)('$id fits the schema', (persona) => {
    expect(personaSchema.safeParse(persona).success).toBe(true);
  });

  it('are told apart: ids, user ids, titles, login ids and avatars differ', () => {
    for (const of of [
      (p: Persona) => p.id,
      (p: Persona) => p.profile.userId,
      (p: Persona) => p.title,
      (p: Persona) => p.profile.loginId,
      (p: Persona) => p.profile.avatar,
    ])
      expect(new Set(PERSONAS.map(of)).size).toBe(PERSONAS.length);
    expect(personaById('nobody')).toBeUndefined();
  });

  it('start with a first-time user who has everything', () => {
    const first = named(DEFAULTS.persona);
    expect(first).toBe(PERSONAS[0]);
    expect(first.grants).toEqual({});
    expect(profiles(first).sort()).toEqual(Object.keys(personaSchema.shape.profile.shape).sort());
  });

  it('hold one who granted before, one who granted partly, one who declined, one who lacks data, one who is frozen', () => {
    expect(named('omar').grants['*']).toEqual(
      expect.arrayContaining(['auth_base', 'auth_user', 'USER_NAME']),
    );
    expect(named('mateo').grants['*']).not.toContain('auth_user');
    expect(named('mateo').grants['*']?.length).toBeGreaterThan(0);
    expect(named('priya').declined?.['*']).toContain('auth_user');
    for (const field of ['avatar', 'gender', 'birthDate', 'phone', 'email', 'userName', 'addresses'])
      expect(profiles(named('sam'))).not.toContain(field);
    expect(named('xiaomei').profile.userName?.fullName).toMatch(/^\p{Script=Han}+$/u);
    expect(PERSONAS.filter((persona) => persona.status === 'FROZEN').map((persona) => persona.id)).toEqual([
      'viktor',
    ]);
  });

  it('grant and decline no scope that no document has', () => {
    const known = new Set(DIALECTS.flatMap((dialect) => dialect.scopes.map((scope) => scope.name)));
    for (const persona of PERSONAS)
      for (const scopes of [...Object.values(persona.grants), ...Object.values(persona.declined ?? {})])
        for (const scope of scopes) expect(known).toContain(scope);
  });

  it('carry their avatars with them, small, as drawings without scripts or links', () => {
    for (const { profile } of PERSONAS) {
      if (profile.avatar === undefined) continue;
      expect(profile.avatar.length).toBeLessThan(2000);
      const svg = decodeURIComponent(profile.avatar.replace('data:image/svg+xml,', ''));
      expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" .*<\/svg>$/);
      expect(svg).not.toMatch(/script|href|undefined/);
    }
  });
});

describe('defaults', () => {
  it('name a persona and a dialect that exist', () => {
    expect(personaById(DEFAULTS.persona)).toBeDefined();
    expect(dialectById(DEFAULTS.dialect)).toBe(DIALECTS[0]);
  });
});
