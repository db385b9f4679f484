/// A path or name as the kernel takes it: bytes without meaning, ended by one NUL.
///
/// File names need not be UTF-8, and a tree of ours must be removable whatever someone has put into it; so names stay
/// bytes until they are shown.
struct RawPath: Hashable, Sendable {
  /// The bytes with their closing NUL; no NUL before it.
  let terminated: [UInt8]

  /// `nil` when `text` holds a NUL, which would cut the path short.
  init?(_ text: String) {
    self.init(terminating: text.utf8)
  }

  /// `nil` when `name` holds a NUL.
  init?(name: [UInt8]) {
    self.init(terminating: name)
  }

  private init?(terminating bytes: some Collection<UInt8>) {
    guard !bytes.contains(0) else { return nil }
    var terminated: [UInt8] = []
    terminated.reserveCapacity(bytes.count + 1)
    terminated.append(contentsOf: bytes)
    terminated.append(0)
    self.terminated = terminated
  }

  /// The path without the NUL.
  var bytes: ArraySlice<UInt8> { terminated.dropLast() }

  /// The path as text, when it is UTF-8.
  var text: String? { String(validating: bytes, as: UTF8.self) }

  /// The path as text for a message; what is not UTF-8 becomes U+FFFD.
  var shownText: String { String(decoding: bytes, as: UTF8.self) }

  /// `self/name`.
  func appending(_ name: RawPath) -> RawPath {
    bytes.isEmpty ? name : RawPath(terminated: bytes + [UInt8(ascii: "/")] + name.terminated)
  }

  private init(terminated: some Sequence<UInt8>) { self.terminated = Array(terminated) }

  static let here = RawPath(terminated: [UInt8(ascii: "."), 0])
}
