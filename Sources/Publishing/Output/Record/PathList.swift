import Bytes

/// Paths one behind the other in one array, sorted by their bytes: an array of strings would cost an allocation each.
struct PathList: Sendable {
  private(set) var bytes: [UInt8] = []
  /// Where each path ends in `bytes`.
  private(set) var ends: [Int] = []

  /// No path.
  init() {}

  var count: Int { ends.count }

  /// The bytes of the path at `index`.
  subscript(index: Int) -> ArraySlice<UInt8> { bytes[range(index)] }

  /// The path at `index` as text.
  func text(_ index: Int) -> String { String(decoding: self[index], as: UTF8.self) }

  mutating func reserve(paths: Int, bytes: Int) {
    ends.reserveCapacity(paths)
    self.bytes.reserveCapacity(bytes)
  }

  /// Appends a path; the caller keeps the order.
  mutating func append(_ path: some Collection<UInt8>) {
    bytes.append(contentsOf: path)
    ends.append(bytes.count)
  }

  /// The position of the first path that is not before `path`.
  ///
  /// - Complexity: O(log paths).
  func firstIndex(notBefore path: [UInt8]) -> Int {
    (0..<count).partitionPoint { compare($0, path.span) >= 0 }
  }

  /// The position of `path`.
  ///
  /// - Complexity: O(log paths).
  func index(of path: [UInt8]) -> Int? {
    let index = firstIndex(notBefore: path)
    return index < count && compare(index, path.span) == 0 ? index : nil
  }

  /// Whether there is a path below the folder `path` (without a closing slash).
  ///
  /// - Complexity: O(log paths).
  func hasFolder(_ path: [UInt8]) -> Bool {
    let prefix = path + [UInt8(ascii: "/")]
    let index = firstIndex(notBefore: prefix)
    return index < count && self[index].starts(with: prefix)
  }

  /// For each path here its position in `other`, or -1.
  ///
  /// - Complexity: O(bytes of both).
  func positions(in other: PathList) -> [Int] {
    var positions: [Int] = []
    positions.reserveCapacity(count)
    var place = 0
    for index in 0..<count {
      let path = bytes.span.extracting(range(index))
      var order = -1
      while place < other.count {
        order = other.compare(place, path)
        if order >= 0 { break }
        place += 1
      }
      positions.append(place < other.count && order == 0 ? place : -1)
    }
    return positions
  }

  /// Below 0 when the path at `index` comes before `path`, 0 when they are the same.
  func compare(_ index: Int, _ path: Span<UInt8>) -> Int {
    bytes.span.extracting(range(index)).order(to: path)
  }

  /// The folders of these paths, each with a closing slash, parents before their children: sorted as well.
  ///
  /// - Complexity: O(bytes).
  var folders: PathList {
    var folders = PathList()
    var previous = 0..<0
    for index in 0..<count {
      let range = range(index)
      // The folders that this path shares with the one before have been met.
      var common = 0
      var shared = 0
      let limit = min(previous.count, range.count)
      while common < limit, bytes[previous.lowerBound + common] == bytes[range.lowerBound + common] {
        common += 1
        if bytes[range.lowerBound + common - 1] == UInt8(ascii: "/") { shared = common }
      }
      for place in range.lowerBound + shared..<range.upperBound where bytes[place] == UInt8(ascii: "/") {
        folders.append(bytes[range.lowerBound...place])
      }
      previous = range
    }
    return folders
  }

  private func range(_ index: Int) -> Range<Int> { (index == 0 ? 0 : ends[index - 1])..<ends[index] }
}

extension Span<UInt8> {
  /// Below 0 when this comes before `other` by bytes, 0 when they are the same.
  func order(to other: Span<UInt8>) -> Int {
    let limit = Swift.min(count, other.count)
    var index = 0
    while index < limit {
      if self[index] != other[index] { return Int(self[index]) - Int(other[index]) }
      index += 1
    }
    return count - other.count
  }
}
