import type { Compiled, Fault, Need } from '../compiled.ts';
import { type Lines, linesOf } from '../maps/lines.ts';
import { Mappings } from '../maps/mappings.ts';
import { type Chunk, Emitter } from './emit.ts';
import { Expressions } from './expression.ts';
import { type Attribute, type ElementNode, type Node, parseMarkup } from './parse.ts';
import { sjsNames } from './sjs.ts';

export interface CompiledTemplate extends Compiled {
  /** Tags that the platform does not define: components, or unknown. Tag to the offset where it stands first. */
  tags: ReadonlyMap<string, number>;
}

/**
 * An AXML file to a module whose exports are a TemplateModule (contract/axml/toolkit.ts) and `own`: the templates that the file
 * defines itself, which is what an `<import>` of it brings.
 * @param expressions of the program, so that what several files say is compiled once
 */
export function compileTemplate(source: string, expressions = new Expressions()): CompiledTemplate {
  const faults: Fault[] = [];
  const parts = takeApart(parseMarkup(source, faults), faults);
  const needs = new Map<string, Need>();
  const need = (kind: Need['kind'], attribute: Attribute): string => {
    const specifier = attribute.value?.trim() ?? '';
    if (!needs.has(specifier)) needs.set(specifier, { specifier, kind, at: attribute.valueAt });
    return JSON.stringify(specifier);
  };

  const tail: string[] = [];
  const modules = sjsNames(parts.sjs, faults, need, tail);
  const emitter = new Emitter(faults, expressions, parts.slotsInTemplates);
  const { chunks } = emitter;
  chunks.push('exports.render = ');
  emitter.render(parts.nodes, modules);
  chunks.push(';\nvar $own = exports.own = {');
  for (const [name, template] of parts.templates) {
    chunks.push(template.at, `\n${name === '__proto__' ? '["__proto__"]' : JSON.stringify(name)}: `);
    emitter.render(template.children, modules);
    chunks.push(',');
  }
  chunks.push('};\n');

  const imported = parts.imports.map((attribute) => `require(${need('template', attribute)}).own, `);
  for (const [specifier, { variable, at }] of emitter.includes)
    tail.push(
      `var ${variable} = require(${need('include', { name: 'src', at, value: specifier, valueAt: at })});`,
    );
  chunks.push(
    [
      ...tail,
      ...emitter.constants,
      // A file that imports this one in turn gets what it defines itself: that stands above.
      `var $t = exports.templates = Object.assign({}, ${imported.join('')}$own);`,
    ].join('\n'),
  );
  return {
    ...written(chunks, linesOf(source)),
    needs: [...needs.values()],
    problems: faults,
    tags: parts.tags,
  };
}

/** A file's parts that are no nodes. */
interface Parts {
  nodes: Node[];
  templates: Map<string, ElementNode>;
  imports: Attribute[];
  sjs: ElementNode[];
  tags: Map<string, number>;
  slotsInTemplates: boolean;
}

function takeApart(nodes: readonly Node[], faults: Fault[]): Parts {
  const parts: Parts = {
    nodes: [],
    templates: new Map(),
    imports: [],
    sjs: [],
    tags: new Map(),
    slotsInTemplates: false,
  };
  const named = (element: ElementNode, name: string) => element.attributes.find((one) => one.name === name);
  const kept = (list: readonly Node[], inTemplate: boolean): Node[] =>
    list.filter((node) => {
      if (node.kind === 'text') return true;
      const element = node;
      const template = element.tag === 'template' ? named(element, 'name') : undefined;
      element.children = kept(element.children, inTemplate || template !== undefined);
      switch (element.tag) {
        case 'template':
          if (!template) return true;
          if (parts.templates.has(template.value ?? ''))
            faults.push({
              severity: 'warning',
              at: template.at,
              message: `There are two templates of the name '${template.value ?? ''}'; the last one counts`,
            });
          parts.templates.set(template.value ?? '', element);
          return false;
        case 'import': {
          const src = named(element, 'src') ?? named(element, 'from');
          if (src?.value) parts.imports.push(src);
          else faults.push({ severity: 'error', at: element.at, message: '<import> has no src' });
          return false;
        }
        case 'import-sjs':
          parts.sjs.push(element);
          return false;
        case 'slot':
          if (inTemplate) parts.slotsInTemplates = true;
          return true;
        default:
          if (!parts.tags.has(element.tag)) parts.tags.set(element.tag, element.at);
          return true;
      }
    });
  parts.nodes = kept(nodes, false);
  return parts;
}

/** Chunks to code and its map. */
function written(chunks: readonly Chunk[], lines: Lines): { code: string; mappings: string } {
  const mappings = new Mappings();
  const texts: string[] = [];
  let line = 0;
  let column = 0;
  let mark = -1;
  for (const chunk of chunks) {
    if (typeof chunk === 'number') {
      mark = chunk;
      continue;
    }
    if (mark >= 0 && chunk) {
      const place = lines.at(mark);
      mappings.add(line, column, place.line, place.column);
      mark = -1;
    }
    texts.push(chunk);
    column += chunk.length;
    for (let at = chunk.indexOf('\n'); at >= 0; at = chunk.indexOf('\n', at + 1)) {
      line++;
      column = chunk.length - at - 1;
    }
  }
  return { code: texts.join(''), mappings: mappings.text };
}
