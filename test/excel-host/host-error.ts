/** An error as Excel answers it: a code that programs compare, and where it happened. */
export class HostError extends Error {
  readonly code: string;
  readonly location: string | undefined;

  constructor(code: string, message: string, location?: string) {
    super(message);
    this.code = code;
    this.location = location;
  }
}

/** Codes and messages from the documentation of Excel's API errors. */
export const hostErrors = {
  notFound: (location?: string) =>
    new HostError('ItemNotFound', "The requested resource doesn't exist.", location),
  exists: (location?: string) =>
    new HostError('ItemAlreadyExists', 'The resource being created already exists.', location),
  argument: (location?: string) =>
    new HostError(
      'InvalidArgument',
      'The argument is invalid or missing or has an incorrect format.',
      location,
    ),
  shape: (location?: string) =>
    new HostError(
      'InvalidArgument',
      "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
      location,
    ),
  denied: (location?: string) =>
    new HostError('AccessDenied', 'You cannot perform the requested operation.', location),
  operation: (location?: string) =>
    new HostError('InvalidOperation', 'The operation attempted is invalid on the object.', location),
  conflict: (location?: string) =>
    new HostError(
      'InsertDeleteConflict',
      'The attempted insert or delete operation resulted in a conflict.',
      location,
    ),
  pivot: (location?: string) =>
    new HostError(
      'PivotTableRangeConflict',
      'The attempted operation causes a conflict with a PivotTable range.',
      location,
    ),
  cellEditMode: () =>
    new HostError(
      'InvalidOperationInCellEditMode',
      'Excel is in cell-editing mode. Please exit the edit mode by pressing ENTER or TAB or selecting another cell, and then try again.',
    ),
  outOfMemory: () =>
    new HostError('GeneralException', 'There was an internal error while processing the request.'),
  apiNotFound: (member: string) =>
    new HostError('ApiNotFound', `The API ${member} could not be found in this version of Excel.`, member),
  notEmulated: (member: string) =>
    new HostError('FakeHostNotImplemented', `The fake host does not emulate ${member}.`, member),
} as const;
