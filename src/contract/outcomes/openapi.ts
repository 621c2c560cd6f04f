import type { Dialect } from '../dialects/schema.ts';
import { OPERATIONS } from '../openapi/index.ts';
import { resultFrom } from '../openapi/result.ts';
import type { StepName } from '../steps.ts';
import type { Outcome } from './types.ts';

/** `openapi.*`: every result code of the operation but success, and what is wrong below the codes. */
export function openApiOutcomes(step: StepName, dialect: Dialect): Outcome[] {
  const operation = OPERATIONS.find((one) => one.step === step && one.version === dialect.openapi.version);
  if (!operation) return [];
  return [
    ...operation.results
      .filter((line) => line.status !== 'S')
      .map(
        (line): Outcome => ({
          id: line.code.toLowerCase().replaceAll('_', '-'),
          title: `${line.message.replace(/\.$/, '')} (${line.code})`,
          when: `The platform answers ${line.status === 'U' ? 'that it does not know the outcome' : 'a failure'}. ${line.action}`,
          source: line.source,
          effect: {
            reply: {
              value: { status: 200, body: { result: { ...resultFrom(operation.results, line.code) } } },
            },
          },
        }),
      ),
    {
      id: 'success-without-data',
      title: 'Success, but nothing in it',
      when: 'The result says S, and the token or the user that should come with it is missing.',
      source: 'simulator',
      effect: {
        reply: { value: { status: 200, body: { result: { ...resultFrom(operation.results, 'SUCCESS') } } } },
      },
    },
    {
      id: 'http-500',
      title: 'The platform has a bug (HTTP 500)',
      when: 'The gateway of the platform fails before it comes to a result.',
      source: 'simulator',
      effect: { reply: { value: { status: 500, body: {} } } },
    },
    {
      id: 'network',
      title: 'The platform cannot be reached',
      when: 'The connection between merchant server and platform is broken.',
      source: 'simulator',
      effect: { reply: { failure: { kind: 'network', message: 'connection refused' } } },
    },
  ];
}
