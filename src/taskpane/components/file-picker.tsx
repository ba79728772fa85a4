import { Button } from '@fluentui/react-components';
import { useRef } from 'react';

/** A picked file under a name that no other one of them has. */
export type NamedFile = { readonly name: string; readonly file: File };

/** Two files of one name may come from different folders. */
const named = (files: readonly File[]): readonly NamedFile[] => {
  const times = new Map<string, number>();
  return files.map((file) => {
    const time = (times.get(file.name) ?? 0) + 1;
    times.set(file.name, time);
    return { name: time === 1 ? file.name : `${file.name} (${time})`, file };
  });
};

/** A button that lets the officer pick workbooks from disk. */
export const FilePicker = ({
  label,
  onFiles,
}: {
  readonly label: string;
  readonly onFiles: (files: readonly NamedFile[]) => void;
}) => {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        accept=".xlsx,.xlsm"
        multiple
        hidden
        aria-label={label}
        onChange={({ target }) => {
          const files = [...(target.files ?? [])];
          // The same files may be chosen once more after they were put right.
          target.value = '';
          if (files.length > 0) onFiles(named(files));
        }}
      />
      <Button
        onClick={() => {
          input.current?.click();
        }}
      >
        {label}
      </Button>
    </>
  );
};
