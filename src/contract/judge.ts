import type { StepName } from './steps.ts';
import type { Reply, Verdict } from './trace.ts';

const get = (value: unknown, key: string): unknown =>
  value !== null && typeof value === 'object' ? (value as Record<string, unknown>)[key] : undefined;
const text = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined;

/** Green or red, and the code in the step's own family, read from the step's own answer shape. */
export function judge(step: StepName, reply: Reply): { verdict: Verdict; code?: string } {
  if ('failure' in reply) return { verdict: 'failed', code: reply.failure.kind };
  const { value } = reply;
  const family = step.slice(0, step.indexOf('.'));
  const judged = (verdict: Verdict, code: string | undefined) =>
    code === undefined ? { verdict } : { verdict, code };
  switch (family) {
    case 'jsapi': {
      const fail = get(value, 'fail');
      return fail === undefined
        ? { verdict: 'ok' }
        : judged('failed', text(get(fail, 'error')) ?? 'authErrorScopes');
    }
    case 'spi':
    case 'wallet': {
      const error = get(value, 'error');
      return error === undefined ? { verdict: 'ok' } : judged('failed', text(get(error, 'code')) ?? '1000');
    }
    case 'user': {
      // An input of the user has no ending.
      if (step !== 'user.authorize') return { verdict: 'ok' };
      const ending = text(get(value, 'ending'));
      return judged(ending === 'agree' ? 'ok' : 'failed', ending);
    }
    case 'openapi': {
      const result = get(get(value, 'body'), 'result');
      const status = get(value, 'status');
      const code = text(get(result, 'resultCode'));
      // Below the result codes there is the HTTP status alone.
      if (code === undefined && typeof status === 'number' && status >= 400)
        return judged('failed', text(status));
      return judged(get(result, 'resultStatus') === 'S' ? 'ok' : 'failed', code);
    }
    case 'merchant': {
      const network = get(value, 'networkError');
      if (network !== undefined) return judged('failed', text(network));
      const status = get(value, 'status');
      return judged(typeof status === 'number' && status < 400 ? 'ok' : 'failed', text(status));
    }
    default:
      return { verdict: 'ok' };
  }
}
