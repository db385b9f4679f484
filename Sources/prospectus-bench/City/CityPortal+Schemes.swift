import Files

extension CityPortal {
  /// Whom the schemes are for.
  static let schemes = [
    (id: "xueyuan", subject: "学员"), (id: "fudao", subject: "班级辅导教师"), (id: "guanli", subject: "培训管理者"),
    (id: "xiaoji", subject: "校级培训者"), (id: "zhuanjia", subject: "专家"),
  ]

  /// Five schemes of a hundred points; trainees learn 60 % of 25 class hours at least, and get nine marks.
  func writeSchemes(_ portal: inout GeneratedPortal) throws(FileError) {
    for scheme in Self.schemes {
      try portal.write(
        "content/schemes/\(scheme.id).yml",
        """
        title: \(scheme.subject)考核办法
        subject: \(scheme.subject)
        version: 1
        effective: 2026-08-15
        project: \(Self.project)
        summary: 各项合计100分。
        total: 100
        pass_mark: 70
        \(scheme.id == "xueyuan" ? Self.traineeItems : Self.items)
        """)
    }
  }

  private static let traineeItems = """
    minutes_per_class_hour: 45
    items:
      - {id: shijian, name: 学习时间, text: 学完675分钟。, points: 30, category: 过程性, mandatory: true, threshold: {minutes: 675, share: 60%, class_hours: 25}, partial: proportional, mode: 自动}
      - {id: hudong, name: 互动, text: 五类互动。, points: 40, category: 过程性, min: 10, parts: [\(parts.map { "{name: \($0), cap: 8}" }.joined(separator: ", "))], mode: 自动}
    \(tasks.enumerated().map { number, id in
      "  - {id: \(id), name: 作业\(number + 1), text: 一份作业。, points: 10, category: 终结性, grades: [{name: 合格, points: 6}, {name: 优秀, points: 10}], mode: 人工}"
    }.joined(separator: "\n"))

    """

  private static let items = """
    items:
      - id: shijian
        name: 日常工作
        text: 按项目说明完成。
        points: 60
        category: 过程性
        mandatory: true
        mode: 人工
      - id: chengguo
        name: 成果
        text: 一份成果。
        points: 40
        category: 终结性
        min: 10
        parts:
          - {name: 初稿, cap: 20}
          - {name: 修改稿, cap: 20}
        grades:
          - {name: 优秀, points: 40}
        mode: 人工

    """
}
