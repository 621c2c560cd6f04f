import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DIALECTS } from '../../../contract/dialects/index.ts';
import { placeOfSource, placeOfStep } from '../../../contract/documents.ts';
import { JSAPI } from '../../../contract/jsapi/names.ts';
import { STEPS, type StepName, stepInfo } from '../../../contract/steps.ts';
import { codeParts, readReference } from './read-reference.ts';

const markdown = readFileSync(new URL('../../../../docs/documents.md', import.meta.url), 'utf8');
const sections = readReference(markdown);

describe('the reference of the documents', () => {
  it('has headings, paragraphs and lists, and every piece of code is closed', () => {
    for (const { title, blocks } of sections) {
      expect(blocks.length, title).toBeGreaterThan(0);
      for (const block of blocks)
        for (const text of 'list' in block ? block.list : [block.paragraph]) {
          expect(text, title).not.toBe('');
          expect(codeParts(text).length % 2, text).toBe(1);
        }
    }
    expect(sections.find(({ title }) => title === 'The OpenAPI')?.blocks).toContainEqual({
      list: [expect.stringContaining('done'), expect.any(String), expect.any(String)],
    });
  });

  it('has a section for every source and every step, in every dialect', () => {
    const titles = sections.map(({ title }) => title);
    const steps: StepName[] = [
      ...STEPS.map(({ name }) => name),
      ...Object.keys(JSAPI).map((name): StepName => `jsapi.${name}`),
    ];
    for (const dialect of [undefined, ...DIALECTS])
      for (const step of steps)
        for (const version of ['v1', 'v2'] as const)
          expect(titles, step).toContain(placeOfStep(step, stepInfo(step).source, dialect, version).section);
    for (const source of ['000', '001', '002', '003', '004', 'platform', 'simulator'] as const)
      expect(titles).toContain(placeOfSource(source).section);
  });

  it('links pages by HTTPS, and each dialect’s own for my.getAuthCode', () => {
    const address = (id: string) =>
      placeOfStep(
        'jsapi.getAuthCode',
        '001',
        DIALECTS.find((dialect) => dialect.id === id),
      ).address;
    expect(address('qi')).toMatch(/^https:\/\/miniapps\.qi\.iq\//);
    expect(address('mini-program-platform')).toMatch(/^https:\/\/miniprogram\.alipay\.com\//);
    expect(address('alipay-cn')).toMatch(/^https:\/\/github\.com\/AlipayDocs\//);
    expect(placeOfStep('openapi.applyToken', '001', undefined, 'v2').address).toContain('v2_applytoken');
    expect(placeOfStep('user.input', 'simulator', undefined).address).toBeUndefined();
  });
});
