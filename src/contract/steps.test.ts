import { describe, expect, it } from 'vitest';
import { stepOfHop } from './steps.ts';

describe('stepOfHop', () => {
  it('is the last step of the path', () => {
    expect(stepOfHop('r1/jsapi.getAuthCode#2/spi.getAuthCode#1')).toBe('spi.getAuthCode');
    expect(stepOfHop('r12/user.input#10')).toBe('user.input');
  });
});
