import Diagnostics
import Files
import Training
import Values

/// Typed decoding measured alone: a `classes.csv` of any length with the twelve columns of a class.
struct DecodeBench {
  /// Columns that a class has in its file; its plan and project come from the path.
  static let columns = 12

  private let file: ContentFile
  private let rows: Int
  private let jobs: Int

  init(rows: Int, jobs: Int) {
    self.rows = rows
    self.jobs = jobs
    var text = Array("编号,学科班,区县,班号,班级名称,辅导教师,人数,学校数,工作坊,注册率,学习率,人均分钟\n".utf8)
    text.reserveCapacity(rows * 128)
    for number in 0..<rows {
      let stream = "s\(number % 24 + 1)"
      let area = "q\(number % 7 + 1)"
      text +=
        "\(area)-\(stream)-\(number),\(stream),\(area),\(number),第\(number % 7 + 1)区初中数学\(number % 12 + 1)班,t\(number),"
        .utf8
      text +=
        "\(60 + number % 40),\(number % 30 + 1),https://bench.example/w/\(number),\(90 + number % 10).\(number % 7)%,"
        .utf8
      text += "\(80 + number % 20)%,\(1000 + number % 800)\n".utf8
    }
    let path = "years/2026/projects/yuancheng/classes.csv"
    file = ContentFile(relativePath: path, path: "content/" + path, bytes: text)
  }

  /// Nanoseconds of one decoding, spans and validation included, and of finding ids used twice; `nil` when the records
  /// are not what was written.
  func measure(_ world: World) -> (decoding: Int64, ids: Int64)? {
    let start = world.elapsed()
    let loaded = ContentLoader.load([file], jobs: jobs)
    let decoded = world.elapsed()
    let linking = Linking(loaded.records, incompleteKinds: [])
    let end = world.elapsed()
    guard loaded.diagnostics.isEmpty, linking.diagnostics.isEmpty, isRight(loaded.records.classes) else { return nil }
    return (decoded - start, end - decoded)
  }

  /// Whether the rows came out as they went in: the number of them, the last of every kind of field, a place.
  private func isRight(_ classes: [Class]) -> Bool {
    guard classes.count == rows, let last = classes.last else { return rows == 0 }
    let number = rows - 1
    return last.no == number && last.size == 60 + number % 40 && last.stream.id == "s\(number % 24 + 1)"
      && last.learningRate?.number.integer == 80 + number % 20 && last.location(of: "minutes_mean").span != nil
  }

  /// Cells a second, in millions with one decimal.
  func rate(_ nanoseconds: Int64) -> String {
    let tenths = Int64(rows * Self.columns) * 10_000 / max(1, nanoseconds)
    return "\(tenths / 10).\(tenths % 10)"
  }
}
