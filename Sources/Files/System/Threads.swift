import Glibc

/// Plain threads of a fixed number: work is synchronous and short, and each thread needs a stack of known size, because
/// the recursion limits of the parsers rely on it.
enum Threads {
  /// Bytes of stack of each thread, whatever `ulimit -s` says.
  private static let stackSize = 16 << 20

  /// Calls `body` with 0..<`count`, each on a thread of its own (the last on the caller's), and waits for all.
  ///
  /// When the system gives no more threads, the remaining calls happen one after the other on the caller's.
  static func run(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) {
    var threads: [pthread_t] = []
    for number in 0..<max(0, count - 1) {
      if let thread = start({ body(number) }) { threads.append(thread) } else { body(number) }
    }
    if count > 0 { body(count - 1) }
    for thread in threads { pthread_join(thread, nil) }
  }

  /// Calls `body` on a thread that nobody waits for; `false` when the system gives none.
  static func detach(_ body: @escaping @Sendable () -> Void) -> Bool {
    guard let thread = start(body) else { return false }
    pthread_detach(thread)
    return true
  }

  /// A thread that calls `body`; `nil` when the system gives none.
  private static func start(_ body: @escaping @Sendable () -> Void) -> pthread_t? {
    var attributes = pthread_attr_t()
    unsafe pthread_attr_init(&attributes)
    unsafe pthread_attr_setstacksize(&attributes, stackSize)
    defer { unsafe pthread_attr_destroy(&attributes) }
    let work = unsafe Unmanaged.passRetained(Work(body))
    var thread = pthread_t()
    let status = unsafe pthread_create(
      &thread, &attributes,
      { argument in
        guard let argument = unsafe argument else { return nil }
        unsafe Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().body()
        return nil
      }, work.toOpaque())
    if status == 0 { return thread }
    unsafe work.release()
    return nil
  }

  private final class Work: Sendable {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }
}
