import { Button } from '@fluentui/react-components';
import { useEffect, useId, useRef, useState } from 'react';
import type { MergeSource } from '../../app/merge';
import type { Surface } from '../surface';
import { useSharedStyles } from '../theme';
import { useWords } from '../words';

/** Names of files, each once: two of one name may come from different folders. */
const ownNames = (files: readonly File[]): readonly string[] =>
  files.map(({ name }, index) => {
    const before = files.slice(0, index).filter((file) => file.name === name).length;
    return before === 0 ? name : `${name} (${before + 1})`;
  });

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
  const input = useRef<HTMLInputElement>(null);
  const [refused, setRefused] = useState<readonly string[]>([]);

  const problems = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (refused.length > 0) problems.current?.scrollIntoView({ block: 'nearest' });
  }, [refused]);

  const read = async (files: readonly File[]): Promise<void> => {
    const names = ownNames(files);
    const unread: string[] = [];
    const copies: MergeSource[] = [];
    for (const [index, file] of files.entries()) {
      const name = names[index] ?? file.name;
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
          <input
            ref={input}
            type="file"
            accept=".xlsx,.xlsm"
            multiple
            hidden
            aria-label={merge.pick}
            onChange={({ target }) => {
              const files = [...(target.files ?? [])];
              // The same files may be chosen once more after they were put right.
              target.value = '';
              if (files.length > 0) void read(files);
            }}
          />
          <Button
            onClick={() => {
              input.current?.click();
            }}
          >
            {merge.pick}
          </Button>
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
