import type { ProgramPicture as Picture } from '../../../contract/trace.ts';
import { lazily, WhileLoading } from '../../lib/lazily.tsx';

const DrawnPicture = lazily(() =>
  import('./drawn-picture.tsx').then((module) => ({ default: module.DrawnPicture })),
);

/** What a program showed at some step, scaled into the width that there is. Drawing is fetched when it is needed. */
export function ProgramPicture({ picture }: { picture: Picture }) {
  const { width, height } = picture;
  const room = (
    <div style={{ maxWidth: width, aspectRatio: `${Math.max(1, width)} / ${Math.max(1, height)}` }} />
  );
  return (
    <WhileLoading show={room}>
      <DrawnPicture picture={picture} />
    </WhileLoading>
  );
}
