/// A record where it lies in memory: to read a field of it copies that field and not the record with all that it holds, which
/// threads that read the same record would do at each other's cost. Only for the time of the call that it is handed to.
@safe package struct InPlace<R> {
  private let pointer: UnsafePointer<R>

  /// Hands `record` over where it lies.
  static func with<Result>(_ record: R, _ body: (InPlace<R>) -> Result) -> Result {
    unsafe withUnsafePointer(to: record) { unsafe body(InPlace(pointer: $0)) }
  }

  /// Hands the record at `index` of `records` over.
  ///
  /// - Precondition: there is such a record.
  static func with<Result>(_ records: [R], at index: Int, _ body: (InPlace<R>) -> Result) -> Result {
    unsafe records.withUnsafeBufferPointer { buffer in
      precondition(buffer.indices.contains(index), "no such record")
      guard let base = buffer.baseAddress else { preconditionFailure("no records") }
      return unsafe body(InPlace(pointer: base + index))
    }
  }

  private init(pointer: UnsafePointer<R>) { unsafe self.pointer = pointer }

  /// All of it.
  var record: R { unsafe pointer.pointee }

  /// The value of one field.
  func value<V>(of path: FieldPath<R, V>) -> V {
    guard let offset = path.offset else { return record[keyPath: path.keyPath] }
    return unsafe UnsafeRawPointer(pointer).load(fromByteOffset: offset, as: V.self)
  }
}

/// Which field of a record: its key path, and where the field lies in a record when it is a stored one.
struct FieldPath<R, V>: Sendable {
  let keyPath: any WritableKeyPath<R, V> & Sendable
  let offset: Int?

  init(_ keyPath: any WritableKeyPath<R, V> & Sendable) {
    self.keyPath = keyPath
    offset = MemoryLayout<R>.offset(of: keyPath)
  }
}
