import { NOTICES, type NoticeCode } from '../../contract/notices.ts';
import type { SimulatorApi } from '../../host/simulator-api.ts';

/** Tells the developer something that belongs to no run: to the page itself. */
export function notice(
  { trace }: Pick<SimulatorApi, 'trace'>,
  code: NoticeCode,
  params: Record<string, string | number>,
): void {
  trace.append({ type: 'notice', code, level: NOTICES[code].level, params });
}
