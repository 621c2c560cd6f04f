import type { Rule } from '../contract/rule.ts';
import type { Payload } from '../contract/trace.ts';
import type { Clock } from './clock.ts';
import type { DeviceView, RecordedView } from './device.ts';
import type { RuleInUse } from './rules.ts';
import type { Simulator } from './simulator.ts';
import type { Trace } from './trace.ts';

/** What is changed from outside of any hop, and not recorded: it is put back as it was. */
export interface Recorder {
  quietly(task: () => void): void;
}

/** Records what is changed from outside of any hop: the clock, the rules, and what the phone shows. */
export function recordOutside(simulator: Simulator): Recorder {
  const { trace, clock, device, rules, gate } = simulator;
  let quiet = false;
  clock.onChange((jumped) => {
    // While a recording is done again, its own clock events are.
    if (quiet || (gate.replay && !gate.replay.over)) return;
    recordClock(trace, clock, jumped);
  });
  device.onChange(() => quiet || recordView(trace, trace.payloads.put(viewOf(device.view))));
  rules.onChange(() => {
    if (quiet) return;
    const list = rules.list.map(ruleOf);
    if (JSON.stringify(list) !== JSON.stringify(trace.state.rules ?? []))
      trace.append({ type: 'rules', rules: list });
  });
  return {
    quietly(task) {
      quiet = true;
      try {
        task();
      } finally {
        quiet = false;
      }
    },
  };
}

/** Records how the clock goes, unless that is as it went before and it has not jumped. */
export function recordClock(trace: Trace, clock: Clock, jumped = 0): void {
  const mode = clock.frozen ? 'frozen' : 'real';
  const { speed } = clock;
  const before = trace.state.clock ?? { mode: 'real', speed: 1 };
  if (jumped !== 0 || mode !== before.mode || speed !== before.speed)
    trace.append({ type: 'clock', mode, speed, jumped });
}

/** Records what the phone shows, unless it is what it showed before. */
export function recordView(trace: Trace, view: Payload): void {
  if (JSON.stringify(view) !== JSON.stringify(trace.state.device)) trace.append({ type: 'device', view });
}

/** What the phone shows, without the ids by which it tells its sheets apart: they are no part of what happened. */
export function viewOf({ sheets, toast, loading, ...view }: DeviceView): RecordedView {
  return {
    ...view,
    sheets: sheets.map(({ id: _id, ...sheet }) => sheet),
    toast: toast && { content: toast.content, type: toast.type },
    loading: loading && { content: loading.content },
  };
}

function ruleOf({ used: _used, left: _left, ...rule }: RuleInUse): Rule {
  return rule;
}
