/// Words and places in which a character is not read as it mostly is.
struct PinyinWords: Sendable {
  /// The ones of this list.
  static let standard = PinyinWords()

  /// The words.
  let list: PinyinList
  /// Characters of the longest word.
  let longest: Int

  private init() {
    list = PinyinList(Self.places + "\n" + Self.words)
    longest = list.longest
  }

  /// Provinces, cities and counties.
  private static let places = """
    重庆chong2qing4 长沙chang2sha1 长春chang2chun1 长治chang2zhi4 长安chang2an1 长宁chang2ning2 长葛chang2ge3
    长垣chang2yuan2 长丰chang2feng1 长乐chang2le4 长汀chang2ting1 长泰chang2tai4 长兴chang2xing1 长岭chang2ling3
    长白chang2bai2 长寿chang2shou4 长阳chang2yang2 长岛chang2dao3 长清chang2qing1 长海chang2hai3 长江chang2jiang1
    长城chang2cheng2 长武chang2wu3 长顺chang2shun4 长洲chang2zhou1 天长tian1chang2 厦门xia4men2 六安lu4an1
    六合区lu4he2qu1 台州tai1zhou1 天台县tian1tai1xian4 蚌埠beng4bu4 丽水li2shui3 乐清yue4qing1 乐亭lao4ting2
    铅山yan2shan1 单县shan4xian4 番禺pan1yu2 东阿dong1e1 尉犁yu4li2 涡阳guo1yang2 枞阳zong1yang2 浚县xun4xian4
    郫都pi2du1 大城县dai4cheng2xian4 荥经ying2jing1 洪洞hong2tong2 繁峙fan2shi4 解州xie4zhou1 应县ying4xian4
    中牟zhong1mu4 牟平mu4ping2 泌阳bi4yang2 成都cheng2du1 都匀du1yun2 都江堰du1jiang1yan4 丰都feng1du1 于都yu2du1
    都安du1an1 首都shou3du1 宁都ning2du1 新都xin1du1 西藏xi1zang4 藏族zang4zu2 新兴县xin1xing1xian4 兴化xing1hua4
    兴宁xing1ning2 宜兴yi2xing1 绍兴shao4xing1 嘉兴jia1xing1 大兴da4xing1 兴义xing1yi4 兴国xing1guo2 兴文xing1wen2
    兴平xing1ping2 会稽kuai4ji1 蔚县yu4xian4 莘庄xin1zhuang1 乐陵lao4ling2 蠡县li3xian4 任丘ren2qiu1 任县ren2xian4
    任城ren2cheng2 任泽ren2ze2 曲靖qu3jing4 曲江qu3jiang1 曲阳qu3yang2 曲水qu3shui3 阳曲yang2qu3 华县hua4xian4
    华阴hua4yin1 华州hua4zhou1 华山hua4shan1 吴堡wu2bu3 喀什ka1shi2 监利jian4li4 筠连jun1lian2 犍为qian2wei2
    无为wu2wei2 闽侯min3hou4
    """

  /// Words of titles in schools and training.
  private static let words = """
    重新chong2xin1 重构chong2gou4 重组chong2zu3 重复chong2fu4 重建chong2jian4 重塑chong2su4 重审chong2shen3
    长期chang2qi1 长效chang2xiao4 长度chang2du4 长远chang2yuan3 特长te4chang2 专长zhuan1chang2 擅长shan4chang2
    长方chang2fang1 长短chang2duan3 延长yan2chang2 长篇chang2pian1 长跑chang2pao3 长线chang2xian4 班长ban1zhang3
    家长jia1zhang3 校长xiao4zhang3 园长yuan2zhang3 组长zu3zhang3 成长cheng2zhang3 生长sheng1zhang3 音乐yin1yue4
    乐器yue4qi4 乐理yue4li3 乐曲yue4qu3 乐队yue4dui4 声乐sheng1yue4 器乐qi4yue4 民乐min2yue4 歌曲ge1qu3 戏曲xi4qu3
    作曲zuo4qu3 曲艺qu3yi4 曲目qu3mu4 名曲ming2qu3 调整tiao2zheng3 协调xie2tiao2 调节tiao2jie2 调适tiao2shi4
    调解tiao2jie3 调控tiao2kong4 调休tiao2xiu1 教书jiao1shu1 行业hang2ye4 银行yin2hang2 行列hang2lie4 排行pai2hang2
    传记zhuan4ji4 自传zi4zhuan4 列传lie4zhuan4 左传zuo3zhuan4 水浒传shui3hu3zhuan4 差异cha1yi4 差别cha1bie2
    差距cha1ju4 误差wu4cha1 出差chu1chai1 差错cha1cuo4 处理chu3li3 处方chu3fang1 相处xiang1chu3 处境chu3jing4
    惩处cheng2chu3 处分chu3fen4 处置chu3zhi4 供给gong1ji3 自给zi4ji3 给予ji3yu3 给养ji3yang3 角色jue2se4 主角zhu3jue2
    配角pei4jue2 更新geng1xin1 更正geng1zheng4 变更bian4geng1 更换geng1huan4 更改geng1gai3 更替geng1ti4 会计kuai4ji4
    财会cai2kuai4 测量ce4liang2 度量du4liang2 丈量zhang4liang2 衡量heng2liang2 思量si1liang2 考量kao3liang2
    率先shuai4xian1 表率biao3shuai4 统率tong3shuai4 率领shuai4ling3 模样mu2yang4 模具mu2ju4 新兴xin1xing1
    振兴zhen4xing1 兴起xing1qi3 复兴fu4xing1 兴办xing1ban4 兴建xing1jian4 作为zuo4wei2 成为cheng2wei2 行为xing2wei2
    以为yi3wei2 认为ren4wei2 为人wei2ren2 为师wei2shi1 为主wei2zhu3 为首wei2shou3 转为zhuan3wei2 人为ren2wei2
    青少年qing1shao4nian2 少年shao4nian2 少儿shao4er2 少先队shao4xian1dui4 少女shao4nv3 宿舍su4she4 校舍xiao4she4
    校对jiao4dui4 校正jiao4zheng4 校准jiao4zhun3 参差cen1ci1 中奖zhong4jiang3 分量fen4liang4 成分cheng2fen4
    水分shui3fen4 部分bu4fen4 本分ben3fen4 职分zhi2fen4 空白kong4bai2 空闲kong4xian2 空缺kong4que1 降伏xiang2fu2
    答应da1ying4 了解liao3jie3 明了ming2liao3 了然liao3ran2 倒数dao4shu3 种植zhong4zhi2 播种bo1zhong4
    耕种geng1zhong4 转动zhuan4dong4 转盘zhuan4pan2 自转zi4zhuan4 公转gong1zhuan4 记载ji4zai3 登载deng1zai3
    刊载kan1zai3 朝气zhao1qi4 朝霞zhao1xia2 朝夕zhao1xi1 称职chen4zhi2 称心chen4xin1 对称dui4chen4 匀称yun2chen4
    弹性tan2xing4 弹琴tan2qin2 弹奏tan2zou4 假期jia4qi1 寒假han2jia4 暑假shu3jia4 请假qing3jia4 休假xiu1jia4
    放假fang4jia4 假日jia4ri4 病假bing4jia4 勉强mian3qiang3 强迫qiang3po4 倔强jue2jiang4 尽量jin3liang4
    尽管jin3guan3 尽快jin3kuai4 尽早jin3zao3 好学hao4xue2 爱好ai4hao4 喜好xi3hao4 好奇hao4qi2 都会du1hui4 都市du1shi4
    省察xing3cha2 反省fan3xing3 自省zi4xing3 内省nei4xing3 发型fa4xing2 理发li3fa4 头发tou2fa4 还原huan2yuan2
    还书huan2shu1 归还gui1huan2 偿还chang2huan2 返还fan3huan2 占卜zhan1bu3 着力zhuo2li4 着眼zhuo2yan3 着手zhuo2shou3
    着重zhuo2zhong4 着装zhuo2zhuang1 沉着chen2zhuo2 执着zhi2zhuo2 目的mu4di4 标的biao1di4 的确di2que4
    相声xiang4sheng1 照相zhao4xiang4 真相zhen1xiang4 相机xiang4ji1 面相mian4xiang4 将领jiang4ling3 不禁bu4jin1
    冠军guan4jun1 夺冠duo2guan4 薄弱bo2ruo4 单薄dan1bo2 厚薄hou4bo2 泄露xie4lou4 提防di1fang2 撒播sa3bo1 宁可ning4ke3
    宁愿ning4yuan4 创伤chuang1shang1 与会yu4hui4 参与can1yu4 与赛yu4sai4 卷子juan4zi3 试卷shi4juan4 答卷da2juan4
    问卷wen4juan4 阅卷yue4juan4 开卷kai1juan4 闭卷bi4juan4 案卷an4juan4 难民nan4min2 灾难zai1nan4 苦难ku3nan4
    遇难yu4nan4 载入zai3ru4 应用ying4yong4 应对ying4dui4 响应xiang3ying4 反应fan3ying4 适应shi4ying4 应急ying4ji2
    应试ying4shi4 回应hui2ying4 效应xiao4ying4 对应dui4ying4 供应gong1ying4 应变ying4bian4 应聘ying4pin4
    应考ying4kao3 应邀ying4yao1 应答ying4da2 挑战tiao3zhan4 论语lun2yu3 长处chang2chu4 长诗chang2shi1
    长卷chang2juan4 漫长man4chang2 部长bu4zhang3 局长ju2zhang3 处长chu4zhang3 科长ke1zhang3 院长yuan4zhang3
    会长hui4zhang3 增长zeng1zhang3 师长shi1zhang3 队长dui4zhang3 馆长guan3zhang3 站长zhan4zhang3 学长xue2zhang3
    市长shi4zhang3 县长xian4zhang3 镇长zhen4zhang3 村长cun1zhang3 秘书长mi4shu1zhang3
    """
}
