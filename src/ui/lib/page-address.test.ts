import { describe, expect, it } from 'vitest';
import { addressOf, choiceIn, scenarioIn, withScenario } from './page-address.ts';

const defaults = { service: 'in-memory', silentPolicy: 'document' };
const choice = {
  program: 'shop',
  dialect: 'qi',
  persona: 'omar',
  service: 'in-memory',
  silentPolicy: 'table',
  failureShape: undefined,
};

describe('choiceIn', () => {
  it('reads what the address asks for, and nothing else', () => {
    expect(choiceIn('?program=shop&persona=omar&lang=zh&dialect=')).toEqual({
      program: 'shop',
      persona: 'omar',
    });
  });
});

describe('addressOf', () => {
  it('says what is chosen, leaves out what is the default anyway, and keeps the rest', () => {
    expect(addressOf('?lang=zh&service=other', choice, defaults)).toBe(
      '?lang=zh&program=shop&dialect=qi&persona=omar&silentPolicy=table',
    );
  });
  it('is read back as the same choice', () => {
    const { failureShape: _, ...asked } = choice;
    expect({ ...defaults, ...choiceIn(addressOf('', choice, defaults)) }).toEqual(asked);
    const shaped = { ...choice, failureShape: 'error' as const };
    expect({ ...defaults, ...choiceIn(addressOf('', shaped, defaults)) }).toEqual(shaped);
  });
});

describe('the scenario of an address', () => {
  it('is read back as it was written, and goes without a trace', () => {
    const address = withScenario('?lang=zh', 'qi/spi.getAuthCode/timeout');
    expect(scenarioIn(address)).toBe('qi/spi.getAuthCode/timeout');
    expect(withScenario(address, undefined)).toBe('?lang=zh');
    expect(scenarioIn('?scenario=')).toBeUndefined();
  });
});
