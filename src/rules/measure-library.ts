import type { LibraryEntry } from '../core/measures/library';
import { eitEntries2562 } from './library/eit-items-2562';
import { eitEntries2567 } from './library/eit-items-2567';
import { iitEntries2562 } from './library/iit-items-2562';
import { iitEntries2567 } from './library/iit-items-2567';
import { indicatorEntries } from './library/indicators';
import { issueEntries } from './library/issues';
import { oitAdministrationEntries } from './library/oit-administration';
import { oitBasicsEntries } from './library/oit-basics';
import { oitPreventionEntries } from './library/oit-prevention';
import { oitProcurementPeopleEntries } from './library/oit-procurement-people';
import { oitTransparencyEntries } from './library/oit-transparency';

/** What an agency can do about every indicator, question and issue of every year, as drafts. */
export const measureLibrary: readonly LibraryEntry[] = [
  ...indicatorEntries,
  ...iitEntries2562,
  ...iitEntries2567,
  ...eitEntries2562,
  ...eitEntries2567,
  ...oitBasicsEntries,
  ...oitAdministrationEntries,
  ...oitProcurementPeopleEntries,
  ...oitTransparencyEntries,
  ...oitPreventionEntries,
  ...issueEntries,
];
