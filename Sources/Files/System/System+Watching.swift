import Glibc

// inotify (7).
extension System {
  /// What happened in a folder that is watched.
  struct WatchEvent: Sendable {
    /// The number of the watch; -1 when events were lost.
    var watch: Int32
    /// Whether it is a folder that came.
    var isNewFolder: Bool
    var name: RawPath?
  }

  static func makeWatch() throws(Failure) -> Int32 {
    try check { inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC)) }
  }

  /// Watches a folder for files and folders that are written, come, go or change their names; the number of the watch.
  static func watch(_ folder: RawPath, _ descriptor: Int32) throws(Failure) -> Int32 {
    let events = IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_ONLYDIR
    return try check { unsafe folder.call { unsafe inotify_add_watch(descriptor, $0, UInt32(events)) } }
  }

  /// The events that wait.
  static func watchEvents(_ descriptor: Int32) -> [WatchEvent] {
    guard let bytes = try? receive(descriptor, limit: 65536) else { return [] }
    let head = MemoryLayout<inotify_event>.size
    var events: [WatchEvent] = []
    var start = 0
    while start + head <= bytes.count {
      let event = unsafe bytes.withUnsafeBytes {
        unsafe $0.loadUnaligned(fromByteOffset: start, as: inotify_event.self)
      }
      let end = start + head + Int(event.len)
      guard end <= bytes.count else { break }
      let isNew = event.mask & UInt32(IN_CREATE | IN_MOVED_TO) != 0 && event.mask & UInt32(IN_ISDIR) != 0
      events.append(
        WatchEvent(
          watch: event.mask & UInt32(IN_Q_OVERFLOW) != 0 ? -1 : event.wd, isNewFolder: isNew,
          name: RawPath(name: bytes[start + head..<end].prefix { $0 != 0 })))
      start = end
    }
    return events
  }
}
