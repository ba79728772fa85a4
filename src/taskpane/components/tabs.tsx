import { makeStyles, tokens } from '@fluentui/react-components';
import { useRef } from 'react';

const useStyles = makeStyles({
  tabs: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalXS },
  tab: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
    border: 'none',
    borderBottom: '3px solid transparent',
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
    '&[aria-selected="true"]': {
      borderBottomColor: tokens.colorCompoundBrandStroke,
      fontWeight: tokens.fontWeightSemibold,
      '@media (forced-colors: active)': { borderBottomColor: 'Highlight' },
    },
    '@media (forced-colors: active)': { borderBottomColor: 'Canvas' },
  },
});

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 };

/** Names of parts of which one is shown: one stop for Tab, and the arrows go from one to the next. */
export const Tabs = <Name extends string>({
  label,
  names,
  textOf,
  selected,
  idOf,
  panel,
  onSelect,
}: {
  readonly label: string;
  readonly names: readonly Name[];
  readonly textOf: Readonly<Record<Name, string>>;
  readonly selected: Name;
  readonly idOf: (name: Name) => string;
  /** Id of what shows the part. */
  readonly panel: string;
  readonly onSelect: (name: Name) => void;
}) => {
  const styles = useStyles();
  const list = useRef<HTMLDivElement>(null);
  const go = (index: number): void => {
    const name = names[(index + names.length) % names.length];
    if (name === undefined) return;
    onSelect(name);
    list.current?.querySelector<HTMLElement>(`[id="${idOf(name)}"]`)?.focus();
  };
  return (
    <div ref={list} role="tablist" aria-label={label} className={styles.tabs}>
      {names.map((name, index) => (
        <button
          key={name}
          type="button"
          role="tab"
          id={idOf(name)}
          className={styles.tab}
          aria-selected={name === selected}
          aria-controls={panel}
          tabIndex={name === selected ? 0 : -1}
          onClick={() => {
            onSelect(name);
          }}
          onKeyDown={({ key }) => {
            const step = STEPS[key];
            if (step !== undefined) go(index + step);
            else if (key === 'Home') go(0);
            else if (key === 'End') go(names.length - 1);
          }}
        >
          {textOf[name]}
        </button>
      ))}
    </div>
  );
};
