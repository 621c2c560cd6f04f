import { describe, expect, it, vi } from 'vitest';
import { settled } from '../testing.ts';
import { createEvents } from './events.ts';

const hub = () => {
  const errors = { notice: vi.fn(), report: vi.fn() };
  return { ...createEvents(errors), errors };
};

describe('my.on… and my.off…', () => {
  it('a listener is called for its event, once however often it was added', () => {
    const { members, dispatch } = hub();
    const [show, hide] = [vi.fn(), vi.fn()];
    members.onAppShow?.(show);
    members.onAppShow?.(show);
    members.onAppHide?.(hide);
    members.onAppShow?.('no function');
    dispatch('appShow', { path: 'a' });
    dispatch('unknown', {});
    expect(show.mock.calls).toEqual([[{ path: 'a' }]]);
    expect(hide).not.toHaveBeenCalled();
  });

  it('off removes that function, or all without one', () => {
    const { members, dispatch } = hub();
    const [a, b, c] = [vi.fn(), vi.fn(), vi.fn()];
    for (const listener of [a, b, c]) members.onAppHide?.(listener);
    members.offAppHide?.(b);
    members.offAppHide?.(vi.fn());
    dispatch('appHide', undefined);
    members.offAppHide?.();
    dispatch('appHide', undefined);
    expect([a, b, c].map((listener) => listener.mock.calls.length)).toEqual([1, 0, 1]);
  });

  it('a listener that throws does not stop the next, and is told', async () => {
    const { members, dispatch, errors } = hub();
    const next = vi.fn();
    const error = new Error('boom');
    members.onAppShow?.(() => {
      throw error;
    });
    members.onAppShow?.(next);
    dispatch('appShow', {});
    expect(next).toHaveBeenCalledOnce();
    expect(errors.notice).toHaveBeenCalledWith('onAppShow', 'listener', error);
    await settled();
    expect(errors.report).toHaveBeenCalledWith(error);
  });
});
