import Diagnostics
import Values

/// Bytes as CSV in whatever encoding they seem to have: no crash, spans inside the text, every cell can be asked for.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzCSV(_ data: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = unsafe Array(UnsafeBufferPointer(start: data, count: count))
  let length = max(count, CSVReader.text(of: bytes).count)
  let (table, diagnostics) = CSVReader.read(bytes, path: "fuzz.csv")
  for diagnostic in diagnostics { precondition(Int(diagnostic.location?.span?.end ?? 0) <= length) }
  guard let table else { return 0 }
  var places: [CSVTable.Place] = []
  var writer = CSVWriter()
  for row in 0..<table.rowCount {
    if let problem = table.raggedness(row) { precondition(Int(problem.location?.span?.end ?? 0) <= length) }
    places = []
    table.appendPlaces(of: row, to: &places)
    precondition(places.count == table.header.count)
    for place in places {
      precondition(place.content.upperBound <= length && Int(place.span.end) <= length)
      _ = table.text(at: place)
    }
    writer.record(table.records.row(table.record(of: row)))
  }
  precondition(CSVReader.readRecords(writer.output, path: "again").records != nil)
  return 0
}
