import { Link } from '@fluentui/react-components';
import { a1, cellName, type CellRef } from '../../core/cell-address';
import { useSharedStyles } from '../theme';
import { useWords } from '../words';

/** Leads to a cell of the workbook. */
export const CellLink = ({
  cell,
  isShort = false,
  onShow,
}: {
  readonly cell: CellRef;
  /** Where a heading says already that it leads to the cell. */
  readonly isShort?: boolean;
  readonly onShow: (cell: CellRef) => void;
}) => {
  const shared = useSharedStyles();
  const { results } = useWords();
  const name = cellName(cell);
  const shown = isShort ? name : results.goTo(name);
  // A line may end within the name of a sheet, never within an address.
  const address = a1(cell);
  return (
    <Link
      as="button"
      // One name, for some readers of the screen put a blank where the address begins.
      aria-label={results.goTo(name)}
      onClick={() => {
        onShow(cell);
      }}
    >
      {shown.slice(0, shown.length - address.length)}
      <span className={shared.whole}>{address}</span>
    </Link>
  );
};
