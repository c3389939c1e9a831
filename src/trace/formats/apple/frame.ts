import { type Location, matchLocation } from '../../location.ts';

const FRAMES = [
  // 2   Shop   0x0000000105861ab0 -[Cart total] + 48 · 2  Shop  0x1a2b4 Cart.show() + 42 (Cart.swift:42) · 3 Shop 0x10 main (main.swift:9)
  /^\s*\d{1,4}\s+(?<module>[^\s\d(][^\s(]{0,400}|\?\?\?)(?:\s\([^)]{1,80}\))?\s+0x[0-9a-f]{1,16}\s(?<name>\S.{0,900}?)(?:\s\+\s\d+)?(?:\s\((?:in [^()]{1,400}\) \()?(?<file>[^\s():]{1,400}\.\w{1,5}):(?<line>\d+)\))?$/,
];
const SYSTEM_IMAGES = [
  'lib(?:objc|dispatch|system|c\\+\\+|swift|xpc|dyld)\\S*',
  'dyld(?:_sim)?',
  '\\w*(?:CoreFoundation|Foundation|UIKit(?:Core)?|GraphicsServices|QuartzCore|AppKit|CFNetwork|SwiftUI|Combine|AttributeGraph|HIToolbox|WebKit|JavaScriptCore|CoreData|UIKitMacHelper|RunningBoardServices|FrontBoardServices|BoardServices|CoreAutoLayout|Security)',
  '\\?\\?\\?',
];

// What Apple ships; an app's own libraries bear the app's names.
const SYSTEM = new RegExp(`^(?:${SYSTEM_IMAGES.join('|')})$`);

/** A frame of a call stack as Apple's systems print it: number, image, address, symbol. */
export const parseAppleFrame = (text: string): Location | undefined =>
  text.includes('0x')
    ? matchLocation(FRAMES, text, ({ module = '' }) => ({
        origin: SYSTEM.test(module) ? 'runtime' : 'app',
        package: module,
      }))
    : undefined;
