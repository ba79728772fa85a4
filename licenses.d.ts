/** A package whose code or files can reach what is published. */
export type PublishedPackage = {
  readonly name: string;
  readonly version: string;
  /** As the package names it; null where it does not. */
  readonly license: string | null;
  readonly text: string;
};

export declare const BUILT_FROM: readonly string[];
export declare const publishedPackages: () => readonly PublishedPackage[];
export declare const licensesText: () => string;
