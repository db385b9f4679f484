import Diagnostics

/// Collects the entries of a mapping and finds keys that occur twice.
///
/// Few keys are compared one by one, many by a dictionary, so that a mapping of any size costs linear time.
struct MappingBuilder {
  private(set) var entries: [Node.Entry] = []
  private var places: [String: SourceSpan] = [:]

  /// Appends `entry`, or gives the place of the entry that has its key already.
  mutating func add(_ entry: Node.Entry) -> SourceSpan? {
    if entries.isEmpty { entries.reserveCapacity(4) }
    if entries.count < 12 {
      for other in entries where other.key == entry.key { return other.keySpan }
    } else {
      if places.isEmpty { for other in entries { places[other.key] = other.keySpan } }
      if let place = places.updateValue(entry.keySpan, forKey: entry.key) {
        places[entry.key] = place
        return place
      }
    }
    entries.append(entry)
    return nil
  }
}
