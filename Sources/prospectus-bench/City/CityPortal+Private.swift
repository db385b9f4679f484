import Files

extension CityPortal {
  /// Writes rosters and scores of everybody into `portal`, which stands for a private folder: nine marks each, names as common as they
  /// are in the country, numbers that no office has given.
  ///
  /// - Returns: how many people there are.
  func writePrivate(_ portal: inout GeneratedPortal) throws(FileError) -> Int {
    var roster: [String] = []
    var scores: [String] = []
    var draws = Draws(state: 20_260_815)
    for record in classes {
      for _ in 0..<record.size {
        let number = "T" + String("000000\(roster.count + 1)".suffix(7))
        roster.append("\(number),\(draws.name()),\(record.id),\(areas[record.area - 1])")
        let minutes = draws.below(900)
        scores.append("\(number),xueyuan@1,shijian,,\(minutes)")
        for part in Self.parts { scores.append("\(number),xueyuan@1,hudong,\(part),\(draws.below(9))") }
        for task in Self.tasks { scores.append("\(number),xueyuan@1,\(task),,\(draws.below(5) == 0 ? "合格" : "优秀")") }
      }
    }
    let folder = "2026/" + Self.project
    try portal.writeTable(folder + "/roster.csv", "学员编号,姓名,班级,单位", roster)
    try portal.writeTable(folder + "/scores.csv", "学员编号,考核方案,项目,分项,成绩", scores)
    return roster.count
  }

  /// Of the item 互动 of the scheme for trainees.
  static let parts = ["发帖", "评论", "答疑", "资源", "心得"]
  /// Items of the scheme for trainees that are graded.
  static let tasks = ["zuoye1", "zuoye2", "zuoye3"]
}

/// Numbers that are the same at each run (SplitMix64).
private struct Draws {
  var state: UInt64

  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }

  /// 0 to less than `count`, all alike.
  mutating func below(_ count: Int) -> Int { Int(next() % UInt64(count)) }

  /// Smaller places are drawn more often, about as family names are by their rank.
  private mutating func ranked(_ count: Int) -> Int {
    let first = below(1_000)
    return first * first * count / 1_000_000
  }

  /// A family name and one character (a fifth) or two.
  mutating func name() -> String {
    let short = below(5) == 0
    return String([Self.family[ranked(Self.family.count)], Self.given[ranked(Self.given.count)]])
      + (short ? "" : String(Self.given[ranked(Self.given.count)]))
  }

  private static let family = Array(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
  )
  private static let given = Array(
    "英华文玉秀明伟红丽芳静敏军强磊洋勇艳杰娟涛超兰霞平刚桂国春海志建永金梅小晓云莉林荣辉波清燕玲雪洁宁欣佳婷琳鑫宇浩然子俊凯峰鹏飞龙斌成东新立德光祥生福贵安庆忠义仁信瑞雅慧颖倩琪思雨彤萱怡梦诗涵睿轩博学远航正方圆"
  )
}
