import { describe, expect, it } from 'vitest';
import type { Hop } from '../../host/hops.ts';
import { causeOf } from './cause.ts';

type Tree = { [id: string]: { verdict?: 'ok' | 'failed'; children?: string[] } };
const cause = (tree: Tree, id: string) => {
  const get = (name: string) =>
    name in tree ? ({ id: name, verdict: tree[name]?.verdict } as Hop) : undefined;
  const hop = get(id);
  return hop ? causeOf(hop, get, (name) => tree[name]?.children ?? []).map((found) => found.id) : undefined;
};

describe('causeOf', () => {
  it('goes down to the last failure: a 2001 that led to the dialog is not the cause, the rejection is', () => {
    expect(
      cause(
        {
          call: { verdict: 'failed', children: ['scopes', 'pending', 'page'] },
          scopes: { verdict: 'ok' },
          pending: { verdict: 'failed' },
          page: { verdict: 'failed', children: ['dialog'] },
          dialog: { verdict: 'failed' },
        },
        'call',
      ),
    ).toEqual(['page', 'dialog']);
  });

  it('finds a failure below a hop that ended well', () => {
    expect(
      cause(
        {
          a: { verdict: 'failed', children: ['b'] },
          b: { verdict: 'ok', children: ['c'] },
          c: { verdict: 'failed' },
        },
        'a',
      ),
    ).toEqual(['b', 'c']);
  });

  it('is empty when nothing below failed', () => {
    expect(cause({ a: { verdict: 'failed', children: ['b'] }, b: { verdict: 'ok' } }, 'a')).toEqual([]);
  });
});
