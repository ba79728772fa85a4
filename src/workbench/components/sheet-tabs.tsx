import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useSyncExternalStore } from 'react';
import type { WorkbenchTexts } from '../../app/messages/workbench-texts';
import type { Desk } from '../desk/desk';
import type { DeskTab } from '../desk/desk-state';

const useStyles = makeStyles({
  row: {
    display: 'flex',
    overflowX: 'auto',
    columnGap: '2px',
    padding: `2px ${tokens.spacingHorizontalS}`,
    backgroundColor: tokens.colorNeutralBackground3,
    borderTop: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  tab: { flexShrink: 0, fontWeight: tokens.fontWeightRegular, minWidth: 0 },
});

/** The sheets of the active workbook that are not hidden. */
export const SheetTabs = ({
  desk,
  tab,
  texts,
}: {
  readonly desk: Desk;
  readonly tab: DeskTab;
  readonly texts: WorkbenchTexts;
}) => {
  const styles = useStyles();
  const { snapshot } = useSyncExternalStore(tab.book.subscribe, tab.book.state);
  const sheets = snapshot.sheets.filter(({ visibility }) => visibility === 'visible');
  return (
    <nav className={styles.row} aria-label={texts.sheets}>
      {sheets.map(({ name }) => (
        <Button
          key={name}
          size="small"
          className={styles.tab}
          appearance={name === tab.sheet ? 'outline' : 'subtle'}
          aria-current={name === tab.sheet ? 'true' : undefined}
          onClick={() => {
            desk.openSheet(name);
          }}
        >
          {name}
        </Button>
      ))}
    </nav>
  );
};
