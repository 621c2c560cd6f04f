import { describe, expect, it, vi } from 'vitest';
import { LIMITS } from '../contract/wire.ts';
import { createCalls } from './calls.ts';
import { fakeLink, settled } from './testing.ts';

describe('calls to the host', () => {
  it('end with the reply of their own id, decoded', () => {
    const link = fakeLink();
    const calls = createCalls(link);
    const [first, second] = [vi.fn(), vi.fn()];
    calls.start('alert', {}, first);
    calls.start('getStorage', { key: 'a' }, second);
    expect(link.sent.map(({ id, name }) => [id, name])).toEqual([
      [1, 'alert'],
      [2, 'getStorage'],
    ]);
    link.host('reply', 2, 'success', { data: { $bytes: 'AAE=' } });
    link.host('reply', 1, 'fail', { error: 3 });
    expect(second).toHaveBeenCalledWith({ success: { data: new Uint8Array([0, 1]) } });
    expect(first).toHaveBeenCalledWith({ fail: { error: 3 } });
  });

  it('ignore late, duplicate, unknown and shapeless replies', () => {
    const link = fakeLink();
    const end = vi.fn();
    createCalls(link).start('alert', {}, end);
    link.host('reply', 9, 'success', {});
    link.host('reply', 1, 'maybe', {});
    expect(end).not.toHaveBeenCalled();
    link.host('reply', 1, 'success', null);
    link.host('reply', 1, 'success', {});
    link.host('reply', 1, 'fail', {});
    expect(end).toHaveBeenCalledOnce();
    expect(end).toHaveBeenCalledWith({ success: {} });
  });

  it('aborted, end here and tell the host, once', () => {
    const link = fakeLink();
    const end = vi.fn();
    const call = createCalls(link).start('request', {}, end);
    call.abort({ fail: { error: 20 } });
    call.abort({ fail: { error: 20 } });
    link.host('reply', 1, 'success', {});
    expect(end).toHaveBeenCalledOnce();
    expect(link.sent.filter(({ type }) => type === 'abort')).toEqual([
      { type: 'abort', id: 1, name: '-', body: null },
    ]);
  });

  it('too long for the wire, are not sent: the host is told why, and answers', async () => {
    const link = fakeLink();
    const end = vi.fn();
    createCalls(link).start('alert', { content: 'x'.repeat(LIMITS.normal) }, end);
    expect(end).not.toHaveBeenCalled();
    await settled();
    const [sent] = link.sent;
    expect(sent).toMatchObject({ type: 'refused', name: 'alert' });
    link.host('reply', sent?.id ?? 0, 'fail', { error: 2, errorMessage: 'too long' });
    expect(end.mock.calls).toEqual([[{ fail: { error: 2, errorMessage: 'too long' } }]]);
  });
});
