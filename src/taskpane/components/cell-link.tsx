import { Link } from '@fluentui/react-components';
import type { PaneTexts } from '../../app/messages/pane-texts';
import { cellName, type CellRef } from '../../core/cell-address';

/** Leads to a cell of the workbook. */
export const CellLink = ({
  cell,
  texts,
  onShow,
}: {
  readonly cell: CellRef;
  readonly texts: PaneTexts;
  readonly onShow: (cell: CellRef) => void;
}) => (
  <Link
    as="button"
    onClick={() => {
      onShow(cell);
    }}
  >
    {texts.goTo(cellName(cell))}
  </Link>
);
