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
  denied: (location?: string) =>
    new HostError('AccessDenied', 'You cannot perform the requested operation.', location),
  operation: (location?: string) =>
    new HostError('InvalidOperation', 'The operation attempted is invalid on the object.', location),
  apiNotFound: (member: string) =>
    new HostError('ApiNotFound', `The API ${member} could not be found in this version of Excel.`, member),
  tooLarge: (what: 'Request' | 'Response') =>
    new HostError(`${what}PayloadSizeLimitExceeded`, `The ${what.toLowerCase()} is larger than 5 MB.`),
  notEmulated: (member: string) =>
    new HostError('FakeHostNotImplemented', `The fake host does not emulate ${member}.`, member),
} as const;
