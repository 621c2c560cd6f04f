import type { RefObject } from 'react';
import type { Sheet } from '../../host/device.ts';
import { useSimulator } from '../context.ts';
import { lazily, WhileLoading } from '../lib/lazily.tsx';
import { ConsentSheet } from './consent-sheet.tsx';

// The consent dialog is there at once; the others are fetched when a program first shows one.
const AlertDialog = lazily(() =>
  import('./message-sheet.tsx').then((module) => ({ default: module.AlertDialog })),
);
const ConfirmDialog = lazily(() =>
  import('./message-sheet.tsx').then((module) => ({ default: module.ConfirmDialog })),
);
const PromptDialog = lazily(() =>
  import('./message-sheet.tsx').then((module) => ({ default: module.PromptDialog })),
);
const ActionDialog = lazily(() =>
  import('./action-dialog.tsx').then((module) => ({ default: module.ActionDialog })),
);
const SettingsDialog = lazily(() =>
  import('./settings-dialog.tsx').then((module) => ({ default: module.SettingsDialog })),
);
const ImagesDialog = lazily(() =>
  import('./images-dialog.tsx').then((module) => ({ default: module.ImagesDialog })),
);
const ViewerDialog = lazily(() =>
  import('./viewer-dialog.tsx').then((module) => ({ default: module.ViewerDialog })),
);
const OptionsDialog = lazily(() =>
  import('./options-dialog.tsx').then((module) => ({ default: module.OptionsDialog })),
);
const ShareDialog = lazily(() =>
  import('./share-dialog.tsx').then((module) => ({ default: module.ShareDialog })),
);

/** Everything that the super app shows over the program and waits for, oldest at the bottom. */
export function Sheets({ device }: { device: RefObject<HTMLElement | null> }) {
  const { sheets } = useSimulator('device').device.view;
  return (
    <>
      {sheets.map((sheet, index) => (
        <WhileLoading key={sheet.id}>
          <OneSheet sheet={sheet} top={index === sheets.length - 1} device={device} />
        </WhileLoading>
      ))}
    </>
  );
}

function OneSheet({
  sheet,
  top,
  device,
}: {
  sheet: Sheet;
  top: boolean;
  device: RefObject<HTMLElement | null>;
}) {
  switch (sheet.kind) {
    case 'consent':
      return <ConsentSheet sheet={sheet} device={device} />;
    case 'alert':
      return <AlertDialog sheet={sheet} top={top} />;
    case 'confirm':
      return <ConfirmDialog sheet={sheet} top={top} />;
    case 'prompt':
      return <PromptDialog sheet={sheet} top={top} />;
    case 'actionSheet':
      return <ActionDialog sheet={sheet} top={top} />;
    case 'settings':
      return <SettingsDialog sheet={sheet} top={top} />;
    case 'images':
      return <ImagesDialog sheet={sheet} top={top} />;
    case 'viewer':
      return <ViewerDialog sheet={sheet} top={top} />;
    case 'options':
      return <OptionsDialog sheet={sheet} top={top} />;
    case 'share':
      return <ShareDialog sheet={sheet} top={top} />;
  }
}
