import { describe, expect, it } from 'vitest';
import { Modules } from './modules.ts';

const program = (
  files: Record<string, (require: (name: string) => unknown, module: { exports: unknown }) => void>,
) => {
  const modules = new Modules();
  const table = Object.fromEntries(Object.keys(files).map((id) => [`./${id}`, id]));
  for (const [id, factory] of Object.entries(files))
    modules.define(id, table, (require, module) => factory(require, module));
  return modules;
};

describe('modules', () => {
  it('are run once, when they are required', () => {
    let runs = 0;
    const modules = program({
      a: (require, own) => {
        own.exports = [require('./b'), require('./b')];
      },
      b: (_require, own) => {
        own.exports = { runs: ++runs };
      },
    });
    expect(runs).toBe(0);
    const [one, two] = modules.require('a') as object[];
    expect(one).toBe(two);
    expect(runs).toBe(1);
  });

  it('that require each other see what is there so far', () => {
    const modules = program({
      a: (require, { exports }) => {
        Object.assign(exports as object, { early: 1 });
        Object.assign(exports as object, { seen: require('./b') });
      },
      b: (require, { exports }) => {
        Object.assign(exports as object, { of: { ...(require('./a') as object) } });
      },
    });
    expect(modules.require('a')).toEqual({ early: 1, seen: { of: { early: 1 } } });
  });

  it('one that is not there is a clear error', () => {
    const modules = program({ 'pages/a.js': (require) => void require('./gone') });
    expect(() => modules.require('pages/a.js')).toThrow(
      `Cannot find module './gone' (required by pages/a.js)`,
    );
    expect(() => modules.require('nothing')).toThrow(`Cannot find module 'nothing'`);
  });

  it('one that throws is run again at the next time', () => {
    let runs = 0;
    const modules = program({
      a: (_require, own) => {
        if (++runs === 1) throw new Error('once');
        own.exports = 'ok';
      },
    });
    expect(() => modules.require('a')).toThrow('once');
    expect(modules.require('a')).toBe('ok');
  });

  it('defined anew, or forgotten, are run again', () => {
    const modules = program({
      'a.axml': (_require, own) => {
        own.exports = {};
      },
    });
    const first = modules.require('a.axml');
    modules.forget((id) => id.endsWith('.axml'));
    expect(modules.require('a.axml')).not.toBe(first);
    modules.define('a.axml', {}, (_require, own) => {
      own.exports = 'new';
    });
    expect(modules.require('a.axml')).toBe('new');
  });
});
