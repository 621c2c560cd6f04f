import { Component, h, render } from 'preact';
import type { AxmlUnit } from '../../src/contract/axml/unit.ts';
import { install } from '../../src/guest/axml/install.ts';

/** One table of rows, drawn in three ways: the program's way (AXML), plain Preact, and plain DOM. */
export interface Table {
  /** Does it, and resolves when it is drawn. */
  run(operation: Operation): Promise<void>;
  element: HTMLElement;
}
export type Operation =
  | 'create'
  | 'replace'
  | 'update'
  | 'select'
  | 'swap'
  | 'remove'
  | 'append'
  | 'row'
  | 'clear';

interface Row {
  id: number;
  label: string;
}

declare global {
  interface Window {
    axmlBench: {
      start(units: Record<string, AxmlUnit>): Promise<void>;
      /** Milliseconds that one way needs for an operation, from a table of 1,000 rows. */
      time(way: 'axml' | 'preact' | 'dom', operation: Operation): Promise<number>;
      /** The same rows in all three. */
      check(): boolean;
    };
  }
}

const WORDS = ['pretty', 'large', 'big', 'small', 'tall', 'short', 'long', 'handsome', 'plain', 'quaint'];
let ids = 0;
let seed = 1;
const word = () => {
  seed = (seed * 16807) % 2147483647;
  return WORDS[seed % WORDS.length];
};
const rows = (count: number): Row[] =>
  Array.from({ length: count }, () => ({ id: ++ids, label: `${word()} ${word()} ${word()}` }));
const turn = () =>
  new Promise<void>((done) => queueMicrotask(() => queueMicrotask(() => queueMicrotask(done))));

/** The next state of the table, for those who keep it as a value. */
function next(operation: Operation, state: { rows: Row[]; selected: number }): typeof state {
  const list = state.rows;
  const row = (index: number) => list[index] as Row;
  switch (operation) {
    case 'create':
    case 'replace':
      return { rows: rows(1000), selected: 0 };
    case 'append':
      return { ...state, rows: [...list, ...rows(1000)] };
    case 'update':
      return {
        ...state,
        rows: list.map((one, i) => (i % 10 === 0 ? { ...one, label: `${one.label} !!!` } : one)),
      };
    case 'row':
      return { ...state, rows: list.with(500, { ...row(500), label: `${row(500).label} !!!` }) };
    case 'select':
      return { ...state, selected: row(500).id };
    case 'swap':
      return { ...state, rows: list.with(1, row(998)).with(998, row(1)) };
    case 'remove':
      return { ...state, rows: list.toSpliced(500, 1) };
    case 'clear':
      return { rows: [], selected: 0 };
  }
}

interface RowProps {
  row: Row;
  selected: boolean;
}
/** As js-framework-benchmark has it for Preact: a row that is the same is not drawn again. */
class RowView extends Component<RowProps> {
  override shouldComponentUpdate({ row, selected }: RowProps) {
    return row !== this.props.row || selected !== this.props.selected;
  }
  override render({ row, selected }: RowProps) {
    return h(
      'view',
      { class: selected ? 'row danger' : 'row' },
      h('view', { class: 'id' }, row.id),
      h('view', { class: 'label', onClick: () => undefined }, row.label),
      h('view', { class: 'remove', onClick: () => undefined }, 'x'),
    );
  }
}

class App extends Component<{ made(app: App): void }, { rows: Row[]; selected: number }> {
  override state = { rows: [] as Row[], selected: 0 };
  override render() {
    this.props.made(this);
    const { selected } = this.state;
    return this.state.rows.map((row) => h(RowView, { key: row.id, row, selected: row.id === selected }));
  }
}

function preactTable(element: HTMLElement): Table {
  let app: App | undefined;
  const made = (table: App) => {
    app = table;
  };
  render(h(App, { made }), element);
  return {
    element,
    async run(operation) {
      app?.setState((state) => next(operation, state));
      await turn();
    },
  };
}

function domTable(element: HTMLElement): Table {
  const made = (row: Row) => {
    const view = document.createElement('view');
    view.className = 'row';
    for (const [name, text] of [
      ['id', String(row.id)],
      ['label', row.label],
      ['remove', 'x'],
    ] as const) {
      const part = document.createElement('view');
      part.className = name;
      part.append(text);
      view.append(part);
    }
    return view;
  };
  const label = (index: number) => {
    const text = element.children[index]?.children[1]?.firstChild;
    if (text) text.nodeValue += ' !!!';
  };
  return {
    element,
    async run(operation) {
      const { children } = element;
      switch (operation) {
        case 'create':
        case 'replace':
          element.replaceChildren(...rows(1000).map(made));
          break;
        case 'append':
          element.append(...rows(1000).map(made));
          break;
        case 'update':
          for (let i = 0; i < children.length; i += 10) label(i);
          break;
        case 'row':
          label(500);
          break;
        case 'select':
          element.querySelector('.danger')?.classList.remove('danger');
          children[500]?.classList.add('danger');
          break;
        case 'swap': {
          const [one, other] = [children[1], children[998]];
          const after = children[999] ?? null;
          if (one && other) {
            element.insertBefore(other, one);
            element.insertBefore(one, after);
          }
          break;
        }
        case 'remove':
          children[500]?.remove();
          break;
        case 'clear':
          element.replaceChildren();
      }
      await turn();
    },
  };
}

const tables: Partial<Record<'axml' | 'preact' | 'dom', Table>> = {};

window.axmlBench = {
  async start(units) {
    const host = {
      start: { stack: [] },
      base: '',
      load: async (name: string) => units[name] as AxmlUnit,
      fileUrl: async () => undefined,
      pages: () => undefined,
      onAsk: () => undefined,
      onPatch: () => undefined,
      notice: (code: string, params: object) => console.warn(code, params),
      report: (error: unknown) => console.error(error),
    };
    const my = {};
    await install(window, { host, my: () => my }).start();
    const { page } = globalThis as unknown as {
      page: { bench(operation: Operation, make: typeof rows): void };
    };
    tables.axml = {
      element: document.querySelector('page') as HTMLElement,
      async run(operation) {
        page.bench(operation, rows);
        await turn();
      },
    };
    const stage = () => {
      const screen = document.createElement('axml-screen');
      const root = document.createElement('page');
      screen.append(root);
      document.body.append(screen);
      return root;
    };
    tables.preact = preactTable(stage());
    tables.dom = domTable(stage());
  },
  async time(way, operation) {
    const table = tables[way] as Table;
    ids = 0;
    seed = 1;
    await table.run('clear');
    if (operation !== 'create') await table.run('create');
    if (operation === 'swap' || operation === 'select') await table.run(operation);
    const start = performance.now();
    await table.run(operation);
    return performance.now() - start;
  },
  check() {
    const texts = Object.values(tables).map(({ element }) => element.textContent);
    return texts.length === 3 && texts.every((text) => text === texts[0] && text !== '');
  },
};
