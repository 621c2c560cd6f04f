import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressOf, choiceIn, type Link, linkIn, linkOf, scenarioIn, withScenario } from './page-address.ts';

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

describe('a link', () => {
  // What a text can be in an address: half of a surrogate pair cannot.
  const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 });
  const moment = fc.integer({ min: -8.64e15, max: 8.64e15 });
  const link: fc.Arbitrary<Link> = fc
    .record({
      seed: fc.option(text, { nil: undefined }),
      step: fc.option(text, { nil: undefined }),
      clock: fc.option(
        fc.record({
          frozen: fc.boolean(),
          speed: fc.double({ min: 0.001, max: 1000, noNaN: true }),
          at: fc.option(moment, { nil: undefined }),
        }),
        { nil: undefined },
      ),
    })
    .map((made) => JSON.parse(JSON.stringify(made)) as Link);
  const chosen = fc.record({
    program: text,
    dialect: text,
    persona: text,
    service: text,
    silentPolicy: text,
    failureShape: fc.constantFrom('both' as const, 'error' as const, 'authErrorScopes' as const),
  });

  it('is read as what was written, whatever that is, and keeps the rest of the address', () => {
    fc.assert(
      fc.property(chosen, link, (choice, asked) => {
        const address = linkOf('?lang=zh&scenario=qi/spi.getAuthCode/timeout&seed=old&at=x', choice, asked);
        const { problems, ...read } = linkIn(address);
        expect(problems).toEqual([]);
        expect(read).toEqual(asked);
        expect(choiceIn(address)).toEqual(choice);
        expect(address).toContain('?lang=zh&scenario=qi/spi.getAuthCode/timeout&');
      }),
    );
  });

  it('has only signs that survive mails, chats and shells', () => {
    fc.assert(
      fc.property(chosen, link, (choice, asked) => {
        expect(linkOf('', choice, asked)).toMatch(/^\?[A-Za-z0-9._/~=&%-]+$/);
      }),
    );
  });

  it('writes everything out', () => {
    expect(
      linkOf('?theme=dark', choice, {
        seed: 'miniauth',
        clock: { frozen: true, at: Date.UTC(2026, 0, 31, 12), speed: 1 },
        step: 'r1/jsapi.getAuthCode#1',
      }),
    ).toBe(
      '?theme=dark&program=shop&dialect=qi&persona=omar&service=in-memory&silentPolicy=table' +
        '&seed=miniauth&clock=frozen&at=20260131T120000.000Z&speed=1&step=r1/jsapi.getAuthCode%231',
    );
  });

  it('takes moments as people write them', () => {
    for (const at of ['2026-01-31T12:00:00Z', '20260131T120000Z', '2026-01-31T13:00:00+01:00'])
      expect(linkIn(`?at=${encodeURIComponent(at)}`).clock).toEqual({
        frozen: false,
        speed: 1,
        at: Date.UTC(2026, 0, 31, 12),
      });
  });

  it.each([
    ['?clock=fast', 'clock', 'real / frozen'],
    ['?at=soon', 'at', '2026-01-31T12:00:00Z'],
    ['?speed=0', 'speed', '0 … 1000'],
    ['?speed=-1', 'speed', '0 … 1000'],
    ['?speed=Infinity', 'speed', '0 … 1000'],
    ['?failureShape=all', 'failureShape', 'both / error / authErrorScopes'],
    [`?seed=${'x'.repeat(501)}`, 'seed', 'at most 500 characters'],
  ])('%s is told, and means nothing', (search, name, expected) => {
    const { problems, ...rest } = linkIn(search);
    expect(problems).toMatchObject([{ name, expected }]);
    expect(rest).toEqual({});
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
