import { expect, it } from 'vitest';
import { DIALECTS, dialectById } from '../../contract/dialects/index.ts';
import { outcomeById } from '../../contract/outcomes/index.ts';
import { otherCodes } from './other-codes.ts';

const qi = dialectById('qi');
const platform = dialectById('mini-program-platform');
if (!qi || !platform) throw new Error('a dialect is missing');

it('a closed dialog: 1001 here, 11 in the other documents', () => {
  const close = outcomeById('user.authorize', qi, 'close');
  if (!close) throw new Error('no such outcome');
  expect(otherCodes(close, qi, [qi, platform])).toEqual([{ code: '11', dialects: [platform.title] }]);
  expect(otherCodes(close, platform, [qi, platform])).toEqual([{ code: '1001', dialects: [qi.title] }]);
  expect(otherCodes(close, qi, DIALECTS).flatMap((one) => one.dialects)).not.toContain(qi.title);
});

it('an outcome that no program sees a code of has none anywhere', () => {
  const agree = outcomeById('merchant.request', qi, 'never');
  if (!agree) throw new Error('no such outcome');
  expect(otherCodes(agree, qi, DIALECTS)).toEqual([]);
});
