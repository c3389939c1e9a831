/** Frames of Unity, as `(at FILE:LINE)` and Mono's `[0x00000] in <…>:0` mark them; a file in angle brackets is none. */
export const UNITY_FRAMES = [
  // CartButtons:Add () (at Assets/Scripts/Cart.cs:85) · Pool`1[T].Take () (at <9577ac7a>:0)
  /^\s*(?:at )?(?<name>[\p{L}_][\p{L}\p{N}_.<>`+:[\],]{2,400}) ?\([^()]{0,400}\) \(at (?:<[^<>]{0,400}>:\d+|(?<file>[^\s<].{0,400}):(?<line>\d+))\)\s*$/u,
  // Shop.Fail () [0x00000] in <filename unknown>:0
  /^\s*(?:at )?(?<name>[\p{L}_][\p{L}\p{N}_.<>`+:[\],]{2,400}) ?\([^()]{0,400}\) \[0x[0-9a-f]{5,8}\] in (?:<[^<>]{0,400}>:\d+|(?<file>[^\s<].{0,400}):(?<line>\d+))\s*$/u,
];
