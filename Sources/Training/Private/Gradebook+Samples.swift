import Bytes
package import Diagnostics

/// Who is drawn of one group of a sample.
package struct DrawnGroup: Hashable, Sendable {
  package let share: SampleShare
  /// By their places among the people of the book, in the order of the draw; fewer than the share when there are no more.
  package let people: [Int]
}

extension Gradebook {
  /// Draws the sample at `index` of the model by its stated method: of each group, in the order of SHA-256 of `seed:number`, as many
  /// as its share, leaving out who is recommended. The order of the roster does not matter.
  ///
  /// - Returns: `nil` while the sample lacks its rounding, seed or method, or states a method of its own.
  /// - Complexity: O(people × log people).
  package func draw(_ index: Int, in model: Model) -> [DrawnGroup]? {
    let sample = model.samples.records[index]
    guard sample.method == ExamSample.digestMethod, let seed = sample.seed, let shares = sample.shares(in: model) else {
      return nil
    }
    let groups = Dictionary(grouping: people.indices.filter { groupOfPerson($0, sample, model) != nil }) {
      groupOfPerson($0, sample, model) ?? -1
    }
    let left = recommended[index] ?? []
    return shares.map { share in
      let order = (groups[share.group] ?? []).filter { !left.contains($0) }
        .map { (digest: Self.digest(of: people[$0].number, seed: seed), number: people[$0].number, person: $0) }
        .sorted { ($0.digest, $0.number) < ($1.digest, $1.number) }
      return DrawnGroup(share: share, people: order.prefix(share.drawn).map(\.person))
    }
  }

  /// SHA-256 of `seed:number` in UTF-8, as 64 lower-case hexadecimal digits.
  private static func digest(of number: String, seed: String) -> String {
    SHA256.hexDigest(of: Array("\(seed):\(number)".utf8).span)
  }

  /// The group of a person, by the class; `nil` without one.
  private func groupOfPerson(_ person: Int, _ sample: ExamSample, _ model: Model) -> Int? {
    people[person].classID.flatMap(model.classes.index(of:)).flatMap { sample.group(of: model.classes.records[$0]) }
  }

  /// HR05 where a group of the roster is not as large as its classes say: its share would be that of others.
  ///
  /// - Complexity: linear in the people.
  package func sizeProblems(of index: Int, in model: Model) -> [Diagnostic] {
    let sample = model.samples.records[index]
    var sizes: [Int: Int] = [:]
    for person in people.indices {
      if let group = groupOfPerson(person, sample, model) { sizes[group, default: 0] += 1 }
    }
    return (sample.shares(in: model) ?? []).filter { sizes[$0.group] ?? 0 != $0.base }.map { share in
      Diagnostic(
        "HR05",
        Message(
          zh: "“\(share.name)”各班人数合计 \(share.base)，花名册里有 \(sizes[share.group] ?? 0) 人",
          en: "classes of \(share.name) have \(share.base) learners, the roster has \(sizes[share.group] ?? 0)"),
        at: sample.origin.location,
        repair: Message(
          zh: "先核对 classes.csv 的人数和花名册，再抽取", en: "make the sizes of classes.csv and the roster agree before drawing"))
    }
  }

  /// Who is recommended.
  mutating func add(_ table: PrivateTable<SampledPerson>, _ model: Model) {
    let (found, problems) = resolve(table, model)
    recommendedDiagnostics += problems
    for (sample, rows) in found.sorted(by: { $0.key < $1.key }) {
      recommended[sample] = Set(rows.map(\.person))
      recommendedDiagnostics += counts(rows.map(\.person), of: sample, in: table, model) { $0.recommended }
    }
  }

  /// Who was drawn, compared with those recommended and with what drawing again gives.
  mutating func compare(_ table: PrivateTable<SampledPerson>, _ model: Model) {
    let (found, problems) = resolve(table, model)
    drawnDiagnostics += problems
    for (sample, rows) in found.sorted(by: { $0.key < $1.key }) {
      let both = rows.filter { recommended[sample]?.contains($0.person) ?? false }
      drawnDiagnostics += both.map {
        table.diagnostic(
          "CL07", $0.row, Message(zh: "这个人既被抽取又被推荐", en: "the person is both drawn and recommended"),
          repair: Message(zh: "推荐名单里换一个没有被抽取的人", en: "recommend somebody who was not drawn"))
      }
      let drawn = rows.map(\.person)
      let wrong = counts(drawn, of: sample, in: table, model) { $0.drawn }
      drawnDiagnostics += wrong
      guard both.isEmpty, wrong.isEmpty, let again = draw(sample, in: model),
        Set(again.flatMap(\.people)) != Set(drawn)
      else { continue }
      drawnDiagnostics.append(
        table.file.diagnostic(
          "SC07", .error,
          Message(zh: "用公布的种子和方法重新抽，抽出的人不一样", en: "the published seed and method draw others"), line: nil,
          repair: Message(
            zh: "核对种子、花名册和推荐名单；抽取以后花名册有变动的，用抽取当天的花名册",
            en: "check the seed, the roster and who is recommended; use the roster of the day of the draw")))
    }
  }

  private typealias Sampled = (person: Int, row: SampledPerson)

  /// The rows by the sample they speak of; CL07, RF02 and SC08 for those that speak of none, or of somebody else.
  private func resolve(
    _ table: PrivateTable<SampledPerson>, _ model: Model
  ) -> ([Int: [Sampled]], [Diagnostic]) {
    let samples = model.projects.index(of: project).map { model.samplesByProject[$0] } ?? []
    var found: [Int: [Sampled]] = [:]
    var problems: [Diagnostic] = []
    var seen: Set<[Int]> = []
    for row in table.rows where row.isWhole {
      let named = row.sample.map { id in samples.filter { model.samples.records[$0].id.text == id } } ?? samples
      guard let sample = named.first, named.count == 1 else {
        problems.append(
          table.diagnostic(
            "RF02", row, Message(zh: "看不出是哪次抽考", en: "this names no sample of the project"),
            repair: Message(zh: "在“抽考”一栏写 samples.yml 里的编号", en: "write the id of samples.yml in the column of samples")
          ))
        continue
      }
      guard let person = indexByNumber[row.number] else {
        problems.append(
          table.diagnostic("SC08", row, Message(zh: "花名册里没有这个编号", en: "the roster has no such number")))
        continue
      }
      guard seen.insert([sample, person]).inserted else {
        problems.append(
          table.diagnostic(
            "CL07", row, Message(zh: "这个人在名单里写了两次", en: "the person is named twice"),
            repair: Message(zh: "删去多的一行，换一个人", en: "delete a row and name somebody else")))
        continue
      }
      found[sample, default: []].append((person, row))
    }
    return (found, problems)
  }

  /// SC06 for each group of `sample` of which `people` are not as many as its rule says.
  private func counts(
    _ people: [Int], of index: Int, in table: PrivateTable<SampledPerson>, _ model: Model,
    _ expected: (SampleShare) -> Int
  ) -> [Diagnostic] {
    let sample = model.samples.records[index]
    let sizes = Dictionary(grouping: people) { groupOfPerson($0, sample, model) ?? -1 }.mapValues(\.count)
    return (sample.shares(in: model) ?? []).filter { sizes[$0.group] ?? 0 != expected($0) }.map { share in
      table.file.diagnostic(
        "SC06", .error,
        Message(
          zh: "“\(share.name)”按规则是 \(expected(share)) 人，名单里有 \(sizes[share.group] ?? 0) 人",
          en: "\(share.name) sends \(expected(share)) by the rule, the list has \(sizes[share.group] ?? 0)"), line: nil,
        repair: Message(
          zh: "按规则增减；规则改了的，先改 samples.yml", en: "name as many as the rule says, or change the rule in samples.yml first"
        ))
    }
  }
}
