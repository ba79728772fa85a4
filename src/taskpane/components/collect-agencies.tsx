import { Button } from '@fluentui/react-components';
import { useId } from 'react';
import type { Session } from '../../app/session-state';
import type { Surface } from '../surface';
import { useSharedStyles } from '../theme';
import { useWords } from '../words';
import { FilePicker } from './file-picker';

/** Picks workbooks of many agencies; the session reads them one after another. */
export const CollectAgencies = ({
  session,
  openCopy,
}: {
  readonly session: Session;
  readonly openCopy: NonNullable<Surface['openCopy']>;
}) => {
  const shared = useSharedStyles();
  const { all, files: words } = useWords().messages.many;
  const heading = useId();
  return (
    <section className={shared.column} aria-labelledby={heading}>
      <h2 id={heading} className={shared.subheading}>
        {words.title}
      </h2>
      <p className={shared.text}>{words.what}</p>
      <FilePicker
        label={words.pick}
        onFiles={(files) =>
          void session.collect(
            files.map(({ name, file }) => ({
              file: name,
              open: async () => openCopy(new Uint8Array(await file.arrayBuffer())),
            })),
          )
        }
      />
      {/* Who chose one of the workbook's agencies has a way back to all of them. */}
      {session.options().agency !== undefined && (
        <Button onClick={() => void session.planMany()}>{all}</Button>
      )}
    </section>
  );
};
