import Files

extension CityPortal {
  /// Whom the schemes are for.
  static let schemes = [
    (id: "xueyuan", subject: "学员"), (id: "fudao", subject: "班级辅导教师"), (id: "guanli", subject: "培训管理者"),
    (id: "xiaoji", subject: "校级培训者"), (id: "zhuanjia", subject: "专家"),
  ]

  /// Five schemes of a hundred points; trainees learn 60 % of 25 class hours at least.
  func writeSchemes(_ portal: inout GeneratedPortal) throws(FileError) {
    for scheme in Self.schemes {
      let isTrainee = scheme.id == "xueyuan"
      try portal.write(
        "content/schemes/\(scheme.id).yml",
        """
        title: \(scheme.subject)考核办法
        subject: \(scheme.subject)
        version: 1
        effective: 2026-08-15
        project: \(Self.project)
        summary: 两项合计100分。
        total: 100
        pass_mark: 70
        \(isTrainee ? "minutes_per_class_hour: 45\n" : "")items:
          - id: shijian
            name: \(isTrainee ? "学习时间" : "日常工作")
            text: \(isTrainee ? "学完675分钟。" : "按项目说明完成。")
            points: 60
            category: 过程性
            mandatory: true
            \(isTrainee ? "threshold: {minutes: 675, share: 60%, class_hours: 25}\n    mode: 自动" : "mode: 人工")
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

        """)
    }
  }
}
