import { useState } from 'react';
import { SAMPLE_PICTURES, type SamplePicture } from '../../contract/sample-pictures.ts';
import type { ImagesSheet, Sheet } from '../../host/device.ts';
import { useSimulator } from '../context.ts';
import { cx } from '../parts/class-names.ts';
import { DialogButton, DialogButtons, DialogFrame } from './dialog-frame.tsx';
import { readPicture } from './read-picture.ts';
import { useSheetTexts } from './use-sheet-texts.ts';

/** The phone's album (`my.chooseImage`): sample pictures, and files of whoever sits before the page. */
export function ImagesDialog({ sheet, top }: { sheet: Sheet & ImagesSheet; top: boolean }) {
  const { device } = useSimulator();
  const { images } = useSheetTexts();
  const [own, setOwn] = useState<SamplePicture[]>([]);
  const [chosen, setChosen] = useState<string[]>([]);
  const [problem, setProblem] = useState('');
  const done = (urls: string[]) => () => device.answer<'images'>(sheet.id, { urls });
  // One too many takes the place of the first.
  const choose = (...urls: string[]) => setChosen((were) => [...were, ...urls].slice(-sheet.count));
  const read = async (files: readonly File[]) => {
    const made: SamplePicture[] = [];
    setProblem('');
    for (const file of files) {
      const picture = await readPicture(file);
      if (typeof picture === 'string') setProblem(images[picture](file.name));
      else made.push(picture);
    }
    setOwn((were) => [...were, ...made.filter(({ url }) => !were.some((one) => one.url === url))]);
    choose(...made.map(({ url }) => url));
  };
  return (
    <DialogFrame label={images.title(sheet.count)} top={top} bottom onEscape={done([])}>
      <h2 className="border-b border-line px-4 py-3 text-center font-semibold">
        {images.title(sheet.count)}
      </h2>
      <div className="grid min-h-0 grid-cols-4 gap-2 overflow-y-auto p-4">
        {[...SAMPLE_PICTURES, ...own].map(({ id, url }, index) => {
          const at = chosen.indexOf(url);
          return (
            <button
              key={url}
              type="button"
              data-autofocus={index === 0 || undefined}
              aria-pressed={at >= 0}
              aria-label={images.sample(id)}
              className={cx('relative overflow-hidden rounded-control', at >= 0 && 'ring-2 ring-accent')}
              onClick={() => (at >= 0 ? setChosen(chosen.filter((one) => one !== url)) : choose(url))}
            >
              <img src={url} alt="" className="aspect-4/3 w-full object-cover" />
              {at >= 0 && (
                <span
                  aria-hidden
                  className="tabular absolute top-1 right-1 size-5 rounded-full bg-accent text-xs leading-5 text-on-accent"
                >
                  {at + 1}
                </span>
              )}
            </button>
          );
        })}
      </div>
      <div className="px-4 pb-3">
        <label className="flex items-center gap-2 text-[13px] text-muted">
          {images.own}
          <input
            type="file"
            accept="image/*"
            multiple={sheet.count > 1}
            className="min-w-0 flex-1"
            onChange={(event) => void read(Array.from(event.target.files ?? []))}
          />
        </label>
        <p role="status" className="text-failed">
          {problem}
        </p>
      </div>
      <DialogButtons>
        <DialogButton onClick={done([])}>{images.cancel}</DialogButton>
        <DialogButton primary onClick={done(chosen)}>
          {images.use}
        </DialogButton>
      </DialogButtons>
    </DialogFrame>
  );
}
