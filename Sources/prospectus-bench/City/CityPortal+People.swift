import Files

extension CityPortal {
  /// One for each 800 teachers.
  static let experts = 30

  /// Schools, tutors, managers and experts.
  func writePeople(_ portal: inout GeneratedPortal) throws(FileError) {
    try portal.writeTable(
      "content/org/units.csv", "编号,名称,区县,类别,顺序",
      areas.enumerated().flatMap { place, area in
        Self.kinds.flatMap { kind in
          (0..<Self.schoolsOfKind).map { number in
            "q\(place + 1)-\(kind.id)\(number + 1),\(area)第\(number + 1)\(kind.name),q\(place + 1),\(kind.kind),\(number + 1)"
          }
        }
      })
    try portal.writeTable(
      Self.folder + "/tutors.csv", "编号,姓名,单位,审定单位,培训日期",
      classes.map { record in
        let area = areas[record.area - 1]
        let school = Self.school(area, streams[record.stream - 1], record.number)
        return "t\(record.number),\(Self.name(record.number)),\(school),\(area)教师进修学校,2026-08-13"
      })
    try portal.writeTable(
      Self.folder + "/managers.csv", "编号,姓名,单位,区县,审定单位",
      areas.enumerated().map { place, area in
        "m\(place + 1),\(Self.name(place + 9000)),\(area)教师进修学校,q\(place + 1),青澜市教师发展中心"
      })
    try portal.writeTable(
      "content/people/experts.csv", "编号,姓名,单位,学科,层级",
      (1...Self.experts).map { number in
        let subject = streams[(number - 1) % streams.count].subject
        return "\(Self.expert(number)),\(Self.name(number + 5000)),青澜市教育科学研究院,\(subject),市"
      })
  }

  /// The id of the expert with a number; numbers begin anew behind the last one.
  static func expert(_ number: Int) -> String { "e" + String("0\((number - 1) % experts + 1)".suffix(2)) }

  private static let schoolsOfKind = 12
  private static let kinds = [
    (id: "y", name: "幼儿园", kind: "幼儿园"), (id: "x", name: "小学", kind: "小学"), (id: "z", name: "中学", kind: "完全中学"),
  ]

  /// A school of the area where the stream is taught.
  static func school(_ area: String, _ stream: Stream, _ number: Int) -> String {
    let name = stream.stage == "幼儿园" ? "幼儿园" : stream.stage == "小学" ? "小学" : "中学"
    return "\(area)第\(number % schoolsOfKind + 1)\(name)"
  }

  /// A name that nobody has chosen: parts put together by number.
  private static func name(_ number: Int) -> String {
    let surnames = Array("沈贺卞覃苗冼盛简单查丁于岑邬闵储俞蒲祝阮翟柴虞项")
    let first = Array("明文立志晓若春静亦雅书子思嘉景宜")
    let second = Array("岚卿秋航雯兰晓然娟宁远之溪诚珩舟")
    return String([
      surnames[number % surnames.count], first[number / 3 % first.count], second[number / 7 % second.count],
    ])
  }
}
