using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;

namespace Shop {
  public class StockException : Exception {
    public StockException(string m) : base(m) { }
    public StockException(string m, Exception inner) : base(m, inner) { }
  }
  public class Basket<T> {
    readonly List<T> items = new List<T>();
    public T First(Func<T, bool> ok) { return items.First(ok); }
    public int this[int i] { get { return items.Count / i; } }
  }
  static class Config { public static readonly int Size = int.Parse("many"); }
  static class Program {
    static string Read(string p) { try { return File.ReadAllText(p); } catch (IOException e) { throw new StockException("cannot read " + p, e); } }
    static void Load() { try { Read("/srv/app/stock.csv"); } catch (Exception e) { throw new InvalidOperationException("startup failed", e); } }
    static async Task<int> Later(int n) { await Task.Delay(5); if (n == 0) throw new StockException("none left\nask the supplier"); return await Later(n - 1); }
    static int Deep(string s) { return s.Length; }
    static void Main(string[] args) {
      switch (args[0]) {
        case "null": Deep(null); break;
        case "chain": Load(); break;
        case "generic": new Basket<string>().First(x => x == "a"); break;
        case "indexer": Console.WriteLine(new Basket<int>()[0]); break;
        case "init": Init(); break;
        case "async": Later(2).GetAwaiter().GetResult(); break;
        case "aggregate": Task.WaitAll(Task.Run(() => Deep(null)), Task.Run(() => { new Dictionary<string,int>()["pen"].ToString(); })); break;
        case "socket": new TcpClient().Connect("127.0.0.1", 1); break;
        case "thread": var t = new Thread(() => { throw new StockException("worker died"); }); t.Start(); t.Join(); break;
        case "caught": try { Load(); } catch (Exception e) { Console.Error.WriteLine(DateTime.Parse("2026-02-03 09:41:07").ToString("yyyy-MM-dd HH:mm:ss") + " [ERROR] Shop.Program: import stopped"); Console.Error.WriteLine(e); } break;
        case "messages": foreach (var a in new Action[]{ () => Deep(null), () => int.Parse("x"), () => { object o = "s"; var i = (int)o; Console.Write(i); } }) try { a(); } catch (Exception e) { Console.Error.WriteLine("error: " + e.GetType().FullName + ": " + e.Message); } break;
        case "arg": throw new ArgumentOutOfRangeException("count", -3, "Count must be positive.");
        case "linq": try { Enumerable.Range(0, 3).Select(x => 6 / x).ToList(); } catch (Exception e) { throw new AggregateException("two things failed", e, new StockException("second")); } break;
        case "assembly": System.Reflection.Assembly.Load("Missing.Lib, Version=1.0.0.0"); break;
        case "reflect": typeof(Program).GetMethod("Load", System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static).Invoke(null, null); break;
        case "environment": Environment.FailFast("stock file is corrupt"); break;
        case "overflow": Deep2(1); break;
        case "empty": throw new StockException("");
      }
    }
    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)] static void Init() { Console.WriteLine(Config.Size); }
    static int Deep2(int n) { return Deep2(n + 1) + 1; }
  }
}
