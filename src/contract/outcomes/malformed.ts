import type { Json } from '../json.ts';
import type { FailureKind } from '../outcome.ts';
import type { StepName } from '../steps.ts';
import type { Outcome } from './types.ts';

interface Shape {
  when: string;
  value: Json;
  ends?: FailureKind;
}

const SPI =
  'The service was written against another version, and answers something else than document 000 says.';
const WALLET = 'The backend was updated and the app was not: the answer is text where an object should be.';

/** The wrong shape of each family of steps, or of one step. */
const SHAPES: Readonly<Record<string, Shape>> = {
  'spi.getAuthorizedScopes': { when: SPI, value: { authorizedScopes: 'auth_base' }, ends: 'unknownError' },
  'spi.getAuthCode': { when: SPI, value: 'OK', ends: 'unknownError' },
  'spi.showAuthPage': { when: SPI, value: 'agreed', ends: 'unknownError' },
  user: {
    when: 'A sheet of the wallet was rewritten, and answers in text where the service expects an ending.',
    value: 'agreed',
    ends: 'systemError',
  },
  wallet: { when: WALLET, value: 'OK', ends: 'unknownError' },
  merchant: {
    when: 'The connection breaks in the middle of the answer: the JSON is cut off.',
    value: {
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: '{"ok":true,"user":{"nickN',
    },
  },
  openapi: {
    when: 'The connection breaks in the middle of the answer, or a proxy answers with a page of its own.',
    value: { status: 200, body: '{"result":{"resultCode":"SUCC' },
  },
  jsapi: {
    when: 'The app and its runtime are of different versions: success is called with text where an object should be.',
    value: { success: 'OK' },
  },
};

/** An answer that is not what the step's document says it is. */
export function malformed(step: StepName): Outcome[] {
  const shape = SHAPES[step] ?? SHAPES[step.slice(0, step.indexOf('.'))];
  if (!shape) return [];
  const { when, value, ends } = shape;
  return [
    {
      id: 'malformed',
      title: 'The answer has the wrong shape',
      when,
      source: 'simulator',
      effect: { reply: { value } },
      ...(ends === undefined ? {} : { ends }),
    },
  ];
}
