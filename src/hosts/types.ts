/** What a host must know of a site. */
export type HostedSite = {
  /** `docs.example.org`. */
  hostname: string;
  /** Path that the site stands under, with `/` at both ends. */
  base: string;
  /** The Content-Security-Policy of its pages. */
  policy: string;
  /** Whether each text is there compressed too, as `.gz` and `.br`. */
  isCompressed: boolean;
  redirects: Redirect[];
};

/** Paths with the base, not encoded. An old address is gone for good; a short one may come to mean two guides. */
export type Redirect = { from: string; to: string; status: 301 | 302 };

/** A host, and what it must be told to serve a site: one file and one line of the table in `index.ts`. */
export type Host = {
  /** As people write it. */
  name: string;
  /** Files by the path where they are kept, and what is in them. */
  files(site: HostedSite): Record<string, string>;
  /** What to do with the files, and what the host cannot do; a sentence each. */
  notes(site: HostedSite): string[];
};
