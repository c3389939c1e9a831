import type { Origin } from '../../origin.ts';
import { type Location, matchLocation } from '../../location.ts';

const FILE =
  '(?:package|dart|file|https?|org-dartlang-\\w+):\\S{1,900}?|(?:[\\w.-]+\\/){0,20}[\\w.-]+\\.dart';
const FRAMES = [
  // #0      Cart.total (package:shop/cart.dart:12:5) · #3      _Cart.<anonymous closure> (dart:async/zone.dart:1407)
  new RegExp(
    `^\\s*#\\d+\\s+(?<name>\\S.{0,400}?) \\((?<file>${FILE}):(?<line>\\d+)(?::(?<column>\\d+))?\\)$`,
  ),
  // #1      List.[] (dart:core-patch/growable_array.dart)
  /^\s*#\d+\s+(?<name>\S.{0,400}?) \((?<file>(?:package|dart):[^\s():]{1,400}|unparsed)\)$/,
  // package:shop/cart.dart 12:5       Cart.total · dart:async       _completeOnAsyncReturn · test/cart_test.dart 9:5  main.<fn>
  new RegExp(
    `^\\s*(?<file>${FILE})(?: (?<line>\\d+)(?::(?<column>\\d+))?)?\\s{1,80}(?<name>[\\w$<>.=\\[\\]-][^()]{0,400})$`,
  ),
];
const LIBRARY_PACKAGES = [
  'flutter\\w*',
  'sky_engine',
  'matcher',
  'test\\w*',
  'stack_trace',
  'async',
  'collection',
  'http',
  'dio',
  'bloc',
  'hydrated_bloc',
  'riverpod',
  'provider',
  'get',
  'get_it',
  'go_router',
  'hive',
  'sqflite',
  'firebase_\\w+',
  'cloud_\\w+',
  'google_\\w+',
  'shared_preferences\\w*',
  'path_provider\\w*',
  'url_launcher\\w*',
  'intl',
  'equatable',
  'freezed_annotation',
  'json_annotation',
  'rxdart',
  'mobx',
  'graphql\\w*',
  'shelf\\w*',
  'args',
  'logging',
  'cached_network_image',
  'image_picker\\w*',
  'plugin_platform_interface',
  'js',
  'meta',
  'vector_math',
  'boundary',
  'characters',
  'mocktail',
  'mockito',
];

// The packages of Flutter's team and those that most programs use: a program's own bear its name.
const LIBRARY = new RegExp(`^package:(?<name>${LIBRARY_PACKAGES.join('|')})/`);

/** A frame of Dart's machine, or one that package:stack_trace made short; undefined for any other line. */
export const parseFrame = (text: string): Location | undefined =>
  /dart|package:|#\d/.test(text.slice(0, 2000))
    ? matchLocation(FRAMES, text, ({ file }) => originOfFile(file ?? ''))
    : undefined;

function originOfFile(file: string): Origin {
  if (/^(?:dart:|org-dartlang)/.test(file)) return { origin: 'runtime' };
  const library = LIBRARY.exec(file)?.groups?.['name'];
  if (library !== undefined || /\.pub-cache\//.test(file))
    return { origin: 'library', ...(library === undefined ? {} : { package: library }) };
  const own = /^package:([^/]+)\//.exec(file)?.[1];
  return { origin: 'app', ...(own === undefined ? {} : { package: own }) };
}

/** Lines among frames that say nothing: a gap, what was left out, a ruler of package:stack_trace. */
export const isPassed = (text: string) =>
  /^\s*(?:<asynchronous suspension>|=====+ asynchronous gap =+|\(elided .{1,80}\)|\.{3} {2,}.{1,400}|)$/.test(
    text,
  );
