extension Span<UInt8> {
  /// The number that begins at `offset`, its lowest byte first.
  ///
  /// - Precondition: all of it is there.
  @inlinable
  package func littleEndian<Number: FixedWidthInteger & BitwiseCopyable>(at offset: Int) -> Number {
    precondition(offset >= 0 && offset <= count - MemoryLayout<Number>.size)
    return unsafe Number(littleEndian: bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: Number.self))
  }
}

extension [UInt8] {
  /// Appends a number, its lowest byte first.
  @inlinable
  package mutating func append(littleEndian number: some FixedWidthInteger & BitwiseCopyable) {
    unsafe Swift.withUnsafeBytes(of: number.littleEndian) { unsafe append(contentsOf: $0) }
  }
}
