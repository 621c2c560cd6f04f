import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { specifiersOf } from '../../../scripts/floors.mjs';
import { BUILTINS, DRAWN } from './components/index.ts';
import { MORE, MORE_DRAWN } from './components/more.ts';
import { BUILTIN_TAGS, DRAWN_TAGS, isMore } from './components/more-tags.ts';
import { shared } from './shared.ts';

/** Member of `shared` by what a component imports. */
const MEMBERS: Readonly<Record<string, keyof typeof shared>> = {
  preact: 'preact',
  'preact/hooks': 'hooks',
  './attributes.ts': 'attributes',
  './checkable.ts': 'checkable',
  './fields.ts': 'fields',
  './hooks.ts': 'componentHooks',
  './text.ts': 'text',
  '../element.ts': 'element',
  '../events.ts': 'events',
};
const read = (file: string) =>
  readFileSync(fileURLToPath(new URL(`./components/${file}`, import.meta.url)), 'utf8');

/** The files of the second script. */
function files(): string[] {
  const seen = new Set<string>();
  const visit = (file: string) => {
    if (seen.has(file)) return;
    seen.add(file);
    for (const specifier of specifiersOf(file, read(file)))
      if (specifier.startsWith('./') && !(specifier in MEMBERS)) visit(specifier.slice(2));
  };
  visit('more.ts');
  return [...seen];
}

describe('the second script of the frame', () => {
  it('takes from the first one only what that hands out', () => {
    const missing: string[] = [];
    for (const file of files())
      for (const [, names = '', from = ''] of read(file).matchAll(/import \{([^}]*)\} from '([^']+)'/g)) {
        const member = MEMBERS[from];
        if (!member) continue;
        for (const name of names.split(',').map((one) => one.trim()))
          if (name !== '' && !name.startsWith('type ') && !(name in shared[member]))
            missing.push(`${file}: ${name} of ${from}`);
      }
    expect(missing).toEqual([]);
  });

  it('has the components of the tags that lead to it, and the first script has none of them', () => {
    expect(Object.keys(MORE).sort()).toEqual([...BUILTIN_TAGS].sort());
    expect(Object.keys(MORE_DRAWN).sort()).toEqual([...DRAWN_TAGS].sort());
    expect(Object.keys({ ...BUILTINS, ...DRAWN }).filter(isMore)).toEqual([]);
  });
});
