import { describe, expect, it, vi } from 'vitest';
import { Liveness, MISSED_PINGS } from './liveness.ts';

function watch() {
  const pings: number[] = [];
  const onChange = vi.fn();
  const liveness = new Liveness((id) => pings.push(id), onChange);
  const beats = (count: number) => {
    for (let i = 0; i < count; i++) liveness.beat();
  };
  return { liveness, pings, onChange, beats };
}

describe('is the program still there?', () => {
  it(`${MISSED_PINGS} pings in a row without an answer say no, once`, () => {
    const { beats, onChange } = watch();
    beats(MISSED_PINGS);
    expect(onChange).not.toHaveBeenCalled();
    beats(1);
    expect(onChange.mock.calls).toEqual([[false]]);
    beats(20);
    expect(onChange).toHaveBeenCalledOnce();
  });

  it('any answer to any of them says yes again, and the count starts anew', () => {
    const { beats, liveness, pings, onChange } = watch();
    beats(MISSED_PINGS + 1);
    liveness.pong(pings[0] ?? 0);
    expect(onChange.mock.calls).toEqual([[false], [true]]);
    beats(MISSED_PINGS);
    expect(onChange).toHaveBeenCalledTimes(2);
  });

  it('answers keep it alive, late as they may be', () => {
    const { beats, liveness, pings, onChange } = watch();
    for (let i = 0; i < 50; i++) {
      beats(MISSED_PINGS - 1);
      liveness.pong(pings.at(-1) ?? 0);
    }
    expect(onChange).not.toHaveBeenCalled();
  });

  it('a made-up answer is none', () => {
    const { beats, liveness, onChange } = watch();
    for (let i = 0; i <= MISSED_PINGS; i++) {
      beats(1);
      liveness.pong(0);
      liveness.pong(999);
    }
    expect(onChange.mock.calls).toEqual([[false]]);
  });

  it('a new document owes nothing', () => {
    const { beats, liveness, onChange } = watch();
    beats(MISSED_PINGS);
    liveness.reset();
    beats(MISSED_PINGS);
    expect(onChange).not.toHaveBeenCalled();
  });
});
