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

  /// `nil` when `name` holds a NUL.
  init?(name: ArraySlice<UInt8>) {
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
    guard !bytes.isEmpty else { return name }
    var joined: [UInt8] = []
    joined.reserveCapacity(terminated.count + name.terminated.count)
    joined.append(contentsOf: terminated)
    joined[joined.count - 1] = UInt8(ascii: "/")
    joined.append(contentsOf: name.terminated)
    return RawPath(terminated: joined)
  }

  /// Whether this name comes before `other` when whole paths are ordered by their bytes: a folder's name counts as if it
  /// ended with `/`, and the NUL lets a name come before a longer one.
  func precedes(_ other: RawPath, isFolder: Bool, otherIsFolder: Bool) -> Bool {
    let left = terminated.span
    let right = other.terminated.span
    for index in 0..<min(left.count, right.count) {
      let leftByte = index == left.count - 1 && isFolder ? UInt8(ascii: "/") : left[index]
      let rightByte = index == right.count - 1 && otherIsFolder ? UInt8(ascii: "/") : right[index]
      if leftByte != rightByte { return leftByte < rightByte }
    }
    return left.count < right.count
  }

  private init(terminated: [UInt8]) { self.terminated = terminated }

  static let here = RawPath(terminated: [UInt8(ascii: "."), 0])
}
