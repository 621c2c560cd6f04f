import { describe, expect, it } from 'vitest';
import { PERSONAS } from '../../catalogue/index.ts';
import { DIALECTS } from '../../contract/dialects/index.ts';
import { outcomesFor } from '../../contract/outcomes/index.ts';
import { SCOPES } from '../../contract/scopes.ts';
import { STEPS } from '../../contract/steps.ts';
import { SERVICES } from '../../host/oauth/services/index.ts';
import { messagesFor } from '../../messages/index.ts';
import {
  labelInWords,
  outcomeText,
  personaText,
  scopeLabel,
  serviceText,
  shortTitle,
  stepText,
} from './texts.ts';

const en = await messagesFor('en');
const zh = await messagesFor('zh-CN');
const CHINESE = /\p{Script=Han}/u;

describe('words for data', () => {
  it('every documented step has words of its own in both languages', () => {
    for (const { name } of STEPS) {
      expect(Object.hasOwn(en.stepTexts.texts, name), name).toBe(true);
      expect(Object.hasOwn(zh.stepTexts.texts, name), name).toBe(true);
    }
    expect(stepText(en, 'jsapi.alert').title).toBe('Call my.alert');
  });

  it('scopes, test users and services are Chinese in Chinese', () => {
    for (const { name, label } of SCOPES) {
      expect(scopeLabel(zh, name, label), name).toMatch(CHINESE);
      expect(scopeLabel(en, name, label)).toBe(label);
    }
    for (const persona of PERSONAS) expect(personaText(zh, persona).description, persona.id).toMatch(CHINESE);
    for (const service of SERVICES) expect(serviceText(zh, service).title, service.id).toMatch(CHINESE);
  });

  it('so is every outcome, save the codes that a document words itself', () => {
    for (const dialect of DIALECTS)
      for (const { name } of STEPS)
        for (const outcome of outcomesFor(name, dialect))
          if (!outcome.id.startsWith('code-'))
            expect(outcomeText(zh, name, outcome).title, `${name}/${outcome.id}`).toMatch(CHINESE);
  });

  it('a label that the host has put into English is found again', () => {
    const [first] = SCOPES;
    expect(labelInWords(zh, first?.label ?? '')).toMatch(CHINESE);
    expect(labelInWords(zh, 'a scope of a wallet')).toBe('a scope of a wallet');
  });

  it('a name goes without what is special about it', () => {
    expect(shortTitle('Lena Hoffmann · first visit')).toBe('Lena Hoffmann');
    expect(shortTitle('Lena Hoffmann')).toBe('Lena Hoffmann');
  });
});
