import { Group, Panel, Separator, useDefaultLayout } from 'react-resizable-panels';
import { useMessages, useScreen } from '../context.ts';
import { takesKeys } from '../keys.ts';
import { toCopy } from '../lib/copy-data.ts';
import { rememberingStorage } from '../lib/remembered.ts';
import { AgainBand } from './bar/again-band.tsx';
import { ControlBar } from './control-bar.tsx';
import { DetailPanel } from './detail/detail-panel.tsx';
import { Views } from './views.tsx';

/** The right place: what acts on the calls, the views of them, and the selected one. */
export function Inspector() {
  const m = useMessages();
  const { simulator } = useScreen();
  const layout = useDefaultLayout({
    id: 'inspector',
    panelIds: ['views', 'detail'],
    storage: rememberingStorage,
  });
  return (
    <section
      aria-label={m.inspector.region}
      onCopy={(event) => {
        const selected = String(getSelection());
        // What is selected in a field is the person's own text.
        if (event.defaultPrevented || selected === '' || takesKeys(event.target as Element)) return;
        event.clipboardData.setData('text/plain', toCopy(simulator, selected, false).text);
        event.preventDefault();
      }}
      className="relative flex h-full min-h-0 min-w-0 flex-col bg-surface"
    >
      <h2 className="sr-only">{m.inspector.region}</h2>
      <ControlBar />
      <AgainBand />
      <Group orientation="vertical" className="min-h-0 flex-1" {...layout}>
        <Panel id="views" minSize="20%" defaultSize="54%">
          <Views />
        </Panel>
        <Separator
          aria-label={m.top.resize}
          className="h-px bg-line transition-colors data-[separator=active]:bg-accent data-[separator=hover]:bg-accent"
        />
        <Panel id="detail" minSize="15%">
          <DetailPanel />
        </Panel>
      </Group>
    </section>
  );
}
