import type { CauseFrontmatter } from './cause-schema.ts';
import type { SourceFile } from './content-files.ts';
import type { CauseSection, GuideSection } from './page-sections.ts';
import type { Proof } from './proof-schema.ts';
import type { EnvironmentSettings, FrameworkSettings, GuideFrontmatter } from './schema.ts';
import type { Section } from './sections.ts';
import type { SiteParts } from './site-parts.ts';
import type { Site } from './site-schema.ts';

/** Everything below a content folder, read and validated file by file; plain data. */
export type Content = SiteParts & {
  dir: string;
  site: Site;
  frameworks: Framework[];
  guides: Guide[];
  /** The lines of ids.txt: every guide and cause ever published; absent when it cannot be read. */
  idLines: string[] | undefined;
  /** Ids of frameworks and guides whose folders are there and could not be read. */
  unreadable: string[];
};

/** Gives the line of a file on which a field stands, 1-based. */
export type LineOf = (path: PropertyKey[]) => number;

export type Framework = {
  /** Folder name: `celery`. */
  id: string;
  dir: string;
  settings: FrameworkSettings;
  lineOf: LineOf;
  /** In the order of framework.yaml; the first is shown. */
  environments: Environment[];
  /** Files of every guide of the framework. */
  app: SourceFile[];
};

export type Environment = EnvironmentSettings & {
  dir: string;
  /** The locks: requirements.txt, package-lock.json, pom.xml … */
  files: SourceFile[];
};

export type Guide = {
  /** `framework/guide`, as in the URL: `celery/worker-lost-error`. */
  id: string;
  framework: Framework;
  dir: string;
  frontmatter: GuideFrontmatter;
  /** Of guide.mdx. */
  lineOf: LineOf;
  sections: Record<GuideSection, Section>;
  /** Files of every cause of the guide. */
  app: SourceFile[];
  /** The workflow shown; runs the commands that prove ran. */
  ci: { text: string; path: string };
  /** In their order. */
  causes: Cause[];
  /** Folders of causes that could not be read. */
  invalidCauses: string[];
};

export type Cause = {
  /** Folder name, and anchor on the guide's page: `out-of-memory`. */
  id: string;
  dir: string;
  frontmatter: CauseFrontmatter;
  /** Of cause.mdx. */
  lineOf: LineOf;
  sections: Record<CauseSection, Section>;
  /** The files of its own layers; `composeRun` puts them on those below. */
  layers: Record<CauseLayer, SourceFile[]>;
  /** The files of its sides for one environment, by its id: those of `fixed@5.9/` lie on those of `fixed/`. */
  environmentLayers: Record<Side, Record<string, SourceFile[]>>;
  /** What proofs wrote, by environment. */
  recorded: Recorded[];
};

/** The workflow of a framework, for guides without one; `text` is missing when it has none. */
export type FrameworkCi = { path: string; text: string | undefined };

export type CauseLayer = 'app' | 'broken' | 'fixed' | 'test';
export const causeLayers = ['app', 'broken', 'fixed', 'test'] as const satisfies CauseLayer[];

export type Side = 'broken' | 'fixed';
export const sides = ['broken', 'fixed'] as const satisfies Side[];

/** What a proof wrote for one environment; a part is absent when its file is missing or has a problem. */
export type Recorded = {
  environment: string;
  dir: string;
  trace?: string;
  proof?: Proof;
  /** A file of it has a problem, which is reported. */
  invalid?: true;
};
