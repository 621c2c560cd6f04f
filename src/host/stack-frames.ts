/** One call in a stack, as a browser tells it. */
export interface StackFrame {
  /** What is called; empty: nothing that has a name. */
  name: string;
  url: string;
  line: number;
  column: number;
}

/** More are not looked at. */
const MOST = 30;
/** `    at pick (http://x/a.js:3:5)`, `    at async http://x/a.js:3:5`; `pick@http://x/a.js:3:5` in Firefox and Safari. */
const V8 = /^\s*at (?:(?:async )?(.*?) \()?(?:async )?(\S+?):(\d+):(\d+)\)?$/;
const OTHERS = /^(.*?)@(\S+?):(\d+):(\d+)$/;

/** The calls in an error's `stack`, the innermost first. What stands there besides, such as the message, is left out. */
export function stackFrames(stack: string): StackFrame[] {
  const frames: StackFrame[] = [];
  for (const text of stack.split('\n')) {
    const match = V8.exec(text) ?? OTHERS.exec(text);
    if (!match || frames.length >= MOST) continue;
    const [, name = '', url = '', line, column] = match;
    frames.push({ name: name.replace(/^new /, ''), url, line: Number(line), column: Number(column) });
  }
  return frames;
}
