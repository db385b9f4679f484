import Diagnostics
import Files

/// The marks that files of scores hold, by scheme.
package struct MarkBook: Sendable {
  /// Whose marks they are.
  struct Subjects: Sendable {
    /// How many there are.
    let count: Int
    /// Which of them a number or an id means.
    let index: @Sendable (String) -> Int?
    /// What is said of one that means nobody.
    let unknown: Message
    /// Whom the schemes must assess; `nil` for anybody but tutors.
    let subject: SchemeSubject?
  }

  /// By the schemes' places in the model.
  package private(set) var tables: [Int: MarkTable] = [:]

  /// Enters the marks of `scores`.
  ///
  /// - Returns: SC01, SC08, WT07, RF01, RF02: by line, without any value.
  /// - Complexity: linear in the rows, which are read on `jobs` threads.
  mutating func add(_ scores: PrivateTable<Score>, of subjects: Subjects, _ model: Model, jobs: Int) -> [Diagnostic] {
    let rows = scores.rows
    let length = max(4096, (rows.count + jobs - 1) / max(1, jobs))
    let starts = Array(stride(from: 0, to: rows.count, by: length))
    let parts = Parallel.map(starts.count, jobs: jobs, run: 1) { index in
      Part(of: scores, starts[index]..<min(rows.count, starts[index] + length), subjects, model)
    }
    var problems = parts.flatMap(\.problems)
    for part in parts {
      for (scheme, entries) in part.entries {
        var table =
          tables.removeValue(forKey: scheme) ?? MarkTable(of: model.schemes.records[scheme], count: subjects.count)
        for entry in entries
        where !table.enter(entry.mark, person: entry.subject, item: entry.item, part: entry.part) {
          let message = Message(zh: "这一项已经记过", en: "the item has a mark already")
          problems.append((entry.row, scores.diagnostic("RF01", rows[entry.row], message)))
        }
        tables[scheme] = table
      }
    }
    return problems.sorted { $0.row < $1.row }.map(\.diagnostic)
  }
}

extension MarkBook {
  /// What neighbouring rows say.
  private struct Part: Sendable {
    struct Entry: Sendable {
      let row: Int
      let subject: Int
      let item: Int
      let part: Int?
      let mark: Mark
    }

    /// By the schemes' places in the model, in the order of the rows.
    var entries: [Int: [Entry]] = [:]
    var problems: [(row: Int, diagnostic: Diagnostic)] = []

    init(of scores: PrivateTable<Score>, _ range: Range<Int>, _ subjects: Subjects, _ model: Model) {
      // A file names few schemes, items and parts, and the rows of one person stand together.
      var places: [PlaceName: Result<Place, Problem>] = [:]
      var open: (scheme: Int, entries: [Entry])?
      var last: (number: String, subject: Int?) = ("", nil)
      for row in range where scores.rows[row].isWhole {
        // A copy of a whole row would cost more than all that is asked of it.
        func problem(_ code: DiagnosticCode, _ message: Message) {
          problems.append((row, scores.diagnostic(code, scores.rows[row], message)))
        }
        let number = scores.rows[row].number
        if number != last.number { last = (number, subjects.index(number)) }
        guard let subject = last.subject else {
          problem("SC08", subjects.unknown)
          continue
        }
        let name = PlaceName(
          scheme: scores.rows[row].scheme, item: scores.rows[row].item, part: scores.rows[row].part)
        let known = places[name]
        let place = known ?? Place.find(name, subjects.subject, in: model)
        if known == nil { places[name] = place }
        switch place {
        case .failure(let found): problem(found.code, found.message)
        case .success(let place):
          do throws(MarkError) {
            let mark = try place.record.mark(scores.rows[row].value, part: place.part)
            if open?.scheme != place.scheme {
              if let open { entries[open.scheme] = open.entries }
              open = (place.scheme, entries.removeValue(forKey: place.scheme) ?? [])
            }
            open?.entries.append(
              Entry(row: row, subject: subject, item: place.item, part: place.part, mark: mark))
          } catch {
            problem("SC01", error.message(of: place.record))
          }
        }
      }
      if let open { entries[open.scheme] = open.entries }
    }
  }

  /// What a score speaks of, as it is written.
  private struct PlaceName: Hashable {
    let scheme: String
    let item: String
    let part: String?
  }

  private struct Problem: Error {
    let code: DiagnosticCode
    let message: Message
  }

  /// What a score speaks of, by places in the model. A class, because every row asks it and an item is large.
  private final class Place: Sendable {
    let scheme: Int
    let item: Int
    let record: Item
    let part: Int?

    private init(scheme: Int, item: Int, _ record: Item, part: Int?) {
      self.scheme = scheme
      self.item = item
      self.record = record
      self.part = part
    }

    static func find(_ name: PlaceName, _ subject: SchemeSubject?, in model: Model) -> Result<Place, Problem> {
      let version = name.scheme.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
      guard let index = model.schemes.index(of: String(version[0])) else {
        return .failure(Problem(code: "RF02", message: Message(zh: "没有这个考核方案", en: "there is no such scheme")))
      }
      let scheme = model.schemes.records[index]
      if subject.map({ scheme.subject != $0 }) ?? (scheme.subject == .tutor) {
        return .failure(
          Problem(
            code: "RF02",
            message: Message(
              zh: "“\(scheme.title)”是考核\(scheme.subject.rawValue)的", en: "\(scheme.id.text) assesses somebody else")))
      }
      if version.count > 1, Int(version[1]) != scheme.version {
        return .failure(
          Problem(
            code: "WT07",
            message: Message(
              zh: "成绩按方案“\(scheme.title)”的另一版本记，现在是第 \(scheme.version) 版",
              en: "the mark is by another version of \(scheme.id.text), which is at \(scheme.version) now")))
      }
      guard let item = scheme.items.firstIndex(where: { $0.id.text == name.item }) else {
        return .failure(
          Problem(
            code: "RF02",
            message: Message(zh: "“\(scheme.title)”没有这一项", en: "\(scheme.id.text) has no such item")))
      }
      guard scheme.items[item].classMean == nil else {
        return .failure(
          Problem(
            code: "SC01",
            message: Message(
              zh: "“\(scheme.items[item].name)”由班级平均分折算，不记成绩",
              en: "\(scheme.items[item].id.text) comes of the class's mean and takes no mark")))
      }
      guard let name = name.part else {
        return .success(Place(scheme: index, item: item, scheme.items[item], part: nil))
      }
      guard let part = scheme.items[item].parts.firstIndex(where: { $0.name == name }) else {
        return .failure(Problem(code: "RF02", message: MarkError.unknownPart.message(of: scheme.items[item])))
      }
      return .success(Place(scheme: index, item: item, scheme.items[item], part: part))
    }
  }
}
