import CPlatform
import Glibc

// What the system knows of this process: clock, environment, terminal, signals. Unsafe only where glibc hands out pointers.
extension System {
  static var processID: Int32 { getpid() }

  /// Nanoseconds since 1970, UTC.
  static func now() -> Int64 {
    var time = timespec()
    unsafe clock_gettime(CLOCK_REALTIME, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }

  /// Nanoseconds of a clock that only runs forward.
  static func elapsed() -> Int64 {
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }

  static func variable(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    return unsafe String(cString: value)
  }

  static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  static func terminalWidth(_ descriptor: Int32) -> Int? {
    let width = Int(prospectus_terminal_width(descriptor))
    return width > 0 ? width : nil
  }

  /// Processors this process may use.
  static func processorCount() -> Int { Int(prospectus_processors()) }

  static func workingFolderPath() -> String? {
    guard let path = unsafe getcwd(nil, 0) else { return nil }
    defer { unsafe free(path) }
    return unsafe String(validatingCString: path)
  }

  /// Writing beyond a limit or to a closed pipe is an error of the call rather than the end of the process.
  static func ignoreWriteSignals() {
    signal(SIGXFSZ, SIG_IGN)
    signal(SIGPIPE, SIG_IGN)
  }
}
