import { type Node, parse } from 'acorn';
import { transform } from 'sucrase';
import { withoutPlace } from '../axml/expression.ts';
import type { Compiled, Fault, Need } from '../compiled.ts';
import { mappingsByWords } from '../maps/by-words.ts';
import { lineStarts, linesOf } from '../maps/lines.ts';
import { Mappings } from '../maps/mappings.ts';
import { type Required, requiredBy } from './requires.ts';

/** How a module's code stands in the unit; names that a module may not declare again are found so. */
const HEAD = '(function (require, module, exports) {';

/**
 * A script to the body of a CommonJS module. Sources that the browser's own engine takes as they are stay as they are; imports and types are
 * rewritten line by line. A file that cannot be read becomes a module that throws an error of that place.
 * @param path as the developer knows it
 */
export function compileScript(source: string, path: string): Compiled {
  const typescript = /\.[mc]?ts$/.test(path);
  const needs = (required: readonly Required[]): Need[] =>
    required.map(({ specifier, at, optional }) => ({
      specifier,
      kind: path.endsWith('.sjs') ? 'sjs' : 'script',
      at,
      ...(optional ? { optional } : {}),
    }));

  if (!typescript) {
    const plain = asScript(source);
    if (plain) return { ...plain, needs: needs(plain.required), problems: [] };
  }
  let code: string;
  try {
    // Its own map loses the columns of everything behind a template that begins or ends with an expression.
    code = transform(source, {
      transforms: typescript ? ['imports', 'typescript'] : ['imports'],
      filePath: path,
      production: true,
      disableESTransforms: true,
    }).code;
  } catch (error) {
    return broken(source, path, faultOf(error, source, typescript));
  }
  let program: Node;
  try {
    program = parse(`${HEAD}${code}\n})`, { ecmaVersion: 'latest', allowHashBang: true });
  } catch (error) {
    return broken(source, path, faultOf(error, source, typescript, code));
  }
  // Lines are kept: what is required is named in the line of the source that the code has it in.
  const starts = lineStarts(source);
  const made = linesOf(code);
  const { required, later } = requiredBy(program);
  const placed = required.map((one) => {
    const start = starts[made.at(one.at - HEAD.length).line] ?? 0;
    // An import over several lines is required in the first.
    const found = source.indexOf(one.specifier, start);
    return { ...one, at: found < 0 ? start : found };
  });
  const mappings = mappingsByWords(source, code);
  return { code, mappings, needs: needs(placed), problems: [], later };
}

/** Code that needs no rewriting, with a mapping for each of its tokens; undefined: it is none. */
function asScript(
  source: string,
): { code: string; mappings: string; required: Required[]; later: boolean } | undefined {
  const mappings = new Mappings();
  // A line that begins with #! is none that can stand inside of a function.
  const code = source.startsWith('#!') ? `//${source.slice(2)}` : source;
  const lines = linesOf(code);
  let program: Node;
  try {
    program = parse(`${HEAD}${code}\n})`, {
      ecmaVersion: 'latest',
      onToken(token) {
        const from = token.start - HEAD.length;
        if (from < 0 || from >= code.length) return;
        const { line, column } = lines.at(from);
        mappings.add(line, column, line, column);
        // A line inside of a text or a template has no token of its own.
        const end = token.end - token.start > 1 ? lines.at(token.end - HEAD.length).line : line;
        for (let next = line + 1; next <= end; next++) mappings.add(next, 0, next, 0);
      },
    });
  } catch {
    return undefined;
  }
  const { required, later, dynamic } = requiredBy(program);
  // `import()` is a request of the browser's: it has to be rewritten.
  if (dynamic) return undefined;
  return {
    code,
    mappings: mappings.text,
    required: required.map((one) => ({ ...one, at: one.at - HEAD.length })),
    later,
  };
}

/** Where and why a source cannot be read. @param code what it was made into, when that is what cannot be read */
function faultOf(error: unknown, source: string, typescript: boolean, code?: string): Fault {
  const { message } = error as Error;
  if (!typescript) {
    // acorn says best what is wrong with the source itself.
    try {
      parse(source, {
        ecmaVersion: 'latest',
        sourceType: 'module',
        allowHashBang: true,
        allowReturnOutsideFunction: true,
      });
    } catch (first) {
      const { pos = 0, message: why } = first as { pos?: number; message: string };
      return { severity: 'error', at: Math.min(pos, source.length), message: withoutPlace(why) };
    }
  }
  const place = /\((\d+):(\d+)\)$/.exec(message);
  const starts = lineStarts(source);
  // Where made code is wrong, only its line is the source's.
  const line = Math.max(0, Number(place?.[1] ?? 1) - 1);
  const column = code === undefined ? Math.max(0, Number(place?.[2] ?? 1) - 1) : 0;
  return {
    severity: 'error',
    at: Math.min((starts[line] ?? 0) + column, source.length),
    message: withoutPlace(message).replace(/^Error transforming [^:]*: /, ''),
  };
}

/** A module that throws what is wrong with it, at the place where that is. */
export function broken(source: string, path: string, fault: Fault): Compiled {
  const { line, column } = linesOf(source).at(fault.at);
  const mappings = new Mappings();
  mappings.add(0, 0, line, column);
  return {
    code: `throw new SyntaxError(${JSON.stringify(`${fault.message} (${path}:${line + 1}:${column + 1})`)});`,
    mappings: mappings.text,
    needs: [],
    problems: [fault],
  };
}
