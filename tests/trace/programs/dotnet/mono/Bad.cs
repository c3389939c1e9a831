using System;
using Shop.Missing;
class A { void F() { int x = "a"; Console.WritLine(y); return 1; } }
