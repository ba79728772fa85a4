import { useEffect, useId, useRef, useState } from 'react';
import type { MergeSource } from '../../app/merge';
import type { Surface } from '../surface';
import { useSharedStyles } from '../theme';
import { useWords } from '../words';
import { FilePicker, type NamedFile } from './file-picker';

/** Picks the copies that came back, and reads them; what cannot be read is said by name. */
export const MergeFiles = ({
  openCopy,
  hasDocuments,
  onCopies,
}: {
  readonly openCopy: NonNullable<Surface['openCopy']>;
  readonly hasDocuments: boolean;
  readonly onCopies: (copies: readonly MergeSource[]) => void;
}) => {
  const shared = useSharedStyles();
  const { results, messages } = useWords();
  const { merge } = results;
  const heading = useId();
  const [refused, setRefused] = useState<readonly string[]>([]);

  const problems = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (refused.length > 0) problems.current?.scrollIntoView({ block: 'nearest' });
  }, [refused]);

  const read = async (files: readonly NamedFile[]): Promise<void> => {
    const unread: string[] = [];
    const copies: MergeSource[] = [];
    for (const { name, file } of files) {
      try {
        const copy = await openCopy(new Uint8Array(await file.arrayBuffer()));
        if (copy.ok) copies.push({ file: name, snapshot: copy.value });
        else unread.push(`${name}: ${messages.workbookRefusal(copy.error)}`);
      } catch {
        unread.push(`${name}: ${messages.notReadable(name)}`);
      }
    }
    setRefused(unread);
    // What could not be read is to be put right first: a merge without it would have to be repeated.
    if (copies.length > 0 && unread.length === 0) onCopies(copies);
  };

  return (
    <section className={shared.column} aria-labelledby={heading}>
      <h2 id={heading} className={shared.subheading}>
        {merge.title}
      </h2>
      <p className={shared.text}>{hasDocuments ? merge.what : merge.needsDocuments}</p>
      {hasDocuments && (
        <>
          <FilePicker label={merge.pick} onFiles={(files) => void read(files)} />
          <div ref={problems} role="alert" className={shared.tight}>
            {refused.map((sentence) => (
              <p key={sentence} className={shared.text}>
                ⚠ {sentence}
              </p>
            ))}
          </div>
        </>
      )}
    </section>
  );
};
